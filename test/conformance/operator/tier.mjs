import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import fc from 'fast-check';
import { installDefinitions } from '../api-server/apply.mjs';
import { startControlPlane } from '../api-server/control-plane.mjs';
import { projectRoot, sparkApplications } from '../harness/manifests.mjs';
import { progress } from '../harness/progress.mjs';
import { needTools } from '../harness/tools.mjs';
import { SparkPods } from '../pods/spark-pods/spark-pods.mjs';
import { sparkApplication } from './applications/spark-application.mjs';
import { spoiled } from './applications/spoiled.mjs';
import { Chain } from './chain.mjs';
import { Operator } from './operator.mjs';
import { quantities } from './quantities.mjs';
import { POD_GROUPS, SETTINGS } from './settings.mjs';

/** What the library knows about the operator, as it is compiled and published. */
function library() {
  const file = join(projectRoot, 'lib/src/spark/operator/index.js');
  if (!existsSync(file)) {
    throw new Error(`${relative(projectRoot, file)} is missing\n  compile first: npm run compile`);
  }
  return createRequire(import.meta.url)(file);
}

const CASES = 120;

/** Admission that adds what nobody has to predict: a volume with a random name, and tolerations of every pod. */
const WITHOUT_ADMISSION = '--disable-admission-plugins=ServiceAccount,DefaultTolerationSeconds';

const PRIORITY_CLASSES = [
  { metadata: { name: 'high' }, value: 1000 },
  { metadata: { name: 'low' }, value: -5, preemptionPolicy: 'Never' },
];

/** Without the webhook nobody fills in what is missing, and the controller alone cannot read what is wrong. */
function applications({ applicationSpark }, { webhook }) {
  const plain = sparkApplication(applicationSpark);
  return webhook === false
    ? plain
    : fc.oneof({ weight: 4, arbitrary: plain }, { weight: 1, arbitrary: spoiled(sparkApplication(applicationSpark)) });
}

async function randomApplications(checks, chain, { name, share, settings }, { cases = CASES, seed, versions }) {
  const numRuns = Math.ceil(cases * share);
  progress(
    `operator: ${numRuns} random SparkApplications with ${name}, seed ${seed} (repeat with: npm run conformance operator -- --seed ${seed})`,
  );
  let done = 0;
  const property = fc.asyncProperty(applications(versions, settings), async (application) => {
    const found = await chain.differences(application);
    if (found.length > 0) {
      throw new Error(found.join('\n'));
    }
    done += 1;
    if (done % 50 === 0) {
      progress(`operator: ${done} cases (${chain.summary()})`);
    }
  });
  const result = await fc.check(property, { numRuns, seed });
  progress(`operator: ${chain.summary()}`);
  if (!result.failed) {
    checks.pass(result.numRuns);
    return;
  }
  checks.pass(result.numRuns - 1);
  const [application] = result.counterexample;
  checks.fail(
    `a random SparkApplication with ${name}, seed ${seed}, after ${result.numRuns} cases and ${result.numShrinks} shrinks`,
    `${result.errorInstance?.message ?? 'the property failed'}\n${JSON.stringify(application, null, 2)}`,
  );
}

async function ownApplications(checks, chain) {
  const found = sparkApplications();
  progress(`operator: ${found.length} SparkApplications of dist/`);
  checks.that('dist/ holds at least one SparkApplication', found.length > 0);
  for (const { file, application } of found) {
    const sentences = await chain.differences(application, { mustRun: true }).catch((error) => [error.message]);
    checks.none(
      `${relative(projectRoot, file)}: the operator submits it as predicted, and its pods are the predicted ones`,
      sentences,
    );
  }
}

/** The real operator, webhook included, against the library's knowledge of it. */
export async function operatorTier(checks, context) {
  await needTools('go', 'openssl', 'java', 'javac', 'python3', 'tar');
  const { versions, scratch } = context;
  const lib = library();
  const cluster = await startControlPlane(versions, scratch, { apiServerFlags: [WITHOUT_ADMISSION], controllers: false });
  await installDefinitions(checks, cluster);
  for (const definition of POD_GROUPS) {
    await cluster.api.ok('POST', '/apis/apiextensions.k8s.io/v1/customresourcedefinitions', definition);
  }
  for (const priorityClass of PRIORITY_CLASSES) {
    await cluster.api.ok('POST', '/apis/scheduling.k8s.io/v1/priorityclasses', priorityClass);
  }
  await quantities(checks, cluster, lib, context.seed);
  const operator = await Operator.start(cluster, versions, scratch);
  const submitter = await SparkPods.start(versions.submitterSpark, scratch);
  const runtime = await SparkPods.start(versions.applicationSpark, scratch);
  try {
    for (const setting of SETTINGS) {
      await operator.control(setting.flags);
      if (setting.settings.webhook === false) {
        await operator.withoutWebhook();
      }
      const chain = new Chain(lib, operator, { submitter, runtime }, setting.settings);
      await ownApplications(checks, chain);
      await randomApplications(checks, chain, setting, context);
      const { cases, pods, refusedPods } = chain.counts;
      checks.that('many random applications get pods', pods - refusedPods > cases / 5, chain.summary());
    }
  } finally {
    await submitter.stop();
    await runtime.stop();
    await operator.stop();
    await cluster.stop();
  }
}
