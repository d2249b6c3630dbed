import type { JsonObject } from '../../manifest';
import type { Application, PortSpec } from './application';
import { APP_NAME_LABEL, LAUNCHED_LABEL, LOCAL_DIRECTORY_PREFIX, ROLE_LABEL } from './labels';
import { memoryLimitQuantity } from './memory-limit';
import { exporterPort, exposes, metricsConfigMap, monitoringOf, mountsMetricsConfigMap } from './monitoring';
import { ownerReference, withOwner } from './owner';
import { append, appendContainers, assign, draftOf, mountConfigMap, type PodDraft } from './pod-draft';
import { OperatorRefusal } from './refusal';

type Step = (draft: PodDraft, application: Application) => void;

/**
 * A pod as the operator's webhook hands it on (spark-operator 2.5.2, internal/webhook/sparkpod_defaulter.go). It changes
 * every pod with the operator's labels, also one whose role has a template: fields and template add up. Without the labels
 * `sparkoperator.k8s.io/launched-by-spark-operator: 'true'` and `sparkoperator.k8s.io/app-name` it leaves the pod alone.
 *
 * @param application as it is stored: with the webhook's defaults, without what the submission added
 * @throws OperatorRefusal when the webhook would refuse the pod
 */
export function mutatedPod(pod: JsonObject, application: Application): JsonObject {
  const labels = ((pod['metadata'] as JsonObject)['labels'] ?? {}) as JsonObject;
  const name = labels[APP_NAME_LABEL];
  if (labels[LAUNCHED_LABEL] !== 'true' || !name) return pod;
  const role = labels[ROLE_LABEL];
  if (role !== 'driver' && role !== 'executor') return pod;
  if (name !== application.name) {
    throw new OperatorRefusal(
      role,
      `label ${APP_NAME_LABEL} of the ${role} is ${name}, so the webhook looks for a SparkApplication of that name`,
      'leave the label to the operator',
    );
  }
  const { pod: copy, draft } = draftOf(pod, role);
  for (const step of STEPS) step(draft, application);
  return copy;
}

/** In the webhook's order, as far as it matters. */
const STEPS: readonly Step[] = [
  ownDriver,
  environment,
  configurationFolder('hadoopConfigMap', 'hadoop-configmap-volume', '/etc/hadoop/conf', 'HADOOP_CONF_DIR'),
  configurationFolder('sparkConfigMap', 'spark-configmap-volume', '/etc/spark/conf', 'SPARK_CONF_DIR'),
  configMaps,
  volumes,
  ports,
  hostNetwork,
  podLists,
  podFields,
  scheduler,
  memoryLimit,
  gpu,
  metrics,
  containerFields,
];

/** Templates own executors; the driver's owner is checked here once more. */
function ownDriver({ role, metadata }: PodDraft, application: Application): void {
  if (role === 'driver') Object.assign(metadata, withOwner(metadata, ownerReference(application)));
}

function environment({ role, container }: PodDraft, { spec }: Application): void {
  append(container, 'env', spec[role].env);
  append(container, 'envFrom', spec[role].envFrom);
}

function configurationFolder(
  field: 'hadoopConfigMap' | 'sparkConfigMap',
  volumeName: string,
  mountPath: string,
  variable: string,
): Step {
  return (draft, { spec }) => {
    const configMap = spec[field];
    if (configMap === undefined) return;
    mountConfigMap(draft, volumeName, configMap, mountPath);
    append(draft.container, 'env', [{ name: variable, value: mountPath }]);
  };
}

const LONGEST_VOLUME_NAME = 63;

function configMaps(draft: PodDraft, { spec }: Application): void {
  for (const { name, path } of spec[draft.role].configMaps ?? []) {
    mountConfigMap(draft, `${name}-vol`.slice(0, LONGEST_VOLUME_NAME), name, path);
  }
}

/** Only what is mounted is added; a mount of a volume that the application does not have is left out without a word. */
function volumes({ role, spec: pod, container }: PodDraft, { spec }: Application): void {
  const byName = new Map((spec.volumes ?? []).map((volume) => [volume.name, volume]));
  const mounts = (spec[role].volumeMounts ?? []).filter(
    ({ name }) => !name.startsWith(LOCAL_DIRECTORY_PREFIX) && byName.has(name),
  );
  append(
    pod,
    'volumes',
    [...new Set(mounts.map(({ name }) => name))].map((name) => byName.get(name) as JsonObject),
  );
  append(container, 'volumeMounts', mounts);
}

