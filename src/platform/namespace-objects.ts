import type { Construct } from 'constructs';
import type { LimitRangeSpec, ResourceQuotaSpec } from '../../imports/kubernetes';
import { totalAtPeak, type Workload } from '../budget';
import { type JsonObject, Manifest } from '../manifest';
import { standardLabels } from '../naming';
import { MEBIBYTE, printCpu, printMemory } from '../quantity';
import { allowDnsSpec, defaultDenySpec, podSecurityLabels } from '../security';
import type { NamespaceBudget } from './environment-props';
import { cpuMillis, sizeBytes } from './resources';

/** Memory of a container that states none: small enough to stand out, large enough to start. */
const DEFAULT_MEMORY_BYTES = 256 * MEBIBYTE;
const DEFAULT_CPU_MILLIS = 100;

/**
 * What every namespace gets: the Namespace itself (never pruned: its deletion would take all that lives in it), quota and
 * limit range from the pods that its manifests can create, default-deny network policies and access to DNS.
 *
 * @param use what the namespace is for, as it stands when the objects are rendered
 */
export function addNamespaceObjects(scope: Construct, namespace: string, podSecurity: string, use: () => NamespaceUse): void {
  const labels = standardLabels({ name: namespace, component: 'namespace' });
  new Manifest(
    scope,
    `${namespace}-namespace`,
    {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: {
        name: namespace,
        labels: { ...labels, ...podSecurityLabels(podSecurity) },
        annotations: { 'kustomize.toolkit.fluxcd.io/prune': 'disabled' },
      },
    },
    () => ({}),
  );
  const inNamespace = (kind: string, apiVersion: string, name: string, spec: () => JsonObject): void => {
    new Manifest(
      scope,
      `${namespace}-${kind}-${name}`.toLowerCase(),
      { apiVersion, kind, metadata: { name, namespace, labels } },
      () => ({ spec: spec() }),
    );
  };
  inNamespace('ResourceQuota', 'v1', 'budget', () => quotaSpec(use()));
  inNamespace('LimitRange', 'v1', 'budget', () => limitRangeSpec(use()));
  inNamespace('NetworkPolicy', 'networking.k8s.io/v1', 'default-deny', defaultDenySpec);
  inNamespace('NetworkPolicy', 'networking.k8s.io/v1', 'allow-dns', allowDnsSpec);
}

/** What runs in a namespace. */
export interface NamespaceUse {
  readonly workloads: readonly Workload[];
  readonly budget?: NamespaceBudget;
}

/**
 * Exactly the peak of the namespace: one pod more is refused. Where no workload is known, pods come from elsewhere and may
 * use the budget. CPU limits are left out, since a quota on them would refuse every pod without one, and Spark's pods have
 * none unless asked for.
 */
export function quotaSpec({ workloads, budget }: NamespaceUse): JsonObject {
  const peak = totalAtPeak(workloads);
  if (workloads.length === 0 && budget !== undefined) {
    const memory = printMemory(sizeBytes(budget.memory));
    return {
      hard: { 'limits.memory': memory, 'requests.cpu': printCpu(cpuMillis(budget.cpu)), 'requests.memory': memory },
    } satisfies ResourceQuotaSpec;
  }
  return {
    hard: {
      'limits.memory': printMemory(peak.memoryLimitBytes),
      pods: String(peak.pods),
      'requests.cpu': printCpu(peak.cpuMillis),
      'requests.memory': printMemory(peak.memoryBytes),
    },
  } satisfies ResourceQuotaSpec;
}

/**
 * The largest container is the largest pod of the namespace. Defaults keep a container that states nothing from being refused
 * by the quota. A default CPU limit is not set: it would throttle Spark's pods.
 */
export function limitRangeSpec({ workloads, budget }: NamespaceUse): JsonObject {
  const largest = Math.max(
    DEFAULT_MEMORY_BYTES,
    ...(workloads.length === 0 && budget !== undefined ? [sizeBytes(budget.memory)] : []),
    ...workloads.flatMap(({ pods }) => pods.map((group) => group.memoryLimitBytes ?? group.memoryBytes)),
  );
  return {
    limits: [
      {
        default: { memory: printMemory(DEFAULT_MEMORY_BYTES) },
        defaultRequest: { cpu: printCpu(DEFAULT_CPU_MILLIS), memory: printMemory(DEFAULT_MEMORY_BYTES) },
        max: { memory: printMemory(largest) },
        type: 'Container',
      },
    ],
  } satisfies LimitRangeSpec;
}
