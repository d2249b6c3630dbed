import type { JsonObject } from '../../../manifest';
import { ROLE_KEYS } from '../conf/role-keys';
import type { Settings } from '../conf/settings';
import { executorJavaOptions } from '../java-options';
import { podAnnotations, podLabels, withIds } from '../labels';
import type { MemoryParts } from '../model';
import { executorHostname } from '../names';
import { add, append, assign, fieldVariable, merge, metadataOf, type SparkPod, variable } from '../pod';
import { quantity, quantityNumber } from '../quantity';
import { hasAny, since } from '../versions';
import { setResources } from './basic-driver';
import { FEATURES, type Feature, type PodContext } from './feature';
import { checkConfigMapSize, image, imagePullSecrets, nodeSelectors, pullPolicy, schedulerName } from './pod-settings';

/** What the basic step of executors reads besides the context of every step. */
export interface ExecutorContext extends PodContext {
  readonly role: 'executor';
  readonly executorId: string;
  readonly owner?: JsonObject;
  readonly memory: MemoryParts;
  readonly cores: number;
  readonly resources: () => Iterable<readonly [string, string]>;
  /** Options of the JVM that are the same for all executors. */
  readonly startupOptions: readonly string[];
}

const { requestCores: REQUEST, limitCores: LIMIT } = ROLE_KEYS.executor;
const DISABLE_CONFIG_MAP = 'spark.kubernetes.executor.disableConfigMap';
const USE_DRIVER_POD_IP = 'spark.kubernetes.executor.useDriverPodIP';
const GRACE_PERIOD = 'spark.kubernetes.executor.terminationGracePeriodSeconds';
const RECOVERY_MODE = 'spark.kubernetes.allocation.recoveryMode.enabled';
const SECRET_BITS = 'spark.authenticate.secretBitLength';
const CONF_VOLUME = 'spark-conf-volume-exec';

/** An executor's container, its size and variables, and the pod's metadata. */
export function basicExecutor(context: ExecutorContext): Feature {
  const { settings, namePrefix, executorId, cores } = context;
  const executorImage = image(settings, 'executor');
  const blockManagerPort = settings.plainInteger('spark.blockManager.port') ?? 7079;
  if (blockManagerPort !== 0 && (blockManagerPort < 1024 || blockManagerPort >= 65536)) {
    settings.refuse(`spark.blockManager.port is ${blockManagerPort}`, 'write 0, or a port between 1024 and 65535');
  }
  const driverUrl = `spark://CoarseGrainedScheduler@${driverAddress(context)}:${settings.plainInteger('spark.driver.port') ?? 7078}`;
  const usesConfigMap = !(settings.boolean(DISABLE_CONFIG_MAP) ?? false);
  const request = settings.text(REQUEST) ?? String(cores);
  const limit = settings.text(LIMIT);
  const podName = `${namePrefix}-exec-${executorId}`;

  return {
    name: `${FEATURES}.BasicExecutorFeatureStep`,
    configure: (pod) => {
      checkConfigMapSize(settings);
      fillContainer(pod.container, context, { executorImage, request, limit, driverUrl, blockManagerPort });
      describePod(pod, context, podName);
      if (!usesConfigMap) return;
      add(pod, {
        volumes: [{ configMap: { name: `spark-exec-${context.random.executorConfigMapId}-conf-map` }, name: CONF_VOLUME }],
        mounts: [{ mountPath: '/opt/spark/conf', name: CONF_VOLUME }],
      });
    },
  };
}

function driverAddress({ settings }: ExecutorContext): string {
  // without the Service the driver goes by the name of its own machine, which is not known
  const host = settings.text('spark.driver.host') ?? 'localhost';
  const byIp = since(settings.version, '4.1') && (settings.boolean(USE_DRIVER_POD_IP) ?? false);
  return byIp ? (settings.text('spark.driver.bindAddress') ?? host) : host;
}

interface ContainerParts {
  readonly executorImage: string;
  readonly request: string;
  readonly limit: string | undefined;
  readonly driverUrl: string;
  readonly blockManagerPort: number;
}

