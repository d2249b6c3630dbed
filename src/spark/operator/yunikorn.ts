import type { JsonValue } from '../../manifest';
import { MEBIBYTE, parseCpu, parseJvmMemory } from '../../quantity';
import type { Application, ApplicationSpec, Role, RoleSpec, Texts } from './application';
import { asWritten } from './fields';
import { goJson } from './go-json';
import { OperatorRefusal } from './refusal';

/**
 * The annotation that tells YuniKorn which pods an application will have, sized by the operator's own arithmetic: it reads
 * the typed fields only, so sizes in sparkConf count nothing.
 *
 * @throws OperatorRefusal when the operator cannot read a size
 */
export function taskGroups(application: Application, queue: Texts): string {
  const { spec } = application;
  const factor = overheadFactor(spec);
  const executors = initialExecutors(spec);
  const driver = group('driver', 1, spec, memory('driver', spec, factor), queue);
  if (executors === 0) return goJson([driver]);
  const executorMemory = memory('executor', spec, factor) + pysparkMemory(spec) + offHeapMemory(spec);
  return goJson([driver, group('executor', executors, spec, executorMemory, queue)]);
}

function group(role: Role, minMember: number, spec: ApplicationSpec, bytes: number, queue: Texts): Record<string, JsonValue> {
  const own = spec[role];
  const listed = {
    nodeSelector: { ...spec.nodeSelector, ...own.nodeSelector },
    tolerations: (own.tolerations ?? []).map((each) => asWritten(each, 'Toleration')),
    affinity: own.affinity && asWritten(own.affinity, 'Affinity'),
    // Without labels of its own the role gets the queue only after this annotation was begun.
    labels: own.labels && { ...own.labels, ...queue },
  };
  const minResource = { cpu: cpu(role, own), memory: `${Math.floor(bytes / MEBIBYTE)}Mi` };
  const stated = Object.entries(listed).filter(
    ([key, value]) => value !== undefined && (key === 'affinity' || Object.keys(value).length > 0),
  );
  return { name: `spark-${role}`, minMember, minResource, ...(Object.fromEntries(stated) as Record<string, JsonValue>) };
}

function cpu(role: Role, { cores, coreRequest }: RoleSpec): string {
  if (coreRequest === undefined) return String(cores ?? 1);
  if (parseCpu(coreRequest) === undefined) refuse(`${role}.coreRequest`, coreRequest, 'an amount of CPU like 500m');
  return coreRequest;
}

const MINIMUM_OVERHEAD = 384 * MEBIBYTE;

function memory(role: Role, spec: ApplicationSpec, factor: number): number {
  const { memory, memoryOverhead } = spec[role];
  const heap = memory === undefined ? 0 : bytesOf(`${role}.memory`, memory);
  if (memoryOverhead !== undefined) return heap + bytesOf(`${role}.memoryOverhead`, memoryOverhead);
  return heap + Math.floor(Math.max(heap * factor, MINIMUM_OVERHEAD));
}

function overheadFactor({ memoryOverheadFactor, type }: ApplicationSpec): number {
  if (memoryOverheadFactor === undefined) return type === 'Java' || type === 'Scala' ? 0.1 : 0.4;
  const factor = Number(memoryOverheadFactor);
  if (memoryOverheadFactor.trim() === '' || Number.isNaN(factor))
    refuse('memoryOverheadFactor', memoryOverheadFactor, 'a number like 0.2');
  return factor;
}

function pysparkMemory({ type, sparkConf }: ApplicationSpec): number {
  const text = sparkConf?.['spark.executor.pyspark.memory'];
  if (type !== 'Python' || text === undefined) return 0;
  return bytesOf('spark.executor.pyspark.memory', /^[+-]?\d+$/.test(text) ? `${text}m` : text);
}

function offHeapMemory({ sparkConf = {} }: ApplicationSpec): number {
  const enabled = sparkConf['spark.memory.offHeap.enabled'];
  const size = sparkConf['spark.memory.offHeap.size'];
  return enabled === undefined || enabled === 'false' || size === undefined ? 0 : bytesOf('spark.memory.offHeap.size', size);
}

/** A size always needs its unit here, other than for Spark. */
function bytesOf(field: string, text: string): number {
  const bytes = /^\d+[a-z]+$/i.test(text) ? parseJvmMemory(text) : undefined;
  return bytes ?? refuse(field, text, 'a whole number with its unit, like 512m');
}

function refuse(field: string, text: string, allowed: string): never {
  throw new OperatorRefusal('submit', `${field} '${text}' cannot be read by the operator for YuniKorn`, `write ${allowed}`);
}

/** As many executors as the driver asks for when it starts. */
function initialExecutors({ dynamicAllocation, executor }: ApplicationSpec): number {
  if (!dynamicAllocation?.enabled) return executor.instances ?? 2;
  const { initialExecutors = 0, minExecutors = 0 } = dynamicAllocation;
  return Math.max(executor.instances ?? 0, initialExecutors, minExecutors);
}
