import type { Size } from 'cdk8s';
import type { ContainerResources } from 'cdk8s-plus-28';
import type { JsonObject } from '../../manifest';
import { MEBIBYTE, printCpu, printMemory } from '../../quantity';

/** Workers of the controller when nothing is stated; the chart's default. */
export const DEFAULT_WORKERS = 10;
/** Memory of the operator's own process with its caches. */
const PROCESS_MEMORY = 256 * MEBIBYTE;
/** Memory of one spark-submit: 128 MiB of heap (the chart's figure) and what a JVM needs beside it. */
const SUBMISSION_MEMORY = 192 * MEBIBYTE;
/** CPU of one worker; starting a JVM takes all it can get, so there is no limit. */
const WORKER_CPU = 100;

/**
 * CPU and memory of a controller: every worker may run a spark-submit, a JVM inside the pod, and the kernel kills one
 * that does not fit ("signal: killed"). 10 workers: 1 CPU, 256 + 10 × 192 = 2176 MiB.
 */
export function controllerResources(workers: number): JsonObject {
  const memory = printMemory(PROCESS_MEMORY + workers * SUBMISSION_MEMORY);
  return { requests: { cpu: printCpu(Math.max(1000, workers * WORKER_CPU)), memory }, limits: { memory } };
}

/** The least memory limit that lets every worker run a JVM with 128 MiB of heap, in bytes. */
export function leastControllerMemory(workers: number): number {
  return (128 + workers * 128) * MEBIBYTE;
}

/** CPU and memory of a webhook: it answers small requests and keeps a cache of pods. */
export function webhookResources(): JsonObject {
  return { requests: { cpu: '100m', memory: '256Mi' }, limits: { memory: '256Mi' } };
}

/** Resources of a container as Kubernetes writes them. */
export function printResources({ cpu, memory, ephemeralStorage }: ContainerResources): JsonObject {
  const side = (key: 'request' | 'limit'): JsonObject => ({
    ...(cpu?.[key] ? { cpu: cpu[key].amount } : {}),
    ...(memory?.[key] ? { memory: printSize(memory[key]) } : {}),
    ...(ephemeralStorage?.[key] ? { 'ephemeral-storage': printSize(ephemeralStorage[key]) } : {}),
  });
  const [requests, limits] = [side('request'), side('limit')];
  return { ...(Object.keys(requests).length > 0 ? { requests } : {}), ...(Object.keys(limits).length > 0 ? { limits } : {}) };
}

const printSize = (size: Size): string => printMemory(size.toKibibytes() * 1024);
