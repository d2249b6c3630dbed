import { type Problem, refuseValue } from '../../problem';
import { ConfLayer, SparkConf } from '../conf';
import { permissionRefusal } from '../conf/launch-rules';
import { allowedProblems, settingsProblems } from '../conf/settings';
import { sparkSecretProblems } from '../conf/spark-conf';
import { isRecord, isTextList, kindProblems, optionalProblems, shown } from '../size/shapes';
import { imageProblems } from './image';
import { companionProblems, minorOf, SPARK_LINES, versionProblems } from './versions';

/** When the kubelet fetches an image. */
export enum ImagePullPolicy {
  /** Only when the node does not have it. Right for exact tags and digests. */
  IF_NOT_PRESENT = 'IfNotPresent',
  /** At every start of a container. */
  ALWAYS = 'Always',
  /** Never: the image was loaded into the node by other means. */
  NEVER = 'Never',
}

/** Options of {@link SparkRuntime.of}. */
export interface SparkRuntimeOptions {
  /**
   * Image that holds this Spark, as `repository:tag` or `repository@sha256:…`. An exact tag: floating ones and tags that
   * begin with another Spark version are refused.
   */
  readonly image: string;
  /**
   * Scala version for which the Spark in the image was built.
   * @default - the line's own: 2.12 for Spark 3.5, 2.13 for Spark 4
   */
  readonly scala?: string;
  /**
   * Python version in the image, such as `3.10`.
   * @default - not stated
   */
  readonly python?: string;
  /**
   * Java version in the image: 8, 11 or 17 for Spark 3.5, 17 or 21 for Spark 4.
   * @default - not stated
   */
  readonly java?: number;
  /**
   * Iceberg release whose runtime jar is in the image, such as `1.12.0`.
   * @default - no Iceberg in the image
   */
  readonly iceberg?: string;
  /**
   * When the kubelet fetches the image.
   * @default ImagePullPolicy.IF_NOT_PRESENT
   */
  readonly imagePullPolicy?: ImagePullPolicy;
  /**
   * Names of Secrets of type `kubernetes.io/dockerconfigjson` in the namespace of the pods.
   * @default - none
   */
  readonly imagePullSecrets?: string[];
  /**
   * Spark configuration that belongs to the image, such as the extensions of the jars in it: every application with this
   * runtime gets it, unless its environment or itself says otherwise.
   * @default - none
   */
  readonly conf?: { readonly [key: string]: string };
  /**
   * Keys that the jars of the image read although no registry has them, each with who reads it. README.md of the environment
   * lists those that an application uses.
   * @default - unknown keys are errors
   */
  readonly allowUnknownConf?: { readonly [key: string]: string };
}

/**
 * A Spark version together with the image that holds it. One object feeds every construct, so that `sparkVersion`,
 * image, Scala suffixes and Iceberg cannot drift apart.
 */
export class SparkRuntime {
  /**
   * @param version an exact release such as `3.5.9`, of the lines 3.5, 4.0, 4.1 and 4.2
   * @throws Error when version, image and companions do not fit together; every broken rule is listed
   */
  static of(version: string, options: SparkRuntimeOptions): SparkRuntime {
    const subject = `SparkRuntime.of(${typeof version === 'string' ? `'${version}'` : shown(version)})`;
    refuseValue(subject, shapeProblems(version, options));
    const problems = versionProblems(version);
    if (problems.length === 0) {
      problems.push(
        ...imageProblems(options.image, version),
        ...companionProblems(version, options),
        ...pullProblems(options),
        ...confProblems(version, options),
      );
    }
    refuseValue(subject, problems);
    return new SparkRuntime(version, options);
  }

  /** Spark release, such as `3.5.9`. */
  readonly version: string;
  /** Spark line, such as `3.5`. */
  readonly line: string;
  /** Image reference as it was given. */
  readonly image: string;
  /** Scala version for which the Spark in the image was built. */
  readonly scala: string;
  /** Python version in the image, when stated. */
  readonly python?: string;
  /** Java version in the image, when stated. */
  readonly java?: number;
  /** Iceberg release in the image, when stated. */
  readonly iceberg?: string;
  /** When the kubelet fetches the image. */
  readonly imagePullPolicy: ImagePullPolicy;
  /** Names of the pull Secrets. */
  readonly imagePullSecrets: string[];
  /** Spark configuration that belongs to the image, as the layer `runtime`. */
  readonly conf: SparkConf;

  private constructor(version: string, options: SparkRuntimeOptions) {
    this.version = version;
    this.line = minorOf(version);
    this.image = options.image;
    this.scala = options.scala ?? (SPARK_LINES[this.line]?.scala[0] as string);
    this.python = options.python;
    this.java = options.java;
    this.iceberg = options.iceberg;
    this.imagePullPolicy = options.imagePullPolicy ?? ImagePullPolicy.IF_NOT_PRESENT;
    this.imagePullSecrets = [...(options.imagePullSecrets ?? [])];
    this.conf = SparkConf._of(options.conf ?? {}, ConfLayer.RUNTIME, options.allowUnknownConf);
  }
}

function shapeProblems(version: unknown, options: unknown): Problem[] {
  const problems = kindProblems('version', version, typeof version === 'string', "write a release such as '3.5.9'");
  if (!isRecord(options)) return [...problems, ...kindProblems('options', options, false, "write { image: '…' }")];
  const isText = (value: unknown) => typeof value === 'string';
  problems.push(...kindProblems('image', options['image'], isText(options['image']), "write image: 'repository:tag'"));
  for (const [prop, example] of Object.entries({ scala: '2.12', python: '3.10', iceberg: '1.12.0' })) {
    problems.push(...optionalProblems(prop, options[prop], isText, `write ${prop}: '${example}'`));
  }
  const isNumber = (value: unknown) => typeof value === 'number';
  return [
    ...problems,
    ...optionalProblems('java', options['java'], isNumber, 'write java: 17'),
    ...optionalProblems('imagePullSecrets', options['imagePullSecrets'], isTextList, "write ['registry-credentials']"),
    ...settingsProblems('conf', options['conf'] ?? {}, "'spark.sql.shuffle.partitions': '8'"),
  ];
}

function confProblems(version: string, { conf = {}, allowUnknownConf = {} }: SparkRuntimeOptions): Problem[] {
  return [
    ...sparkSecretProblems('conf', conf),
    ...allowedProblems('allowUnknownConf', allowUnknownConf, (key) => permissionRefusal(key, [version])),
  ];
}

function pullProblems({ imagePullPolicy, imagePullSecrets }: SparkRuntimeOptions): Problem[] {
  const problems: Problem[] = [];
  const policies: string[] = Object.values(ImagePullPolicy);
  if (imagePullPolicy !== undefined && !policies.includes(imagePullPolicy)) {
    problems.push({ message: `imagePullPolicy '${imagePullPolicy}' does not exist`, fix: `write one of ${policies.join(', ')}` });
  }
  for (const name of imagePullSecrets ?? []) {
    if (!/^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/.test(name)) {
      problems.push({ message: `imagePullSecrets holds '${name}', which is not a Secret's name`, fix: 'write names of Secrets' });
    }
  }
  return problems;
}
