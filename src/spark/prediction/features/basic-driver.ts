import type { JsonObject } from '../../../manifest';
import { printDouble } from '../java/text';
import { isSubmittersFile } from '../java/uri';
import { podAnnotations } from '../labels';
import { append, assign, fieldVariable, type SparkPod, variable, withMap } from '../pod';
import { quantity } from '../quantity';
import { driverResources } from '../resources';
import { since } from '../versions';
import { type DriverContext, FEATURES, type Feature } from './feature';
import { image, imagePullSecrets, nodeSelectors, pullPolicy, schedulerName } from './pod-settings';
import { uploaded } from './upload';

/** The driver's container, its size, ports and variables, and the pod's metadata. */
export function basicDriver(context: DriverContext): Feature {
  const { settings, namePrefix, applicationId } = context;
  const podName = settings.text('spark.kubernetes.driver.pod.name') ?? `${namePrefix}-driver`;
  const driverImage = image(settings, 'driver');
  const cores = settings.integer('spark.driver.cores') ?? 1;
  const request = settings.text('spark.kubernetes.driver.request.cores') ?? String(cores);
  const limit = settings.text('spark.kubernetes.driver.limit.cores');
  const { parts, defaultFactor } = context.memory;

  return {
    name: `${FEATURES}.BasicDriverFeatureStep`,
    configure: (pod) => {
      const memory = `${parts.heap + parts.overhead}Mi`;
      return withPod(
        {
          ...pod,
          container: {
            ...withResources(
              pod.container,
              [
                ['cpu', quantity(settings, 'spark.kubernetes.driver.request.cores', request)],
                ['memory', memory],
              ],
              [
                ...(limit === undefined
                  ? []
                  : [['cpu', quantity(settings, 'spark.kubernetes.driver.limit.cores', limit)] as const]),
                ['memory', memory],
                ...driverResources(settings),
              ],
            ),
            name: pod.container.name ?? 'spark-kubernetes-driver',
            image: driverImage,
            imagePullPolicy: pullPolicy(settings),
            ...append(pick(pod.container, 'ports'), 'ports', driverPorts(context)),
            ...append(pick(pod.container, 'env'), 'env', [
              variable('SPARK_USER', context.random.user),
              variable('SPARK_APPLICATION_ID', applicationId),
              ...settings.walk('spark.kubernetes.driverEnv.').map(([name, value]) => variable(name, value)),
              fieldVariable('SPARK_DRIVER_BIND_ADDRESS', 'status.podIP'),
            ]),
          },
        },
        context,
        podName,
      );
    },
    properties: () => [
      ['spark.kubernetes.driver.pod.name', podName],
      ['spark.app.id', applicationId],
      ['spark.kubernetes.submitInDriver', 'true'],
      ['spark.kubernetes.memoryOverheadFactor', printDouble(defaultFactor)],
      ...uploadedFiles(context),
    ],
  };
}

const pick = (object: JsonObject, key: string): JsonObject => (object[key] === undefined ? {} : { [key]: object[key] });

/** The container with entries in the requests and limits of its resources. */
export function withResources(
  container: JsonObject,
  requests: readonly (readonly [string, string])[],
  limits: readonly (readonly [string, string])[],
): JsonObject {
  const resources = (container.resources as JsonObject | undefined) ?? {};
  return { ...container, resources: assign(assign(resources, 'requests', requests), 'limits', limits) };
}

function withPod(pod: SparkPod, { settings, applicationId, labels }: DriverContext, name: string): SparkPod {
  const scheduler = schedulerName(settings, 'driver');
  return {
    ...pod,
    metadata: {
      ...assign(withMap(pod.metadata ?? {}, 'labels', labels), 'annotations', podAnnotations(settings, 'driver', applicationId)),
      name,
    },
    spec: {
      ...append(
        assign(pod.spec, 'nodeSelector', nodeSelectors(settings, 'driver')),
        'imagePullSecrets',
        imagePullSecrets(settings),
      ),
      restartPolicy: 'Never',
      ...(scheduler === undefined ? {} : { schedulerName: scheduler }),
    },
  };
}

/** The port of Spark Connect's server, which a driver of Spark 4.1 and later may be. */
export function connectPort({ settings }: DriverContext): number | undefined {
  return since(settings.version, '4.1') ? (settings.plainInteger('spark.connect.grpc.binding.port') ?? 15002) : undefined;
}

function driverPorts(context: DriverContext): JsonObject[] {
  const { settings } = context;
  const connect = connectPort(context);
  // Spark reads the common port even where the driver has its own
  const commonPort = settings.plainInteger('spark.blockManager.port') ?? 7079;
  const blockManager = settings.plainInteger('spark.driver.blockManager.port') ?? commonPort;
  const ports: [string, number][] = [
    ['driver-rpc-port', settings.plainInteger('spark.driver.port') ?? 7078],
    ['blockmanager', blockManager],
    ['spark-ui', settings.integer('spark.ui.port') ?? 4040],
    ...(connect === undefined ? [] : [['spark-connect', connect] as [string, number]]),
  ];
  return ports.map(([name, containerPort]) => ({ containerPort, name, protocol: 'TCP' }));
}

const UPLOADED = ['spark.jars', 'spark.files', 'spark.archives', 'spark.submit.pyFiles'];

/** The lists of files with those of the submitter's machine replaced by where they were uploaded to. */
function uploadedFiles(context: DriverContext): [string, string][] {
  return UPLOADED.flatMap((key): [string, string][] => {
    const files = context.settings.list(key);
    const own = files.filter(isSubmittersFile);
    if (own.length === 0) return [];
    const others = files.filter((file) => !isSubmittersFile(file));
    const moved = own.map((file) => {
      if (key !== 'spark.archives') return uploaded(context, file);
      const hash = file.includes('#') ? file.indexOf('#') : file.length;
      // put together anew, which leaves out an empty authority
      return uploaded(context, file.slice(0, hash)).replace(/^([^:/]+):\/\/\//, '$1:/') + file.slice(hash);
    });
    return [[key, [...moved, ...others].join(',')]];
  });
}
