import { apiGroup, fromYaml, type JsonObject, podResources } from '../manifest';
import { MEBIBYTE } from '../quantity';
import { helmChartName } from '../registry/helm-charts';
import { MAXIMUM_CONCURRENT_RUNS_ANNOTATION, SPARK_APPLICATION_TEMPLATE_LABEL } from '../registry/labels';
import { helmReleasePods, type PodPrediction, podsSummary, sparkApplicationPods } from '../spark/predictions';
import type { PodGroup, Workload } from './workload';

/** The pods that a manifest can bring to life; undefined when its kind makes none. Reads what was emitted, never what was asked for. */
export function workloadOf(object: JsonObject): Workload | undefined {
  const pods = podsOf(object);
  if (pods === undefined) return undefined;
  const metadata = object['metadata'] as JsonObject;
  const target = object['kind'] === 'HelmRelease' ? (object['spec'] as JsonObject)['targetNamespace'] : undefined;
  return {
    kind: String(object['kind']),
    name: String(metadata['name']),
    namespace: String(target ?? metadata['namespace']),
    pods,
  };
}

function podsOf(object: JsonObject): PodGroup[] | undefined {
  const kind = String(object['kind']);
  switch (`${apiGroup(String(object['apiVersion']))}/${kind}`) {
    case 'sparkoperator.k8s.io/SparkApplication':
      return sparkPods(object, 1);
    case '/ConfigMap':
      return templatePods(object);
    case 'helm.toolkit.fluxcd.io/HelmRelease':
      return helmChartName(object) === 'spark-operator' ? operatorPods(object) : undefined;
    case 'apps/Deployment':
    case 'apps/StatefulSet':
    case 'batch/Job':
    case 'batch/CronJob':
    case '/Pod':
      return podTemplatePods(object, kind);
    default:
      return undefined;
  }
}

/** An orchestrator's template: nothing at rest, as many runs at the peak as the ConfigMap says. */
function templatePods(configMap: JsonObject): PodGroup[] | undefined {
  const metadata = configMap['metadata'] as { labels?: JsonObject; annotations?: JsonObject };
  if (metadata.labels?.[SPARK_APPLICATION_TEMPLATE_LABEL] !== 'true') return undefined;
  const runs = Number(metadata.annotations?.[MAXIMUM_CONCURRENT_RUNS_ANNOTATION] ?? 1);
  return Object.entries((configMap['data'] ?? {}) as JsonObject).flatMap(([key, text]) => {
    const application = fromYaml(String(text));
    if (application?.['kind'] !== 'SparkApplication')
      throw new Error(
        `ConfigMap ${String((metadata as { name?: string }).name)}: ${key} is no SparkApplication in YAML, so its pods cannot be counted\n  quote the orchestrator's placeholders, or take the label ${SPARK_APPLICATION_TEMPLATE_LABEL} off`,
      );
    return sparkPods(application, runs).map((group) => ({ ...group, atRest: 0 }));
  });
}

function sparkPods(application: JsonObject, runs: number): PodGroup[] {
  const { driver, executors } = podsSummary(sparkApplicationPods(application));
  return [sparkGroup('driver', driver, 1, runs), sparkGroup('executor', executors.pod, executors.atRest, executors.count * runs)];
}

function sparkGroup(role: string, pod: PodPrediction, atRest: number, atPeak: number): PodGroup {
  return {
    role,
    podName: pod.name,
    atRest,
    atPeak,
    cpuMillis: pod.cpuRequestMillis,
    ...(pod.cpuLimitMillis !== undefined && { cpuLimitMillis: pod.cpuLimitMillis }),
    memoryBytes: pod.memoryBytes,
    ...(pod.memoryLimitBytes !== undefined && { memoryLimitBytes: pod.memoryLimitBytes }),
    memoryExplanation: explainMemory(pod),
    images: [pod.image],
  };
}

function explainMemory({ memoryParts }: PodPrediction): string {
  const parts: [number, string][] = [
    [memoryParts.heap, 'heap'],
    [memoryParts.overhead, 'overhead'],
    [memoryParts.offHeap, 'off-heap'],
    [memoryParts.pyspark, 'PySpark'],
  ];
  return parts
    .filter(([bytes]) => bytes > 0)
    .map(([bytes, what]) => `${bytes / MEBIBYTE} ${what}`)
    .join(' + ');
}

function operatorPods(helmRelease: JsonObject): PodGroup[] {
  return helmReleasePods(helmRelease).map((pod) => ({
    role: pod.name.replace(/^.*-/, ''),
    podName: `${pod.name}-<…>`,
    atRest: pod.count,
    atPeak: pod.count + pod.surge,
    cpuMillis: pod.cpuRequestMillis,
    ...(pod.cpuLimitMillis !== undefined && { cpuLimitMillis: pod.cpuLimitMillis }),
    memoryBytes: pod.memoryRequestBytes,
    ...(pod.memoryLimitBytes !== undefined && { memoryLimitBytes: pod.memoryLimitBytes }),
    images: [pod.image],
  }));
}

/** Built-in kinds with a pod template. */
function podTemplatePods(object: JsonObject, kind: string): PodGroup[] {
  const spec = object['spec'] as JsonObject;
  const job = (kind === 'CronJob' ? (spec['jobTemplate'] as JsonObject | undefined)?.['spec'] : spec) as JsonObject;
  const podSpec = kind === 'Pod' ? spec : ((job?.['template'] as JsonObject | undefined)?.['spec'] as JsonObject | undefined);
  if (podSpec === undefined) throw new Error('it has no pod template');
  const count =
    kind === 'Job' || kind === 'CronJob' ? Number(job['parallelism'] ?? 1) : kind === 'Pod' ? 1 : Number(spec['replicas'] ?? 1);
  const surge = kind === 'Deployment' ? deploymentSurge(spec, count) : 0;
  const name = String((object['metadata'] as JsonObject)['name']);
  return [
    {
      role: kind.toLowerCase(),
      podName: kind === 'Pod' ? name : kind === 'StatefulSet' ? `${name}-<n>` : `${name}-<…>`,
      atRest: kind === 'CronJob' ? 0 : count,
      // A CronJob that allows it (the default) overlaps with its own last run; more than two say that it never finishes in time.
      atPeak: kind === 'CronJob' && (spec['concurrencyPolicy'] ?? 'Allow') === 'Allow' ? 2 * count : count + surge,
      ...podResources(podSpec),
    },
  ];
}

/** Pods above `replicas` during a rolling update: maxSurge, 25 % when unset, rounded up; Recreate has none. */
function deploymentSurge(spec: JsonObject, replicas: number): number {
  const strategy = (spec['strategy'] ?? {}) as { type?: string; rollingUpdate?: { maxSurge?: string | number } };
  if (strategy.type === 'Recreate') return 0;
  const surge = String(strategy.rollingUpdate?.maxSurge ?? '25%');
  return surge.endsWith('%') ? Math.ceil((replicas * Number(surge.slice(0, -1))) / 100) : Number(surge);
}
