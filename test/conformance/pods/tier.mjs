import { needTools } from '../harness/tools.mjs';
import { ownApplications, randomApplications, reader } from './applications.mjs';
import { SparkPods } from './spark-pods/spark-pods.mjs';
import { knownQuestions } from './whole/fixtures.mjs';
import { library } from './whole/library.mjs';
import { randomQuestions } from './whole/random-questions.mjs';

const CASES = 500;

/** The builders of two Spark versions (one JVM when they are the same), asked for as long as `use` runs. */
async function withPair({ submitter, application }, scratch, use) {
  await needTools('java', 'javac', 'python3', 'tar');
  const first = await SparkPods.start(submitter, scratch);
  const second = submitter === application ? first : await SparkPods.start(application, scratch);
  try {
    return await use({ submitter: first, runtime: second, scratch });
  } finally {
    await first.stop();
    await second.stop();
  }
}

/** Spark's builders of the operator's and of the applications' version, asked for as long as `use` runs. */
export const withSpark = ({ versions, scratch }, use) => withPair(operatorPair(versions), scratch, use);

const operatorPair = ({ submitterSpark, applicationSpark }) => ({ submitter: submitterSpark, application: applicationSpark });

const nameOf = ({ submitter, application }) => (submitter === application ? application : `${submitter} → ${application}`);

/** The fixtures, then random questions, for one version or pair. */
async function questions(checks, { pair, spark, predict, scratch }, { cases = CASES, seed }) {
  const context = { pair, spark, predict, scratch };
  const name = nameOf(pair);
  await knownQuestions(checks, context, { name });
  await randomQuestions(checks, context, { name, cases, seed });
}

/** Spark's own pod builders against the library: whole pods of every version and of the operator's pair, and SparkApplications. */
export async function podsTier(checks, context) {
  const { versions, scratch, pair: wanted } = context;
  const predict = library();
  const asked = (pair) => withPair(pair, scratch, (spark) => questions(checks, { pair, spark, predict, scratch }, context));
  if (wanted !== undefined) {
    await asked(wanted);
    return;
  }
  const [first, second, ...others] = versions.spark.map((version) => ({ submitter: version, application: version }));
  await Promise.all([asked(first), asked(second)]); // a JVM for each core
  await Promise.all(others.map(asked));
  const pair = operatorPair(versions);
  await withPair(pair, scratch, async (spark) => {
    const whole = { pair, spark, predict, scratch };
    await questions(checks, whole, context);
    await randomApplications(checks, { ...context, spark, predict: reader() });
    await ownApplications(checks, { whole, predict: reader(), versions });
  });
}
