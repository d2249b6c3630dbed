import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { progress } from '../harness/progress.mjs';
import { ask } from './jvm.mjs';

const require = createRequire(import.meta.url);

/** Texts at the bounds of what keys take: every key is asked about all of them. */
const TEXTS = [
  ...['-1', '0', '1', '2', '7', '9', '10', '30', '31', '128', '129', '600', '601', '1024', '1025', '2147483647', '2147483648'],
  ...[
    '0.5',
    '1.0',
    '1.5',
    '-0.1',
    '1e3',
    'NaN',
    'true',
    'FALSE',
    'yes',
    'half',
    '1k',
    '9m',
    '10m',
    '2Gi',
    '2147483136',
    '0.5g',
    '2GiB',
    '3KI',
    '1kb',
  ],
  ...['0s', '100ms', '101ms', '5min', '1w', '30 s', 'PT30S'],
];

/** Texts and lists take everything, names of classes are found when they are loaded. */
const TYPES = ['boolean', 'bytes', 'double', 'duration', 'enum', 'int', 'long'];

/** What other code of Spark refuses, although the definition of the key takes it. */
const ELSEWHERE = {
  'spark.driver.cores': 'SparkSubmitArguments',
  'spark.driver.memory': 'SparkSubmitArguments',
  'spark.executor.cores': 'SparkSubmitArguments',
  'spark.executor.memory': 'SparkSubmitArguments',
  'spark.memory.fraction': 'SparkConf.validateSettings',
  'spark.dynamicAllocation.executorAllocationRatio': 'ExecutorAllocationManager',
};

/** Keys whose numbers are no interval, which the generator then leaves out: the library takes all numbers. */
const NO_INTERVAL = [
  'spark.kubernetes.executor.pvc.resizeInterval',
  'spark.sql.optimizer.optimizeExpandRatio',
  'spark.unsafe.sorter.spill.merge.factor',
];

/** Which values the library takes for the keys of a Spark version, and which the definitions of the keys do. */
export async function compareValues(checks, version, scratch) {
  const { lookUp, entryProblem, versionRegistry } = require('../../../lib/src/registry/lookup');
  const line = version.split('.').slice(0, 2).join('.');
  const registry = versionRegistry('spark', line);
  const keys = [...registry.keys()].filter((key) => TYPES.includes(registry.get(key).type));
  const questions = keys.flatMap((key) => TEXTS.map((text) => ({ key, text, verdict: lookUp(key, { spark: line }) })));
  const read = questions.filter(({ verdict }) => verdict.kind === 'known' || verdict.kind === 'deprecated');
  const folder = join(scratch, 'registries');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `values-${version}`);
  writeFileSync(file, read.map(({ key, text }) => `${key}\t${text}\n`).join(''));
  const answers = await ask(version, folder, 'Values', (jars) => [jars, file]);
  const differences = read.flatMap(({ key, text, verdict }, index) => {
    const ours = entryProblem(key, text, verdict) === undefined ? 'taken' : 'refused';
    const theirs = answers[index];
    if (theirs === 'unknown' || theirs === ours || (ours === 'refused' && key in ELSEWHERE)) return [];
    if (ours === 'taken' && NO_INTERVAL.includes(key)) return [];
    return [`${key} = ${text}: Spark ${theirs}, the library ${ours}`];
  });
  const asked = answers.filter((answer) => answer !== 'unknown').length;
  if (checks.none(`Spark ${version} takes the values that the library takes`, differences)) {
    progress(`registries: Spark ${version} agrees on ${asked} values`);
  }
}
