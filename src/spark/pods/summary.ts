import type { JsonObject } from '../../manifest';
import { podResources } from '../../manifest/pod-resources';
import { MEBIBYTE } from '../../quantity';
import type { PredictedApplication } from '../operator';
import { executorCounts, type MemoryParts, readable, readableText } from '../prediction';
import type { PodPrediction, SparkApplicationPods } from './prediction';

/** The two kinds of Spark's pods. */
export type Role = 'driver' | 'executor';

/** What people and budgets look for in the pods of an application. */
export function podsSummary(predicted: PredictedApplication): SparkApplicationPods {
  const { driver, executor, memory } = predicted;
  const executors = executorCounts(predicted.driverProperties, predicted.sparkVersion);
  return {
    driver: podSummary('driver', driver, memory.driver),
    executors: {
      // below zero the driver ends before it asks for any
      count: Math.max(executors.atPeak, 0),
      atRest: Math.max(executors.atRest, 0),
      pod: podSummary('executor', executor, memory.executor),
    },
  };
}

function podSummary(role: Role, pod: JsonObject, memory: MemoryParts): PodPrediction {
  const { metadata, spec } = readable(pod) as unknown as { metadata: JsonObject; spec: JsonObject };
  const { cpuMillis, cpuLimitMillis, memoryBytes, memoryLimitBytes } = podResources(spec);
  const labels = { ...(metadata['labels'] as { [key: string]: string }) };
  // The first executor stands for all of them.
  if (role === 'executor') labels['spark-exec-id'] = '<n>';
  return {
    name: readableName(role, String(metadata['name'])),
    labels,
    annotations: { ...(metadata['annotations'] as { [key: string]: string } | undefined) },
    serviceAccountName: String(spec['serviceAccountName'] ?? 'default'),
    image: String(sparkContainer(role, spec)['image']),
    cpuRequestMillis: cpuMillis,
    ...(cpuLimitMillis === undefined ? {} : { cpuLimitMillis }),
    memoryBytes,
    ...(memoryLimitBytes === undefined ? {} : { memoryLimitBytes }),
    memoryParts: {
      heap: memory.heap * MEBIBYTE,
      overhead: memory.overhead * MEBIBYTE,
      offHeap: memory.offHeap * MEBIBYTE,
      pyspark: memory.pyspark * MEBIBYTE,
    },
  };
}

/** A name for people, of a predicted pod or of what belongs to it: the first executor stands for all of them. */
export function readableName(role: Role, name: string): string {
  const shown = readableText(name);
  return role === 'driver' ? shown : shown.replace(/-exec-1(?=-|$)/, '-exec-<n>');
}

/** Spark's own container among sidecars: its first argument tells the entry point which role it has. */
export function sparkContainer(role: Role, spec: JsonObject): JsonObject {
  const containers = spec['containers'] as JsonObject[];
  const isSparks = ({ args }: JsonObject): boolean => Array.isArray(args) && args[0] === role;
  return containers.find(isSparks) ?? (containers.at(-1) as JsonObject);
}
