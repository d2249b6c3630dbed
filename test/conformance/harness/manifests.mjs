import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse, parseAllDocuments } from 'yaml';

/** The tree under test, with its lib/, dist/ and crds/: this repository, or the folder that `CONFORMANCE_ROOT` names. */
export const projectRoot = resolve(process.env.CONFORMANCE_ROOT || join(dirname(fileURLToPath(import.meta.url)), '../../..'));

/** The synthesized manifests. */
export const distRoot = join(projectRoot, 'dist');

/** Every object of a YAML file. */
export function readObjects(file) {
  return parseAllDocuments(readFileSync(file, 'utf8'))
    .map((document) => {
      if (document.errors.length > 0) {
        throw new Error(`${file}: ${document.errors[0].message}`);
      }
      return document.toJS();
    })
    .filter((object) => object !== null);
}

function folders(path) {
  return readdirSync(path)
    .filter((name) => statSync(join(path, name)).isDirectory())
    .sort();
}

/** Every file below a folder, sorted. */
export function filesBelow(path) {
  return readdirSync(path, { recursive: true })
    .map((name) => join(path, name))
    .filter((file) => statSync(file).isFile())
    .sort();
}

/** The environments of the tree: `{ app, name, folder }`, one per `dist/<app>/<env>`. An empty tree is an error. */
export function environments() {
  const found = !existsSync(distRoot)
    ? []
    : folders(distRoot).flatMap((app) =>
        folders(join(distRoot, app)).map((name) => ({ app, name, folder: join(distRoot, app, name) })),
      );
  if (found.length === 0) {
    throw new Error(`${distRoot} holds no environment (dist/<app>/<env>)\n  synthesize first: npm run synth`);
  }
  return found;
}

/** Files that a folder's kustomization.yaml lists, in its order, with absolute paths; nested kustomizations are followed. */
export function kustomizationFiles(folder) {
  const { resources = [] } = parse(readFileSync(join(folder, 'kustomization.yaml'), 'utf8')) ?? {};
  return resources.flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? kustomizationFiles(path) : [path];
  });
}

function applicationsIn(value) {
  if (value?.kind === 'SparkApplication') {
    return [value];
  }
  if (value?.kind === 'ConfigMap') {
    return Object.values(value.data ?? {}).flatMap((text) => embeddedApplications(text));
  }
  return [];
}

function embeddedApplications(text) {
  if (!text.includes('SparkApplication')) {
    return [];
  }
  try {
    return parseAllDocuments(text).flatMap((document) => applicationsIn(document.toJS()));
  } catch {
    return []; // the text only mentions the kind; it is not a manifest
  }
}

/** Every SparkApplication of an environment, also those that a ConfigMap holds for an orchestrator: `{ file, application }`. */
export function sparkApplicationsIn({ folder }) {
  return filesBelow(folder)
    .filter((file) => /\.ya?ml$/.test(file))
    .flatMap((file) =>
      readObjects(file)
        .flatMap(applicationsIn)
        .map((application) => ({ file, application })),
    );
}

/** Every SparkApplication of the tree. */
export const sparkApplications = () => environments().flatMap(sparkApplicationsIn);
