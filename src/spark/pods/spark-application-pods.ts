import type { JsonObject, JsonValue } from '../../manifest';
import { sparkResourcePrefix } from '../../naming';
import { MEBIBYTE, parseCpu } from '../../quantity';
import { overheadMib } from '../size/memory';
import { type Conf, objectAt, submittedConf, textAt, withPrefix } from './conf';
import { mebibytes, offHeapMib, overheadRule, type ProgramKind, programKind, pysparkMib } from './memory';
import { appNameLabel } from './names';
import type { PodMemoryParts, PodPrediction, SparkApplicationPods } from './prediction';

/** Spark inside the controller image of spark-operator 2.5.2: it builds the driver's pod, whatever the application runs. */
export const OPERATOR_SPARK_VERSION = '4.0.4';

/** `spark.dynamicAllocation.maxExecutors` when it is not set. */
const UNBOUNDED = 2147483647;

type Role = 'driver' | 'executor';

/**
 * The pods that a run of a SparkApplication creates, read from nothing but its manifest.
 *
 * @param application manifest of kind SparkApplication, `sparkoperator.k8s.io/v1beta2`
 * @param submitterVersion Spark with which the operator submits
 * @throws Error when a memory size, CPU amount or number cannot be read, as Spark would refuse it
 */
export function sparkApplicationPods(application: JsonObject, submitterVersion = OPERATOR_SPARK_VERSION): SparkApplicationPods {
  const conf = submittedConf(application);
  const spec = objectAt(application, 'spec');
  const kind = programKind(textAt(spec, 'mainApplicationFile') ?? '');
  const sparkVersion = textAt(spec, 'sparkVersion') ?? '';
  const driver = predict('driver', application, conf, kind, submitterVersion);
  const pod = predict('executor', application, conf, kind, sparkVersion);
  return { driver, executors: { ...executorCounts(conf), pod } };
}

function predict(role: Role, application: JsonObject, conf: Conf, kind: ProgramKind, builtBy: string): PodPrediction {
  const template = objectAt(application, 'spec', role, 'template');
  const memoryParts = memoryOf(role, conf, kind, builtBy);
  const { heap, overhead, offHeap, pyspark } = memoryParts;
  const limit = conf[`spark.kubernetes.${role}.limit.cores`] ?? templateCpuLimit(template, role);
  const requestKey = `spark.kubernetes.${role}.request.cores`;
  const coresKey = `spark.${role}.cores`;
  return {
    name: podName(role, conf),
    // Spark adds to the template's labels and wins where both state one.
    labels: { ...strings(objectAt(template, 'metadata', 'labels')), ...labelsOf(role, conf, builtBy) },
    annotations: {
      ...strings(objectAt(template, 'metadata', 'annotations')),
      ...withPrefix(conf, `spark.kubernetes.${role}.annotation.`),
    },
    serviceAccountName: serviceAccountOf(role, conf, template),
    image: conf[`spark.kubernetes.${role}.container.image`] ?? conf['spark.kubernetes.container.image'] ?? '',
    cpuRequestMillis:
      conf[requestKey] === undefined ? cpu(conf[coresKey] ?? '1', coresKey) : cpu(conf[requestKey] as string, requestKey),
    ...(limit === undefined ? {} : { cpuLimitMillis: cpu(limit, `spark.kubernetes.${role}.limit.cores`) }),
    memoryBytes: heap + overhead + offHeap + pyspark,
    memoryParts,
  };
}

function memoryOf(role: Role, conf: Conf, kind: ProgramKind, builtBy: string): PodMemoryParts {
  const heap = mebibytes(conf[`spark.${role}.memory`] ?? '1g', `spark.${role}.memory`);
  const overhead = overheadMib(heap, overheadRule(role, conf, kind, !builtBy.startsWith('3.')));
  const executor = role === 'executor';
  return {
    heap: heap * MEBIBYTE,
    overhead: overhead * MEBIBYTE,
    offHeap: executor ? offHeapMib(conf) * MEBIBYTE : 0,
    pyspark: executor ? pysparkMib(conf, kind) * MEBIBYTE : 0,
  };
}

function podName(role: Role, conf: Conf): string {
  if (role === 'driver') return conf['spark.kubernetes.driver.pod.name'] as string;
  const prefix = conf['spark.kubernetes.executor.podNamePrefix'] ?? sparkResourcePrefix(conf['spark.app.name'] as string, '<id>');
  return `${prefix}-exec-<n>`;
}

function labelsOf(role: Role, conf: Conf, builtBy: string): Record<string, string> {
  return {
    ...withPrefix(conf, `spark.kubernetes.${role}.label.`),
    'spark-app-name': appNameLabel(conf['spark.app.name'] as string),
    'spark-app-selector': '<application-id>',
    'spark-role': role,
    'spark-version': builtBy,
    ...(role === 'executor' ? { 'spark-exec-id': '<n>', 'spark-exec-resourceprofile-id': '0' } : {}),
  };
}

/** The executor's step looks only at the deprecated `serviceAccount` of the template before it takes the configured one. */
function serviceAccountOf(role: Role, conf: Conf, template: JsonObject): string {
  const spec = objectAt(template, 'spec');
  const driver = conf['spark.kubernetes.authenticate.driver.serviceAccountName'];
  const own = textAt(spec, 'serviceAccountName') ?? textAt(spec, 'serviceAccount') ?? 'default';
  if (role === 'driver') return driver ?? own;
  if (spec['serviceAccount'] !== undefined) return own;
  return conf['spark.kubernetes.authenticate.executor.serviceAccountName'] ?? driver ?? own;
}

function templateCpuLimit(template: JsonObject, role: Role): string | undefined {
  const listed = objectAt(template, 'spec')['containers'];
  const containers: JsonValue[] = Array.isArray(listed) ? listed : [];
  const named = containers.find((container) => objectAt(container)['name'] === `spark-kubernetes-${role}`);
  return textAt(objectAt(named ?? containers[0], 'resources', 'limits'), 'cpu');
}

function executorCounts(conf: Conf): { count: number; atRest: number } {
  const instances = count(conf, 'spark.executor.instances', 2);
  if (conf['spark.dynamicAllocation.enabled']?.trim().toLowerCase() !== 'true') return { count: instances, atRest: instances };
  return {
    count: count(conf, 'spark.dynamicAllocation.maxExecutors', UNBOUNDED),
    atRest: count(conf, 'spark.dynamicAllocation.minExecutors', 0),
  };
}

function count(conf: Conf, key: string, byDefault: number): number {
  const text = conf[key];
  if (text === undefined) return byDefault;
  if (!/^\s*\d+\s*$/.test(text)) throw new Error(`${key} '${text}' is not a whole number`);
  return Number(text);
}

function cpu(text: string, key: string): number {
  if (/^spark\.(driver|executor)\.cores$/.test(key) && !/^\d+$/.test(text)) {
    throw new Error(`${key} '${text}' is not a whole number`);
  }
  const millis = parseCpu(text);
  if (millis === undefined) throw new Error(`${key} '${text}' is not an amount of CPU like 500m or 2`);
  return millis;
}

function strings(object: JsonObject): Record<string, string> {
  return Object.fromEntries(Object.keys(object).map((key) => [key, textAt(object, key) ?? '']));
}
