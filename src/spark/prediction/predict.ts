import type { JsonObject } from '../../manifest';
import { buildDriver } from './driver';
import { buildExecutors } from './executor';
import type { Conf, PredictedPods, PredictPodsProps } from './model';
import { DEFAULT_RANDOM_PARTS } from './random';

/**
 * The pods that Spark creates for a submission, whole, as its own builders make them in cluster mode on Kubernetes.
 * Throws a SparkRefusal for what Spark would refuse.
 */
export function predictPods(props: PredictPodsProps): PredictedPods {
  const { submission, templates = {} } = props;
  const random = { ...DEFAULT_RANDOM_PARTS, ...props.random };
  const driver = buildDriver(props.submitter, submission, templates, random, props.readFile ?? (() => undefined));
  const built = buildExecutors({
    version: props.application,
    properties: driver.properties,
    templates,
    random,
    count: props.executors ?? 1,
    ...(props.driverUid === undefined ? {} : { owner: ownerOf(driver.pod, props.driverUid) }),
  });
  return {
    driver: driver.pod,
    driverPreResources: driver.preResources,
    driverResources: driver.resources,
    driverProperties: confOf(driver.properties),
    executors: built.executors,
    memory: { driver: driver.memory, executor: built.memory },
  };
}

/** The driver's pod as its executors name it; without the step that names it, it has no name. */
function ownerOf({ apiVersion, kind, metadata }: JsonObject, uid: string): JsonObject {
  const name = (metadata as JsonObject | undefined)?.name;
  return { apiVersion, controller: true, kind, uid, ...(name === undefined ? {} : { name }) };
}

/** Every key begins with `spark.`, so that plain assignments are safe; they are faster than `Object.fromEntries`. */
function confOf(properties: ReadonlyMap<string, string>): Conf {
  const conf: Record<string, string> = {};
  for (const [key, value] of properties) conf[key] = value;
  return conf;
}
