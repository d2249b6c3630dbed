import fc from 'fast-check';
import { progress } from '../../harness/progress.mjs';
import { anyQuestion } from '../questions/question.mjs';
import { realAnswer, written } from './ask.mjs';
import { differences, kindOf, sentence } from './differences.mjs';

/** Questions that are on their way to the JVM at once. */
const AHEAD = 24;

/** Different mistakes that one run shrinks and prints; more of them tell little that is new. */
const SHRUNK = 10;

const SHRINKING_MILLISECONDS = 60_000;

/** Lines of one report; a list that is shifted by one differs everywhere. */
const LINES = 12;

const sentences = (found) =>
  [...found.slice(0, LINES).map(sentence), ...(found.length > LINES ? [`and ${found.length - LINES} more`] : [])].join('\n');

/** How the prediction of a question differs from Spark's answer, and whether Spark accepted it. */
export async function ask(question, { pair, spark, predict, scratch }) {
  const asked = written(question, scratch);
  const real = await realAnswer(asked, spark);
  return {
    accepted: real.error === undefined,
    found: differences(
      real,
      answered(() => predict({ ...asked, folder: spark.submitter.folder }, pair)),
    ),
  };
}

/** What the library answers; an error of its own is a refusal that Spark does not have. */
function answered(predict) {
  try {
    return predict();
  } catch (error) {
    return { error: error.stack, errorAt: 'a fault of the library' };
  }
}

async function inTurn(values, act) {
  let next = 0;
  const worker = async () => {
    while (next < values.length) {
      const index = next;
      next += 1;
      await act(values[index], index);
    }
  };
  await Promise.all(Array.from({ length: AHEAD }, worker));
}

/** The smallest question with the same kind of difference that fast-check finds from the case with this number. */
async function shrunk(context, { index, kind, seed }) {
  let last = [];
  const property = fc.asyncProperty(anyQuestion, async (question) => {
    const { found } = await ask(question, context);
    const same = found.filter((difference) => kindOf(difference) === kind);
    if (same.length > 0) {
      last = found;
      throw new Error(kind);
    }
  });
  const result = await fc.check(property, {
    seed,
    path: String(index),
    numRuns: 1,
    interruptAfterTimeLimit: SHRINKING_MILLISECONDS,
  });
  if (result.counterexample === null) {
    return undefined;
  }
  const { found } = await ask(result.counterexample[0], context);
  return { question: result.counterexample[0], found: found.length > 0 ? found : last, shrinks: result.numShrinks };
}

/** The questions of a seed, in the order by which fast-check finds them again. */
async function drawn(cases, seed) {
  const questions = [];
  const property = fc.asyncProperty(anyQuestion, async (question) => {
    questions.push(question);
  });
  await fc.check(property, { numRuns: cases, seed });
  return questions;
}

/** Random questions, Spark's answer and the library's. */
export async function randomQuestions(checks, context, { name, cases, seed }) {
  const questions = await drawn(cases, seed);
  const failed = new Map();
  let accepted = 0;
  let failures = 0;
  const started = Date.now();
  await inTurn(questions, async (question, index) => {
    const answered = await ask(question, context);
    accepted += answered.accepted ? 1 : 0;
    failures += answered.found.length > 0 ? 1 : 0;
    for (const difference of answered.found.slice(0, 1)) {
      const kind = kindOf(difference);
      const known = failed.get(kind);
      failed.set(kind, { index: known?.index ?? index, count: (known?.count ?? 0) + 1 });
    }
  });
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  const share = Math.round((accepted / cases) * 100);
  progress(`pods: ${name}: ${cases} questions in ${seconds}s, seed ${seed}, ${share} % accepted by Spark, ${failures} differ`);
  checks.pass(cases - failures);
  const kinds = [...failed].sort(([, one], [, other]) => other.count - one.count);
  for (const [position, [kind, { index, count }]] of kinds.entries()) {
    const title = `${name}: ${count} questions differ first in ${kind}, e.g. case ${index} of seed ${seed}`;
    const small = position < SHRUNK ? await shrunk(context, { index, kind, seed }) : undefined;
    checks.fail(title, small && `${sentences(small.found)}\nafter ${small.shrinks} shrinks: ${JSON.stringify(small.question)}`);
  }
}
