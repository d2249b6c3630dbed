import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import fc from 'fast-check';
import { projectRoot, sparkApplications } from '../harness/manifests.mjs';
import { progress } from '../harness/progress.mjs';
import { sparkApplication } from './application-arbitrary.mjs';
import { countDifferences, podDifferences } from './compare.mjs';
import { realPods } from './real-pods.mjs';
import { submitArguments } from './submit-arguments.mjs';
import { sentence } from './whole/differences.mjs';
import { ask } from './whole/random-questions.mjs';

const CASES = 200;

/** The library's reader of SparkApplications, as it is compiled and published. */
export function reader() {
  const file = join(projectRoot, 'lib/src/spark/predictions.js');
  if (!existsSync(file)) {
    throw new Error(`${relative(projectRoot, file)} is missing\n  compile first: npm run compile`);
  }
  const { podsSummary, sparkApplicationPods } = createRequire(import.meta.url)(file);
  return (application) => podsSummary(sparkApplicationPods(application));
}

async function differences(application, predict, spark) {
  const real = await realPods(application, spark);
  const predicted = predict(application);
  return [
    ...podDifferences('driver', predicted.driver, real.driver),
    ...podDifferences('executor', predicted.executors.pod, real.executors[0]),
    ...countDifferences(predicted.executors, real.properties),
  ];
}

/** Random SparkApplications: the library's summary of their pods against Spark's pods. */
export async function randomApplications(checks, { spark, predict, cases = CASES, seed, versions }) {
  progress(`pods: ${cases} random SparkApplications, seed ${seed} (repeat with: npm run conformance pods -- --seed ${seed})`);
  let done = 0;
  const property = fc.asyncProperty(sparkApplication(versions.applicationSpark), async (application) => {
    const found = await differences(application, predict, spark);
    if (found.length > 0) {
      throw new Error(found.join('\n'));
    }
    done += 1;
    if (done % 50 === 0) {
      progress(`pods: ${done} cases`);
    }
  });
  const result = await fc.check(property, { numRuns: cases, seed });
  if (!result.failed) {
    checks.pass(result.numRuns);
    return;
  }
  checks.pass(result.numRuns - 1);
  const [application] = result.counterexample;
  const reason = result.errorInstance?.message ?? 'the property failed';
  checks.fail(
    `a random SparkApplication, seed ${seed}, after ${result.numRuns} cases and ${result.numShrinks} shrinks`,
    `${reason}\n${JSON.stringify(application, null, 2)}`,
  );
}

/** Each SparkApplication of dist/: the summary of its pods, and its pods whole. */
export async function ownApplications(checks, { whole, predict, versions }) {
  const found = sparkApplications();
  progress(`pods: ${found.length} SparkApplications of dist/`);
  checks.that('dist/ holds at least one SparkApplication', found.length > 0);
  for (const { file, application } of found) {
    const where = relative(projectRoot, file);
    const { sparkVersion } = application.spec;
    checks.that(
      `${where} runs the Spark it is compared with`,
      sparkVersion === versions.applicationSpark,
      `sparkVersion is ${sparkVersion}, versions.json pins ${versions.applicationSpark}`,
    );
    const sentences = await differences(application, predict, whole.spark).catch((error) => [error.message]);
    checks.none(`${where}: predicted pods are the real ones`, sentences);
    const { submitArguments: args } = submitArguments(application, join(whole.scratch, 'dist', application.metadata.name));
    const pods = await ask({ args, executors: 2, driverUid: '11111111-1111-1111-1111-111111111111' }, whole);
    checks.that(`${where}: Spark accepts it`, pods.accepted);
    checks.none(`${where}: the whole pods, as the operator submits it, are the real ones`, pods.found.map(sentence));
  }
}
