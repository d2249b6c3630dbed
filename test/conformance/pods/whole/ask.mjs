import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Stands for the folder of a question's files, in its arguments, its configuration and in the files themselves. */
const FOLDER = '@FILES@';

let folders = 0;

/**
 * A question as spark-submit can take it: its files are written to a fresh folder below `scratch`, and their paths put in.
 * Asking again needs a fresh folder only when there are files.
 */
export function written({ files = {}, ...question }, scratch) {
  const names = Object.keys(files);
  if (names.length === 0 && !JSON.stringify(question).includes(FOLDER)) {
    return question;
  }
  folders += 1;
  const folder = join(scratch, 'questions', String(folders));
  mkdirSync(folder, { recursive: true });
  const inPlace = (text) => text.replaceAll(FOLDER, folder);
  for (const name of names) {
    writeFileSync(join(folder, name), inPlace(files[name]));
  }
  const { conf } = question;
  return {
    ...question,
    args: question.args.map(inPlace),
    ...(conf ? { conf: Object.fromEntries(Object.entries(conf).map(([key, value]) => [key, inPlace(value)])) } : {}),
  };
}

/** Everything on one command line, with the cluster and the mode when the question does not say them. */
export function submitArguments({ args, conf = {} }) {
  return [
    ...(args.includes('--master') ? [] : ['--master', 'k8s://https://127.0.0.1:1']),
    ...(args.includes('--deploy-mode') ? [] : ['--deploy-mode', 'cluster']),
    ...Object.entries(conf).flatMap(([key, value]) => ['--conf', `${key}=${value}`]),
    ...args,
  ];
}

/**
 * What Spark answers: the driver by the submitter's Spark, the executors by the application's Spark from the properties that the
 * driver was given. `{ error, errorAt }` when one of them refuses.
 */
export async function realAnswer(question, { submitter, runtime }) {
  const submitted = await submitter.driver(submitArguments(question));
  if (submitted.error !== undefined) {
    return submitted;
  }
  const { driver, preResources, resources, properties, executorTemplate } = submitted;
  const owner = question.driverUid ? { ...driver, metadata: { ...driver.metadata, uid: question.driverUid } } : null;
  const created = await runtime.executors(properties, executorTemplate, owner, question.executors ?? 1);
  if (created.error !== undefined) {
    return created;
  }
  return {
    driver,
    driverPreResources: preResources,
    driverResources: resources,
    driverProperties: properties,
    executors: created.executors,
  };
}