function fillContainer(container: JsonObject, context: ExecutorContext, parts: ContainerParts): void {
  const { settings, memory } = context;
  const total = `${memory.heap + memory.overhead + memory.offHeap + memory.pyspark}Mi`;
  const request = quantity(settings, REQUEST, parts.request);
  setResources(
    container,
    [
      ['memory', total],
      ['cpu', request],
    ],
    [['memory', total], ...context.resources(), ...cpuLimit(context, parts.limit, request)],
  );
  container.name ??= 'spark-kubernetes-executor';
  container.image = parts.executorImage;
  container.imagePullPolicy = pullPolicy(settings);
  if (parts.blockManagerPort !== 0) {
    append(container, 'ports', [{ containerPort: parts.blockManagerPort, name: 'blockmanager' }]);
  }
  if (since(settings.version, '4.2')) append(container, 'resizePolicy', resizePolicy());
  append(container, 'env', executorVariables(context, parts.driverUrl));
  append(container, 'args', ['executor']);
  const script = decommissionScript(context);
  if (script !== undefined) container.lifecycle = { preStop: { exec: { command: [script] } } };
}

/** Since Spark 4.2 executors may be resized without a restart. */
const resizePolicy = (): JsonObject[] =>
  ['cpu', 'memory'].map((resourceName) => ({ resourceName, restartPolicy: 'NotRequired' }));

function cpuLimit({ settings }: ExecutorContext, limit: string | undefined, request: string): (readonly [string, string])[] {
  if (limit === undefined) return [];
  const checked = quantity(settings, LIMIT, limit);
  if (since(settings.version, '4.1')) {
    const [most, least] = [quantityNumber(limit), quantityNumber(request)];
    if (most === undefined || least === undefined || most < least) {
      settings.refuse(
        `${LIMIT} is ${limit}, while executors request ${request} CPUs`,
        `write a quantity that is not less than ${REQUEST} or spark.executor.cores`,
      );
    }
  }
  return [['cpu', checked]];
}

function decommissionScript({ settings }: ExecutorContext): string | undefined {
  if (!(settings.boolean('spark.decommission.enabled') ?? false)) return undefined;
  return settings.text('spark.kubernetes.decommission.script') ?? '/opt/decom.sh';
}

const VARIABLE_NAME = /^[-._a-zA-Z][-._a-zA-Z0-9]*$/;

function executorVariables(context: ExecutorContext, driverUrl: string): JsonObject[] {
  const { settings, executorId, applicationId, random, memory } = context;
  const withExecutorsIds = (text: string): string => withIds(text, applicationId, executorId);
  const classPath = ['spark.executor.defaultExtraClassPath', 'spark.executor.extraClassPath']
    .slice(since(settings.version, '4.0') ? 0 : 1)
    .map((key) => settings.text(key))
    .filter((part) => part !== undefined);
  const secret = authenticationSecret(context);
  return [
    variable('SPARK_USER', random.user),
    variable('SPARK_DRIVER_URL', driverUrl),
    variable('SPARK_EXECUTOR_CORES', coresForTasks(context)),
    variable('SPARK_EXECUTOR_MEMORY', `${memory.heap}m`),
    variable('SPARK_APPLICATION_ID', applicationId),
    variable('SPARK_CONF_DIR', '/opt/spark/conf'),
    variable('SPARK_EXECUTOR_ID', executorId),
    variable('SPARK_RESOURCE_PROFILE_ID', '0'),
    ...logUrlAttributes(context),
    ...settings
      .walk('spark.executorEnv.', (name) => VARIABLE_NAME.test(name))
      .map(([name, value]) => variable(name, name === 'SPARK_EXECUTOR_DIRS' ? withDirectoryIds(value, context) : value)),
    ...(secret === undefined ? [] : [variable('_SPARK_AUTH_SECRET', secret)]),
    ...(classPath.length === 0 ? [] : [variable('SPARK_CLASSPATH', classPath.join(':'))]),
    ...libraryPath(settings),
    ...[...executorJavaOptions(settings, withExecutorsIds), ...context.startupOptions].map((option, index) =>
      variable(`SPARK_JAVA_OPT_${index}`, option),
    ),
    fieldVariable('SPARK_EXECUTOR_POD_IP', 'status.podIP'),
    fieldVariable('SPARK_EXECUTOR_POD_NAME', 'metadata.name'),
  ];
}

