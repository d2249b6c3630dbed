#!/usr/bin/env node
// Regenerates crds/, schemas/, imports/ and the fields of a SparkApplication in src/ from the sources pinned in versions.json. Needs Go and, for modules that are not
// in its cache, the network; nothing else in the project does either.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { applicationShapes, SHAPES_FILE } from './application-shapes.mjs';
import { customKinds } from './crds.mjs';
import { KUSTOMIZATION_FILE } from './kustomize.mjs';
import { fetchFiles } from './modules.mjs';
import { builtInKinds } from './openapi.mjs';
import { schemaFiles, sortedJson } from './schemas.mjs';
import { types } from './types.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const versions = JSON.parse(readFileSync(new URL('versions.json', import.meta.url), 'utf8'));
const sha256 = (text) => createHash('sha256').update(text).digest('hex');
const label = ({ module, version }) => `${module}@${version}`;

/** What was fetched, for schemas/sources.json: a test compares the vendored files with it. */
const record = ({ module, version, sum }, files) => ({
  module,
  version,
  sum,
  files: files.map(({ path, text }) => ({ path, sha256: sha256(text) })),
});

async function main() {
  const outputs = {};
  const sources = {};

  const openapi = fetchFiles(versions.kubernetes);
  sources.kubernetes = [record(versions.kubernetes, openapi)];
  const kubernetes = builtInKinds(JSON.parse(openapi[0].text));
  const { ObjectMeta, OwnerReference } = kubernetes.definitions;
  Object.assign(outputs, schemaFiles(kubernetes), schemaFiles(KUSTOMIZATION_FILE));
  outputs['imports/kubernetes.ts'] = await types(kubernetes, { sources: [label(versions.kubernetes)], sharedMetadata: false });
  outputs['imports/kustomize.ts'] = await types(KUSTOMIZATION_FILE, {
    sources: ['scripts/imports/kustomize.mjs'],
    sharedMetadata: false,
  });

  for (const [project, modules] of Object.entries(versions.projects)) {
    const fetched = modules.map((source) => ({ source, files: fetchFiles(source) }));
    sources[project] = fetched.map(({ source, files }) => record(source, files));
    // One file a project: imported one by one, CRDs of one API group would overwrite each other's classes.
    const crds = fetched
      .flatMap(({ files }) => files.map(({ text }) => (text.startsWith('---\n') ? text : `---\n${text}`)))
      .join('');
    const kinds = customKinds(crds, { ObjectMeta, OwnerReference });
    outputs[`crds/${project}.yaml`] = crds;
    Object.assign(outputs, schemaFiles(kinds));
    outputs[`imports/${project}.ts`] = await types(kinds, { sources: modules.map(label), sharedMetadata: true });
    if (project === 'spark-operator') outputs[SHAPES_FILE] = applicationShapes(crds, modules.map(label).join(', '));
  }

  const hashes = Object.fromEntries(Object.entries(outputs).map(([path, text]) => [path, sha256(text)]));
  outputs['schemas/sources.json'] = sortedJson({ sources, files: hashes });
  write(outputs);
}

/** Replaces the three folders; everything is made before the first file is touched. */
function write(outputs) {
  for (const folder of ['crds', 'schemas', 'imports']) rmSync(join(root, folder), { recursive: true, force: true });
  for (const [path, text] of Object.entries(outputs)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  console.log(`${Object.keys(outputs).length} files written`);
}

main().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
