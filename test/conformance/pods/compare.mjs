import { isDeepStrictEqual } from 'node:util';

const UNITS = { '': 1, m: 1e-3, k: 1e3, K: 1e3, M: 1e6, G: 1e9, T: 1e12, Ki: 2 ** 10, Mi: 2 ** 20, Gi: 2 ** 30, Ti: 2 ** 40 };

/** The number that a Kubernetes quantity stands for. */
export function quantity(text) {
  const [, number, unit] = /^([0-9.]+)([a-zA-Z]*)$/.exec(text) ?? [];
  if (UNITS[unit] === undefined) {
    throw new Error(`${text} is not a quantity`);
  }
  return Number(number) * UNITS[unit];
}

const millis = (number) => (number === undefined ? undefined : Math.round(number * 1000));

/** What a pod requests: a container that only states a limit requests as much. */
function requested({ containers }, resource) {
  const stated = ({ resources: { requests, limits } = {} }) => requests?.[resource] ?? limits?.[resource] ?? '0';
  return containers.reduce((sum, container) => sum + quantity(stated(container)), 0);
}

/** Limits as a quota counts them: those that are stated. */
function limits({ containers }, resource) {
  return containers.map(({ resources }) => resources?.limits?.[resource]).filter((limit) => limit !== undefined);
}

const sum = (quantities) => quantities.reduce((total, text) => total + quantity(text), 0);

/** The most CPU that a pod may take: nothing bounds it when one container has no limit. */
function cpuLimit(spec) {
  const stated = limits(spec, 'cpu');
  return stated.length < spec.containers.length ? undefined : sum(stated);
}

/** What each placeholder of a prediction stands for: what Spark, the driver or the operator draws at run time. */
const PLACEHOLDERS = {
  '<id>': '[0-9a-f]{16,17}',
  '<n>': '[1-9][0-9]*',
  '<application-id>': 'spark-[0-9a-f]{32}',
  '<uuid>': '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}',
};

function matches(predicted, real) {
  const pattern = predicted
    .split(/(<[a-z-]+>)/)
    .map((part) => PLACEHOLDERS[part] ?? part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('');
  return new RegExp(`^${pattern}$`).test(real);
}

function differencesOfMaps(what, predicted, real = {}) {
  const keys = [...new Set([...Object.keys(predicted), ...Object.keys(real)])].sort();
  return keys
    .filter((key) => predicted[key] === undefined || real[key] === undefined || !matches(predicted[key], real[key]))
    .map((key) => `${what} ${key}: predicted ${JSON.stringify(predicted[key])}, real ${JSON.stringify(real[key])}`);
}

/** The container that Spark runs in. */
export function sparkContainer(pod, role) {
  const { containers } = pod.spec;
  return containers.find(({ name }) => name === `spark-kubernetes-${role}`) ?? containers.at(-1);
}

/** How a prediction differs from the pod that Spark built: sentences, none when it does not. */
export function podDifferences(role, predicted, real) {
  const container = sparkContainer(real, role);
  const { heap, overhead, offHeap, pyspark } = predicted.memoryParts;
  const facts = [
    ['CPU request in millicores', predicted.cpuRequestMillis, millis(requested(real.spec, 'cpu'))],
    ['CPU limit in millicores', predicted.cpuLimitMillis, millis(cpuLimit(real.spec))],
    ['memory request in bytes', predicted.memoryBytes, requested(real.spec, 'memory')],
    ['memory limit in bytes', predicted.memoryLimitBytes, sum(limits(real.spec, 'memory'))],
    ['sum of the memory parts in bytes', heap + overhead + offHeap + pyspark, quantity(container.resources.requests.memory)],
    ['image', predicted.image, container.image],
    ['service account', predicted.serviceAccountName, real.spec.serviceAccountName ?? 'default'],
  ];
  const heapVariable = (container.env ?? []).find(({ name }) => name === 'SPARK_EXECUTOR_MEMORY');
  if (heapVariable) {
    facts.push(['heap in MiB', `${predicted.memoryParts.heap / 2 ** 20}m`, heapVariable.value]);
  }
  return [
    ...(matches(predicted.name, real.metadata.name) ? [] : [`name: predicted ${predicted.name}, real ${real.metadata.name}`]),
    ...facts
      .filter(([, expected, found]) => !isDeepStrictEqual(expected, found))
      .map(([what, expected, found]) => `${what}: predicted ${expected}, real ${found}`),
    ...differencesOfMaps('label', predicted.labels, real.metadata.labels),
    ...differencesOfMaps('annotation', predicted.annotations, real.metadata.annotations),
  ].map((difference) => `${role}: ${difference}`);
}

/** How the predicted number of executors differs from what the properties of the real driver ask for. */
export function countDifferences(predicted, properties) {
  const dynamic = properties['spark.dynamicAllocation.enabled'] === 'true';
  const number = (key, byDefault) => Number(properties[key] ?? byDefault);
  const fixed = number('spark.executor.instances', 2);
  const peak = dynamic ? number('spark.dynamicAllocation.maxExecutors', 2147483647) : fixed;
  const rest = dynamic ? number('spark.dynamicAllocation.minExecutors', 0) : fixed;
  return [
    ['executors at the peak', predicted.count, peak],
    ['executors at rest', predicted.atRest, rest],
  ]
    .filter(([, expected, found]) => expected !== found)
    .map(([what, expected, found]) => `${what}: predicted ${expected}, real ${found}`);
}
