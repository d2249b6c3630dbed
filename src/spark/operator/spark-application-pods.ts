import type { JsonObject } from '../../manifest';
import { isObject } from '../../manifest/values';
import { type Conf, type MemoryParts, predictPods, type RandomParts, submit } from '../prediction';
import { admissionRefusals, manifestRefusals } from './admission';
import { type Application, readApplication, UNKNOWN_UID } from './application';
import { withDefaults } from './defaults';
import { CONTAINER_NAME } from './labels';
import { mutatedPod } from './pod-webhook';
import { OperatorRefusal } from './refusal';
import { type OperatorSettings, resolveSettings } from './settings';
import { submitArguments } from './submit-arguments';
import type { RoleTemplates } from './templates';

/** Spark inside the controller's image of spark-operator 2.5.2: it builds the driver's pod, whatever the application runs. */
export const OPERATOR_SPARK_VERSION = '4.0.4';

/** What a prediction can take beside the manifest. */
export interface SparkApplicationPodsOptions {
  readonly settings?: OperatorSettings;
  /** Spark with which the operator submits. @default '4.0.4' */
  readonly submitterVersion?: string;
  readonly random?: Partial<RandomParts>;
}

/** Everything that a run of a SparkApplication creates. */
export interface PredictedApplication {
  /** The driver's pod as the API server gets it from the webhook. */
  readonly driver: JsonObject;
  /** Each executor's pod, with the numbers of the first. */
  readonly executor: JsonObject;
  /** Spark in the image, which builds the executors. */
  readonly sparkVersion: string;
  /** Service, ConfigMaps and claims that come with the driver. */
  readonly driverResources: readonly JsonObject[];
  /** Claims that come with each executor. */
  readonly executorResources: readonly JsonObject[];
  /** What the driver reads as its `spark.properties`. */
  readonly driverProperties: Conf;
  readonly memory: { readonly driver: MemoryParts; readonly executor: MemoryParts };
  /** The operator's call of spark-submit. */
  readonly submitArguments: readonly string[];
}

/**
 * The pods that a run of a SparkApplication creates, read from nothing but its manifest: the operator calls spark-submit,
 * whose Spark builds the driver; the application's own Spark builds the executors; the operator's webhook changes both.
 *
 * @param manifest kind SparkApplication, `sparkoperator.k8s.io/v1beta2`
 * @throws OperatorRefusal what the operator would refuse
 * @throws SparkRefusal what Spark would refuse
 */
export function sparkApplicationPods(manifest: JsonObject, options: SparkApplicationPodsOptions = {}): PredictedApplication {
  const { settings = {}, submitterVersion = OPERATOR_SPARK_VERSION, random = {} } = options;
  const { webhook } = resolveSettings(settings);
  const application = accepted(readApplication(manifest), webhook);
  const { arguments: submitted, templates } = submitArguments(application, settings);
  const sparkVersion = runtimeVersion(application);
  refuseTemplatesWithoutContainers(templates);
  const pods = predictPods({
    submitter: submitterVersion,
    application: sparkVersion,
    submission: submit(submitted, { version: submitterVersion }),
    templates,
    driverUid: UNKNOWN_UID,
    random,
  });
  const executor = pods.executors[0] as (typeof pods.executors)[number];
  return {
    driver: webhook ? mutatedPod(pods.driver, application) : pods.driver,
    executor: webhook ? mutatedPod(executor.pod, application) : executor.pod,
    sparkVersion,
    driverResources: [...pods.driverPreResources, ...pods.driverResources],
    executorResources: executor.resources,
    driverProperties: pods.driverProperties,
    memory: pods.memory,
    submitArguments: submitted,
  };
}

/** The application as it is stored; all refusals at once. */
function accepted(application: Application, webhook: boolean): Application {
  const refusal = OperatorRefusal.together(webhook ? admissionRefusals(application) : manifestRefusals(application));
  if (refusal !== undefined) throw refusal;
  return webhook ? withDefaults(application) : application;
}

/** Go writes the missing list as null, on which Spark fails. */
function refuseTemplatesWithoutContainers(templates: RoleTemplates): void {
  for (const role of ['driver', 'executor'] as const) {
    if (isObject(templates[role]['spec']) && templates[role]['spec']['containers'] !== null) continue;
    throw new OperatorRefusal(
      role,
      `spec.${role}.template has no list of containers, and Spark cannot read the file that the operator writes then`,
      `add spec.containers with a container ${CONTAINER_NAME[role]}, or containers: []`,
    );
  }
}

/** The operator takes any text for a version; Spark's rules depend on it. */
function runtimeVersion({ spec }: Application): string {
  if (/^v?\d+\.\d+(\.|$)/.test(spec.sparkVersion)) return spec.sparkVersion.replace(/^v/, '');
  throw new OperatorRefusal(
    'executor',
    `sparkVersion ${spec.sparkVersion} does not say which Spark builds the executors`,
    'write the version of the image, such as 3.5.9',
  );
}
