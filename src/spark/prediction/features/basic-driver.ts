import type { JsonObject } from '../../../manifest';
import { printDouble } from '../java/text';
import { isSubmittersFile } from '../java/uri';
import { podAnnotations } from '../labels';
import { append, assign, fieldVariable, merge, metadataOf, type SparkPod, variable } from '../pod';
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
      const { container } = pod;
      setResources(
        container,
        [
          ['cpu', quantity(settings, 'spark.kubernetes.driver.request.cores', request)],
          ['memory', memory],
        ],
        [
          ...(limit === undefined ? [] : [['cpu', quantity(settings, 'spark.kubernetes.driver.limit.cores', limit)] as const]),
          ['memory', memory],
          ...driverResources(settings),
        ],
      );
      container.name ??= 'spark-kubernetes-driver';
      container.image = driverImage;
      container.imagePullPolicy = pullPolicy(settings);
      append(container, 'ports', driverPorts(context));
      append(container, 'env', [
        variable('SPARK_USER', context.random.user),
        variable('SPARK_APPLICATION_ID', applicationId),
        ...settings.walk('spark.kubernetes.driverEnv.').map(([name, value]) => variable(name, value)),
        fieldVariable('SPARK_DRIVER_BIND_ADDRESS', 'status.podIP'),
      ]);
      describePod(pod, context, podName);
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

/** Puts entries into the requests and limits of a container. */
export function setResources(
  container: JsonObject,
  requests: readonly (readonly [string, string])[],
  limits: readonly (readonly [string, string])[],
): void {
  // a template's resources belong to all pods
  const resources = { ...(container.resources as JsonObject | undefined) };
  assign(resources, 'requests', requests);
  assign(resources, 'limits', limits);
  container.resources = resources;
}

/** The metadata of the driver's pod, and where and how it runs. */
function describePod(pod: SparkPod, { settings, applicationId, labels }: DriverContext, name: string): void {
  const metadata = metadataOf(pod);
  merge(metadata, 'labels', labels);
  assign(metadata, 'annotations', podAnnotations(settings, 'driver', applicationId));
  metadata.name = name;
  const { spec } = pod;
  assign(spec, 'nodeSelector', nodeSelectors(settings, 'driver'));
  append(spec, 'imagePullSecrets', imagePullSecrets(settings));
  spec.restartPolicy = 'Never';
  const scheduler = schedulerName(settings, 'driver');
  if (scheduler !== undefined) spec.schedulerName = scheduler;
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

/**
 * The address of an archive, which Spark puts together anew: without an empty authority and a fragment, and escaped. It takes what
 * stands in braces for a variable.
 */
function archiveAddress({ settings }: DriverContext, address: string): string {
  if (/\{[^{}]+\}/.test(address))
    settings.refuse(`an archive is uploaded to ${address}, with braces in it`, 'rename the file or folder');
  return address
    .replace(/#.*$/s, '')
    .replace(/^([^:/]+):\/\/\//, '$1:/')
    .replaceAll(/[^a-zA-Z0-9\-_.~!$&'()*+,;=:@/?%]|%(?![0-9a-fA-F]{2})/gu, encodeURIComponent);
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
      return archiveAddress(context, uploaded(context, file.slice(0, hash))) + file.slice(hash);
    });
    return [[key, [...moved, ...others].join(',')]];
  });
}