function ports({ role, container }: PodDraft, { spec }: Application): void {
  append(container, 'ports', (spec[role].ports ?? []).map(containerPort));
}

function containerPort({ name, containerPort, protocol }: PortSpec): JsonObject {
  return { name, containerPort, protocol };
}

function hostNetwork({ role, spec: pod }: PodDraft, { spec }: Application): void {
  if (!spec[role].hostNetwork) return;
  pod['hostNetwork'] = true;
  pod['dnsPolicy'] = 'ClusterFirstWithHostNet';
}

function podLists({ role, spec: pod }: PodDraft, { spec }: Application): void {
  const { hostAliases, initContainers, sidecars, tolerations, nodeSelector } = spec[role];
  append(pod, 'hostAliases', hostAliases);
  appendContainers(pod, 'initContainers', initContainers);
  appendContainers(pod, 'containers', sidecars);
  assign(pod, 'nodeSelector', nodeSelector);
  append(pod, 'tolerations', tolerations);
}

/** Fields that replace what the pod has. */
function podFields({ role, spec: pod }: PodDraft, { spec }: Application): void {
  const { dnsConfig, affinity, podSecurityContext, terminationGracePeriodSeconds, shareProcessNamespace, priorityClassName } =
    spec[role];
  const replaced = {
    dnsConfig,
    affinity,
    securityContext: podSecurityContext,
    terminationGracePeriodSeconds,
    shareProcessNamespace: shareProcessNamespace || undefined,
    priorityClassName: priorityClassName || undefined,
  };
  for (const [key, value] of Object.entries(replaced)) if (value !== undefined) pod[key] = value;
  if (priorityClassName) {
    // The API server fills them in again, from the class.
    delete pod['priority'];
    delete pod['preemptionPolicy'];
  }
}

/** `batchScheduler` is taken for the scheduler's name, also when the operator has no batch scheduling. */
function scheduler({ role, spec: pod }: PodDraft, { spec }: Application): void {
  const name = spec.batchScheduler ?? spec[role].schedulerName;
  if (name) pod['schedulerName'] = name;
}

function memoryLimit({ role, container }: PodDraft, { spec }: Application): void {
  const limit = spec[role].memoryLimit;
  if (limit !== undefined) limitResource(container, 'memory', memoryLimitQuantity(role, limit));
}

function gpu({ role, container }: PodDraft, { spec }: Application): void {
  const { name, quantity } = spec[role].gpu ?? { name: '', quantity: 0 };
  if (name !== '' && quantity > 0) limitResource(container, name, String(quantity));
}

/** The API server has made a missing request of the limit that there was, before the webhook replaces the limit. */
function limitResource(container: JsonObject, resource: string, quantity: string): void {
  const resources = { ...(container['resources'] as JsonObject | undefined) };
  const limit = ((resources['limits'] ?? {}) as JsonObject)[resource];
  const requested = ((resources['requests'] ?? {}) as JsonObject)[resource];
  if (limit !== undefined && requested === undefined) assign(resources, 'requests', { [resource]: limit });
  assign(resources, 'limits', { [resource]: quantity });
  container['resources'] = resources;
}

function metrics(draft: PodDraft, application: Application): void {
  const monitoring = monitoringOf(application);
  if (monitoring === undefined || !mountsMetricsConfigMap(monitoring) || !exposes(draft.role, monitoring)) return;
  const { name, volumeName, mountPath } = metricsConfigMap(application);
  const { port, name: portName } = exporterPort(monitoring);
  mountConfigMap(draft, volumeName, name, mountPath);
  append(draft.container, 'ports', [containerPort({ name: portName, containerPort: port, protocol: 'TCP' })]);
}

function containerFields({ role, container }: PodDraft, { spec }: Application): void {
  const { securityContext, lifecycle } = spec[role];
  if (securityContext !== undefined) container['securityContext'] = securityContext;
  if (lifecycle !== undefined) container['lifecycle'] = lifecycle;
}
