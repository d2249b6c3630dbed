import { join } from 'node:path';
import { submitArguments } from './submit-arguments.mjs';

let folders = 0;

/**
 * The pods of an application as Spark builds them: the driver by the operator's own Spark, the executors by the application's
 * Spark from the properties that the driver was given. `submitter` and `runtime` are running SparkPods. Throws when Spark refuses.
 */
export async function realPods(application, { submitter, runtime, scratch }, executorCount = 1) {
  folders += 1;
  const { executorTemplate, submitArguments: given } = submitArguments(application, join(scratch, 'templates', String(folders)));
  const submitted = await submitter.driver(given);
  if (submitted.error) {
    throw new Error(`Spark ${submitter.version} refused the submission: ${submitted.error}`);
  }
  const driver = structuredClone(submitted.driver);
  driver.metadata.uid = '11111111-1111-1111-1111-111111111111'; // executors are owned by the driver
  const created = await runtime.executors(submitted.properties, executorTemplate, driver, executorCount);
  if (created.error) {
    throw new Error(`Spark ${runtime.version} refused to create executors: ${created.error}`);
  }
  const resources = [...submitted.preResources, ...submitted.resources];
  return { ...submitted, resources, executors: created.executors.map(({ pod }) => pod) };
}
