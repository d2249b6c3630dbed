import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { projectRoot } from '../../harness/manifests.mjs';

/** Stands for what Spark draws: no two are the same, so that a mixed-up id is seen. */
const RANDOM = {
  applicationId: `spark-${'a'.repeat(32)}`,
  driversApplicationId: `spark-${'c'.repeat(32)}`,
  driverPrefixId: 'd1'.repeat(8),
  executorPrefixId: 'e1'.repeat(8),
  driverServiceId: 'd2'.repeat(8),
  driverConfigMapId: 'd3'.repeat(8),
  executorConfigMapId: 'e3'.repeat(8),
  localDirectoryUuid: '11111111-2222-3333-4444-555555555555',
  uploadUuid: '66666666-7777-8888-9999-000000000000',
  authenticationSecret: 'b'.repeat(64),
  submitTime: '1700000000000',
  user: 'spark',
};

/** The library's answer to a question, as it is compiled: `predict(question, { submitter, application })`. */
export function library() {
  const file = join(projectRoot, 'lib/src/spark/prediction/index.js');
  if (!existsSync(file)) {
    throw new Error(`${relative(projectRoot, file)} is missing\n  compile first: npm run compile`);
  }
  const { answer } = createRequire(import.meta.url)(file);
  return (question, { submitter, application }) =>
    answer({ ...question, sparkVersion: application, submitterVersion: submitter, random: RANDOM }, readFile, listFolder);
}

function found(path) {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

const readFile = (path) => (found(path)?.isFile() ? readFileSync(path) : undefined);

const listFolder = (path) =>
  found(path)?.isDirectory()
    ? readdirSync(path).map((name) => (found(join(path, name))?.isDirectory() ? `${name}/` : name))
    : undefined;
