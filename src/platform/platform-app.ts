import * as path from 'node:path';
import { App } from 'cdk8s';
import { dnsLabelProblem } from '../naming';
import { constructPath, refuseValue } from '../problem';
import { APP_METADATA } from '../registry/metadata';
import { Environment } from './environment';
import { environmentFiles } from './files';
import { writeFolder } from './write-folder';

/** What a platform app is. */
export interface PlatformAppProps {
  /** Name of the app: the folder below `outdir`, and the first part of every Flux Kustomization's name. */
  readonly name: string;
  /**
   * Folder to which synth writes.
   * @default - the environment variable CDK8S_OUTDIR (the cdk8s command sets it), else `dist`
   */
  readonly outdir?: string;
}

/**
 * Several environments of one platform. `synth()` validates everything once, renders once and writes
 * `<outdir>/<name>/<environment>/` as a whole: a mistake anywhere leaves the folder as it was.
 */
export class PlatformApp extends App {
  /** Name of the app. */
  readonly appName: string;

  constructor(props: PlatformAppProps) {
    super({ ...(props?.outdir !== undefined && { outdir: props.outdir }) });
    this.appName = props?.name;
    const problem = typeof this.appName === 'string' ? dnsLabelProblem(this.appName) : 'it is not stated';
    refuseValue(
      'PlatformApp',
      problem
        ? [
            {
              message: `name is ${JSON.stringify(this.appName)}, but it names a folder and Flux Kustomizations: ${problem}`,
              fix: 'write a name such as lakehouse',
            },
          ]
        : [],
    );
    this.node.addMetadata(APP_METADATA, { name: this.appName });
  }

  /**
   * Writes all environments.
   *
   * @throws Error with the path of every construct that is wrong and all of its problems; nothing is written then.
   */
  override synth(): void {
    this.validate();
    const environments = this.node.children.filter((child): child is Environment => child instanceof Environment);
    const files = new Map<string, string>();
    for (const environment of environments)
      for (const [file, text] of environmentFiles(environment)) files.set(`${environment.node.id}/${file}`, text);
    writeFolder(path.join(this.outdir, this.appName), files);
  }

  private validate(): void {
    const errors = this.node
      .findAll()
      .map((construct) => ({ construct, messages: construct.node.validate() }))
      .filter(({ messages }) => messages.length > 0)
      .map(({ construct, messages }) => {
        const count = messages.length === 1 ? '1 problem' : `${messages.length} problems`;
        return `${constructPath(construct)}: ${count}\n${messages.map((message) => `  ${message}`).join('\n')}`;
      });
    if (errors.length > 0) throw new Error(errors.join('\n'));
  }
}
