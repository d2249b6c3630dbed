import { objectAt, textAt } from '../../manifest/values';
import { dnsLabelProblem, dnsSubdomainProblem } from '../../naming';
import type { Problem } from '../../problem';
import { MEBIBYTE, parseCpu, parseMemory } from '../../quantity';
import { sparkContainer } from '../../spark/pods/summary';
import { executorCountProblem } from '../../spark/prediction';
import { MINIMUM_HEAP_MIB } from '../../spark/size/memory';
import type { Finding } from './finding';
import { namespaceOf, podOf } from './pod-facts';
import { type Prediction, ROLES, type Role } from './prediction';

/** What keeps predicted pods from being created, or from running: Spark makes them and they are of no use. */
export function runFindings(prediction: Prediction): Finding[] {
  return [
    ...nameFindings(prediction),
    ...ROLES.flatMap((role) => [...heapFindings(role, prediction), ...limitFindings(role, prediction)]),
    ...countFindings(prediction),
  ];
}

/** @param origin where the value stands that is to be changed */
function findingAt(origin: string | undefined, { message, fix }: Problem, { where, otherwise }: Prediction): Finding {
  return { where: [where, origin ?? otherwise].filter((part) => part !== undefined).join(': '), message, fix };
}

function finding(key: string, problem: Problem, prediction: Prediction): Finding {
  return findingAt(prediction.originOf(key), problem, prediction);
}

function nameFindings(prediction: Prediction): Finding[] {
  const names = [
    { key: 'spark.kubernetes.namespace', name: namespaceOf(prediction), rule: dnsLabelProblem },
    { key: 'spark.kubernetes.driver.pod.name', name: podName(prediction), rule: dnsSubdomainProblem },
  ];
  return names.flatMap(({ key, name, rule }) => {
    // What a reference becomes is known when Spark runs.
    const problem = name.includes('${') ? undefined : rule(name);
    if (problem === undefined) return [];
    const message = `${key} is '${name}', but a name in Kubernetes ${problem}`;
    return [finding(key, { message, fix: `write '${name.toLowerCase().replaceAll(/[^a-z0-9-]+/g, '-')}'` }, prediction)];
  });
}

const podName = (prediction: Prediction): string => textAt(podOf('driver', prediction), 'metadata', 'name') ?? '';

const LEAST_BYTES = MINIMUM_HEAP_MIB * MEBIBYTE;

/** Pods and the JVMs in them take a bare number for different sizes; the memory manager wants a least one. */
function heapFindings(role: Role, prediction: Prediction): Finding[] {
  const key = `spark.${role}.memory`;
  const { heap } = prediction.pods.memory[role];
  const text = prediction.pods.driverProperties[key]?.trim() ?? '';
  if (/^\d+$/.test(text)) {
    const meant = Number(text) >= LEAST_BYTES ? Math.floor(Number(text) / MEBIBYTE) : Math.max(heap, MINIMUM_HEAP_MIB);
    const message = `${key} is '${text}', which are MiB to the pod, but bytes to the JVM in it`;
    return [finding(key, { message, fix: `write '${meant}m'` }, prediction)];
  }
  if (heap >= MINIMUM_HEAP_MIB) return [];
  const message = `${key} is '${text}', but Spark does not start below ${MINIMUM_HEAP_MIB}m of heap`;
  return [finding(key, { message, fix: `write '${MINIMUM_HEAP_MIB}m' or more` }, prediction)];
}

/** What the API server says of a container that requests more than its limit. */
function limitFindings(role: Role, prediction: Prediction): Finding[] {
  const resources = objectAt(sparkContainer(role, objectAt(podOf(role, prediction), 'spec')), 'resources');
  const both = [
    { resource: 'cpu', parse: parseCpu, origin: prediction.originOf(`spark.kubernetes.${role}.limit.cores`) },
    { resource: 'memory', parse: parseMemory, origin: prediction.limitOrigin?.(role, 'memory') },
  ];
  return both.flatMap(({ resource, parse, origin }) => {
    const [request = '', limit = ''] = ['requests', 'limits'].map((kind) => textAt(resources, kind, resource));
    if ((parse(request) ?? 0) <= (parse(limit) ?? Number.POSITIVE_INFINITY)) return [];
    const message = `the ${role} requests ${request} of ${resource} and its limit is ${limit}, which the API server refuses`;
    const fix = `write a limit of at least ${request}, or request no more than ${limit}`;
    return [findingAt(origin, { message, fix }, prediction)];
  });
}

function countFindings(prediction: Prediction): Finding[] {
  const problem = executorCountProblem(prediction.executors);
  return problem === undefined ? [] : [finding(problem.key, problem, prediction)];
}
