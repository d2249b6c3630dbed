import type { JsonObject } from '../../manifest';
import { sparkResourcePrefix } from '../../naming';
import { Settings } from './conf/settings';
import { basicDriver } from './features/basic-driver';
import { driverCommand } from './features/driver-command';
import { driverCredentials } from './features/driver-credentials';
import { driverService } from './features/driver-service';
import { executorTemplate } from './features/executor-template';
import type { DriverContext, Feature } from './features/feature';
import { driverHadoopConf } from './features/hadoop-conf';
import { kerberos } from './features/kerberos';
import { localDirs } from './features/local-dirs';
import { networkPolicy } from './features/network-policy';
import { checkConfigMapSize } from './features/pod-settings';
import { mountSecrets, secretVariables } from './features/secrets';
import { mountVolumes } from './features/volumes';
import { concurrentMapOrder, immutableMapOrder } from './java/hash-order';
import { writeProperties } from './java/properties';
import { podLabels } from './labels';
import { driverMemory } from './memory';
import type { MemoryParts, PodTemplates, RandomParts, ReadFile, Submission } from './model';
import { driverServiceName } from './names';
import { add, finishedPod, variable } from './pod';
import { executorTemplateText, startingPod } from './starting-pod';
import { includedSteps } from './steps';
import { scalaOf, since } from './versions';
import { checkVolumes } from './volumes';

/** What a submission creates: the driver's pod and what belongs to it, and the properties that the driver reads. */
export interface BuiltDriver {
  readonly pod: JsonObject;
  readonly preResources: readonly JsonObject[];
  readonly resources: readonly JsonObject[];
  /** Sorted by key. */
  readonly properties: ReadonlyMap<string, string>;
  readonly memory: MemoryParts;
}

/** Spark's steps for a driver, in its order. */
function driverSteps(context: DriverContext): Feature[] {
  return [
    basicDriver(context),
    driverCredentials(context),
    driverService(context),
    ...(since(context.settings.version, '4.2') ? [networkPolicy(context)] : []),
    mountSecrets(context),
    secretVariables(context),
    mountVolumes(context),
    driverCommand(context),
    driverHadoopConf(context),
    kerberos(context),
    executorTemplate(context),
    localDirs(context),
  ];
}

/** Builds the driver as the submitter's Spark does. */
export function buildDriver(
  version: string,
  submission: Submission,
  templates: PodTemplates,
  random: RandomParts,
  readFile: ReadFile,
): BuiltDriver {
  const settings = new Settings(submission.conf, version, 'driver');
  checkVolumes(settings, 'executor'); // so that executors do not fail later
  const namePrefix = sparkResourcePrefix(settings.raw('spark.app.name') ?? 'spark', random.driverPrefixId);
  const { applicationId } = random;
  const context: DriverContext = {
    mainResource: submission.mainResource,
    mainClass: submission.mainClass,
    arguments: submission.arguments,
    ...(submission.proxyUser === undefined ? {} : { proxyUser: submission.proxyUser }),
    settings,
    random,
    readFile,
    namePrefix,
    applicationId,
    role: 'driver',
    namespace: settings.text('spark.kubernetes.namespace') ?? 'default',
    serviceName: driverServiceName(namePrefix, random.driverServiceId),
    memory: driverMemory(settings, submission.mainResource.kind),
    labels: podLabels(settings, 'driver', applicationId),
    executorTemplate: executorTemplateText(settings, templates),
  };
  const pod = startingPod(settings, 'driver', templates);
  const added = new Map<string, string>();
  const preResources: JsonObject[] = [];
  const resources: JsonObject[] = [];
  for (const step of includedSteps(context, driverSteps(context))) {
    step.configure?.(pod);
    for (const [key, value] of step.properties?.() ?? []) added.set(key, value);
    preResources.push(...(step.preResources?.() ?? []));
    resources.push(...(step.resources?.() ?? []));
  }
  checkConfigMapSize(settings);
  const properties = sorted(settings.all, added);
  const configMap = `spark-drv-${random.driverConfigMapId}-conf-map`;
  add(pod, {
    volumes: [{ configMap: { items: [{ key: PROPERTIES, mode: 0o644, path: PROPERTIES }], name: configMap }, name: CONF_VOLUME }],
    mounts: [{ mountPath: CONF_FOLDER, name: CONF_VOLUME }],
    env: [variable('SPARK_CONF_DIR', CONF_FOLDER)],
  });
  return {
    pod: finishedPod(pod),
    preResources,
    resources: [...resources, confConfigMap(configMap, context, properties)],
    properties,
    memory: context.memory.parts,
  };
}

/** The properties of the driver, sorted by key. */
function sorted(all: ReadonlyMap<string, string>, added: ReadonlyMap<string, string>): Map<string, string> {
  const keys = [...all.keys()];
  for (const key of added.keys()) if (!all.has(key)) keys.push(key);
  const properties = new Map<string, string>();
  for (const key of keys.sort()) properties.set(key, added.get(key) ?? all.get(key) ?? '');
  return properties;
}

const CONF_VOLUME = 'spark-conf-volume-driver';
const CONF_FOLDER = '/opt/spark/conf';
const PROPERTIES = 'spark.properties';

/** The ConfigMap from which the driver reads its properties. */
function confConfigMap(
  name: string,
  { namespace, settings }: DriverContext,
  properties: ReadonlyMap<string, string>,
): JsonObject {
  const order = concurrentMapOrder(immutableMapOrder([...properties.keys()], scalaOf(settings.version)));
  const written = order.map((key) => [key, properties.get(key) ?? ''] as const);
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name, namespace },
    data: {
      [PROPERTIES]: writeProperties(written, `Java properties built from Kubernetes config map with name: ${name}`),
      'spark.kubernetes.namespace': namespace,
    },
    immutable: true,
  };
}
