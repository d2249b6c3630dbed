import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import fc from 'fast-check';
import { projectRoot, sparkApplications } from '../harness/manifests.mjs';
import { progress } from '../harness/progress.mjs';
import { needTools } from '../harness/tools.mjs';
import { sparkApplication } from './application-arbitrary.mjs';
import { countDifferences, podDifferences } from './compare.mjs';
import { realPods } from './real-pods.mjs';
import { SparkPods } from './spark-pods/spark-pods.mjs';

/** The library's reader of SparkApplications, as it is compiled and published. */
function reader() {
  const file = join(projectRoot, 'lib/src/spark/pods/index.js');
  if (!existsSync(file)) {
    throw new Error(`${relative(projectRoot, file)} is missing\n  compile first: npm run compile`);
  }
  return createRequire(import.meta.url)(file).sparkApplicationPods;
}

/** Spark's builders of both versions, asked for as long as `use` runs. */
export async function withSpark({ versions, scratch }, use) {
  await needTools('java', 'javac', 'python3', 'tar');
  const submitter = await SparkPods.start(versions.submitterSpark, scratch);
  const runtime = await SparkPods.start(versions.applicationSpark, scratch);
  try {
    return await use({ submitter, runtime, scratch });
  } finally {
    await submitter.stop();
    await runtime.stop();
  }
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

async function randomApplications(checks, predict, spark, { cases, seed, versions }) {
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

async function ownApplications(checks, predict, spark, versions) {
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
    const sentences = await differences(application, predict, spark).catch((error) => [error.message]);
    checks.none(`${where}: predicted pods are the real ones`, sentences);
  }
}

/** Spark's own pod builders against the library's reading of SparkApplications. */
export async function podsTier(checks, context) {
  const predict = reader();
  await withSpark(context, async (spark) => {
    await randomApplications(checks, predict, spark, context);
    await ownApplications(checks, predict, spark, context.versions);
  });
}