/** Since Spark 4.2 executors may be told to run one task at a time only, so that they do not run out of memory again. */
function coresForTasks({ settings, cores }: ExecutorContext): string {
  const isRecovering = since(settings.version, '4.2') && (settings.boolean(RECOVERY_MODE) ?? false);
  return isRecovering ? (settings.raw('spark.task.cpus') ?? '1') : String(cores);
}

/** For native libraries; a correction that came to several lines at once. */
function libraryPath(settings: Settings): JsonObject[] {
  const path = hasAny(settings.version, ['4.0.5', '4.1.4', '4.2.0'])
    ? settings.text('spark.executor.extraLibraryPath')
    : undefined;
  return path === undefined ? [] : [variable('SPARK_EXECUTOR_LIBRARY_PATH', path)];
}

/** Since Spark 4.0: what a custom URL of logs may refer to. */
function logUrlAttributes({ settings, applicationId, executorId }: ExecutorContext): JsonObject[] {
  if (!since(settings.version, '4.0') || !settings.has('spark.ui.custom.executor.log.url')) return [];
  return [
    variable('SPARK_EXECUTOR_ATTRIBUTE_APP_ID', applicationId),
    variable('SPARK_EXECUTOR_ATTRIBUTE_EXECUTOR_ID', executorId),
  ];
}

function withDirectoryIds(folders: string, { applicationId, executorId }: ExecutorContext): string {
  return folders.replaceAll('SPARK_APPLICATION_ID', applicationId).replaceAll('SPARK_EXECUTOR_ID', executorId);
}

/** The driver draws a secret of its own on Kubernetes, whatever the configuration says, unless it is in files. */
function authenticationSecret({ settings, random }: ExecutorContext): string | undefined {
  if (!(settings.boolean('spark.authenticate') ?? false)) return undefined;
  const file = settings.text('spark.authenticate.secret.executor.file') ?? settings.text('spark.authenticate.secret.file');
  if (file !== undefined) return undefined;
  const bits = settings.integer(SECRET_BITS) ?? 256;
  const bytes = Math.trunc(bits / 8);
  if (bytes < 0) settings.refuse(`${SECRET_BITS} is ${bits}`, 'write a number that is not negative');
  return random.authenticationSecret.padEnd(bytes * 2, '0').slice(0, bytes * 2);
}

/** The metadata of an executor's pod, and where and how it runs. */
function describePod(pod: SparkPod, context: ExecutorContext, name: string): void {
  const { settings, applicationId, executorId, owner } = context;
  const metadata = metadataOf(pod);
  merge(metadata, 'labels', podLabels(settings, 'executor', applicationId, executorId));
  assign(metadata, 'annotations', podAnnotations(settings, 'executor', applicationId, executorId));
  if (owner !== undefined) append(metadata, 'ownerReferences', [owner]);
  metadata.name = name;
  const { spec } = pod;
  assign(spec, 'nodeSelector', nodeSelectors(settings, 'executor'));
  append(spec, 'imagePullSecrets', imagePullSecrets(settings));
  const allocator = settings.text('spark.kubernetes.allocation.pods.allocator');
  const hostname = executorHostname(name);
  spec.hostname = since(settings.version, '4.2') && allocator === 'deployment' ? hostname.toLowerCase() : hostname;
  spec.restartPolicy = restartPolicy(settings.version, allocator);
  // takes the place of the template's
  if (since(settings.version, '4.1')) spec.terminationGracePeriodSeconds = gracePeriod(context);
  const scheduler = schedulerName(settings, 'executor');
  if (scheduler !== undefined) spec.schedulerName = scheduler;
}

function restartPolicy(version: string, allocator: string | undefined): string {
  return allocator === 'statefulset' || (allocator === 'deployment' && since(version, '4.2')) ? 'Always' : 'Never';
}

function gracePeriod({ settings }: ExecutorContext): number {
  const seconds = settings.seconds(GRACE_PERIOD) ?? 30;
  if (seconds < 0) settings.refuse(`${GRACE_PERIOD} is ${settings.text(GRACE_PERIOD)}`, 'write a time that is not negative');
  return seconds;
}
