import * as fs from 'node:fs';
import * as path from 'node:path';
import { fromYaml, type JsonObject } from '../../src/manifest';

/** The committed tree. */
export const DIST = path.join(__dirname, '..', '..', 'dist');

/** Every file below a folder with its text, by path. */
export function readTree(folder: string): Map<string, string> {
  const entries = fs.readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const files = entries.map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name))).sort();
  return new Map(files.map((file) => [file, fs.readFileSync(path.join(folder, file), 'utf8')]));
}

/** The environments of the committed tree, as `<app>/<environment>`. */
export function environments(): string[] {
  return fs
    .readdirSync(DIST)
    .flatMap((app) => fs.readdirSync(path.join(DIST, app)).map((environment) => `${app}/${environment}`));
}

/** One file of an environment that holds an object. */
export interface TreeObject {
  readonly file: string;
  readonly object: JsonObject;
}

/** All manifests of an environment, without the files of kustomize and Flux. */
export function manifests(environment: string): TreeObject[] {
  return [...readTree(path.join(DIST, environment))]
    .filter(([file]) => file.endsWith('.yaml') && !file.endsWith('kustomization.yaml') && !file.startsWith('flux/'))
    .map(([file, text]) => ({ file, object: fromYaml(text) as JsonObject }));
}

/** The Flux Kustomizations of an environment, by unit. */
export function kustomizations(environment: string): Map<string, JsonObject> {
  const folder = path.join(DIST, environment, 'flux');
  return new Map(
    fs
      .readdirSync(folder)
      .filter((file) => file !== 'kustomization.yaml')
      .map((file) => [file.replace('.yaml', ''), fromYaml(fs.readFileSync(path.join(folder, file), 'utf8')) as JsonObject]),
  );
}

export const metadataOf = (object: JsonObject): { name: string; namespace?: string; labels?: JsonObject } =>
  object['metadata'] as unknown as { name: string; namespace?: string; labels?: JsonObject };
