import { ROLE_KEYS, type Role } from './conf/role-keys';
import type { Settings } from './conf/settings';
import type { MainResource, MemoryParts } from './model';
import { since } from './versions';

const DEFAULT_HEAP = 1024;
const DEFAULT_MINIMUM = 384;
const JVM_FACTOR = 0.1;
/** Python and R run beside the JVM. */
const OTHER_FACTOR = 0.4;
const SHARED_FACTOR = 'spark.kubernetes.memoryOverheadFactor';

/** A factor that is set for both roles; it may be zero. */
function sharedFactor(settings: Settings): number | undefined {
  const factor = settings.double(SHARED_FACTOR);
  if (factor !== undefined && !(factor >= 0))
    settings.refuse(`${SHARED_FACTOR} is ${factor}`, 'write a number that is not negative');
  return factor;
}

function ownFactor(settings: Settings, role: Role): number | undefined {
  const key = ROLE_KEYS[role].memoryOverheadFactor;
  const factor = settings.double(key);
  if (factor !== undefined && !(factor > 0)) settings.refuse(`${key} is ${factor}`, 'write a number greater than 0');
  return factor;
}

const MAX_INTEGER = 2147483647;

function overhead(settings: Settings, role: Role, heap: number, factor: number): Pick<MemoryParts, 'overhead' | 'overheadRule'> {
  const hasMinimum = since(settings.version, '4.0');
  const minimum = (hasMinimum ? settings.mebibytes(ROLE_KEYS[role].minMemoryOverhead) : undefined) ?? DEFAULT_MINIMUM;
  const stated = settings.mebibytes(ROLE_KEYS[role].memoryOverhead);
  if (stated !== undefined) return { overhead: stated, overheadRule: { stated: true } };
  return { overhead: overheadByFactor(heap, factor, minimum), overheadRule: { stated: false, factor, minimum } };
}

/** The overhead of a heap that nobody stated, in MiB: a share of the heap, but at least the minimum. */
export function overheadByFactor(heap: number, factor: number, minimum: number): number {
  // Spark cuts the product to 32 bits
  const share = Math.min(Math.trunc(factor * heap) || 0, MAX_INTEGER);
  return Math.max(share, minimum);
}

/** The driver's memory, and the factor that it hands on to its executors. */
export interface DriverMemory {
  readonly parts: MemoryParts;
  readonly defaultFactor: number;
}

/** How Spark adds up the driver's memory. */
export function driverMemory(settings: Settings, kind: MainResource['kind']): DriverMemory {
  const heap = settings.mebibytes('spark.driver.memory') ?? DEFAULT_HEAP;
  const defaultFactor = sharedFactor(settings) ?? (kind === 'java' ? JVM_FACTOR : OTHER_FACTOR);
  const factor = ownFactor(settings, 'driver') ?? defaultFactor;
  return { parts: { heap, ...overhead(settings, 'driver', heap, factor), offHeap: 0, pyspark: 0 }, defaultFactor };
}

/** An executor's memory, from the properties of its driver. */
export function executorMemory(settings: Settings): MemoryParts {
  const heap = notNegative(settings, 'spark.executor.memory') ?? DEFAULT_HEAP;
  notNegative(settings, 'spark.executor.memoryOverhead');
  const pyspark = notNegative(settings, 'spark.executor.pyspark.memory') ?? 0;
  const factor = ownFactor(settings, 'executor') ?? sharedFactor(settings) ?? JVM_FACTOR;
  return {
    heap,
    ...overhead(settings, 'executor', heap, factor),
    offHeap: offHeap(settings),
    pyspark: settings.text('spark.kubernetes.resource.type') === 'python' ? pyspark : 0,
  };
}

function notNegative(settings: Settings, key: string): number | undefined {
  const size = settings.mebibytes(key);
  if (size !== undefined && size < 0) settings.refuse(`${key} is ${settings.text(key)}`, 'write a size that is not negative');
  return size;
}

function offHeap(settings: Settings): number {
  const size = settings.bytes('spark.memory.offHeap.size') ?? 0;
  if (size < 0) settings.refuse(`spark.memory.offHeap.size is ${size} bytes`, 'write a size that is not negative');
  if (!(settings.boolean('spark.memory.offHeap.enabled') ?? false)) return 0;
  const mebibytes = Math.floor(size / 1024 ** 2) | 0; // cut to 32 bits
  if (mebibytes <= 0) {
    settings.refuse(
      `spark.memory.offHeap.enabled is true, but spark.memory.offHeap.size is ${size} bytes`,
      'set spark.memory.offHeap.size to 1m or more, less than 2048t, or spark.memory.offHeap.enabled to false',
    );
  }
  return mebibytes;
}
