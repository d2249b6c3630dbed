import { MEBIBYTE, parseJvmMemory } from '../../quantity';
import { JVM_OVERHEAD_FACTOR, MINIMUM_OVERHEAD_MIB, NON_JVM_OVERHEAD_FACTOR, type OverheadRule } from '../size/memory';
import type { Conf } from './conf';

/** What Spark takes the main file for: by its ending, whatever `spec.type` says (SparkSubmit.isPython, isR). */
export type ProgramKind = 'jvm' | 'python' | 'r';

/** The kind of a main file. */
export function programKind(mainApplicationFile: string): ProgramKind {
  if (mainApplicationFile.endsWith('.py')) return 'python';
  return mainApplicationFile.endsWith('.R') ? 'r' : 'jvm';
}

/** A JVM byte string in whole MiB, rounded down as Spark does; a bare number counts in the key's own unit. */
export function mebibytes(text: string, key: string, bareUnit: 'b' | 'm' = 'm'): number {
  const bytes = parseJvmMemory(text.trim(), bareUnit);
  if (bytes === undefined) throw new Error(`${key} '${text}' is not a JVM memory size like 512m or 2g`);
  return Math.floor(bytes / MEBIBYTE);
}

/**
 * How the overhead of a role is found. Precedence: stated overhead; else the role's factor; else
 * `spark.kubernetes.memoryOverheadFactor`; else 0.1 or, for Python and R, 0.4 (the driver hands the last two on to the
 * executors). The least overhead can be set since Spark 4.0; `minimumKeyKnown` says whether the Spark that builds
 * this pod reads that key.
 */
export function overheadRule(role: 'driver' | 'executor', conf: Conf, kind: ProgramKind, minimumKeyKnown: boolean): OverheadRule {
  const explicit = conf[`spark.${role}.memoryOverhead`];
  const minimumKey = `spark.${role}.minMemoryOverhead`;
  const minimum = minimumKeyKnown ? conf[minimumKey] : undefined;
  const factor = conf[`spark.${role}.memoryOverheadFactor`] ?? conf['spark.kubernetes.memoryOverheadFactor'];
  return {
    explicitMib: explicit === undefined ? undefined : mebibytes(explicit, `spark.${role}.memoryOverhead`),
    factor: factor === undefined ? (kind === 'jvm' ? JVM_OVERHEAD_FACTOR : NON_JVM_OVERHEAD_FACTOR) : Number(factor),
    minimumMib: minimum === undefined ? MINIMUM_OVERHEAD_MIB : mebibytes(minimum, minimumKey),
  };
}

/** Whether off-heap memory is switched on. */
export function offHeapEnabled(conf: Conf): boolean {
  return conf['spark.memory.offHeap.enabled']?.trim().toLowerCase() === 'true';
}

/**
 * Off-heap memory of an executor in MiB: only when switched on; a bare number counts in bytes.
 *
 * @throws Error when it is switched on without a size of at least 1 MiB, as Spark does
 */
export function offHeapMib(conf: Conf): number {
  if (!offHeapEnabled(conf)) return 0;
  const size = mebibytes(conf['spark.memory.offHeap.size'] ?? '0b', 'spark.memory.offHeap.size', 'b');
  if (size === 0) throw new Error('spark.memory.offHeap.size is not above 0 though spark.memory.offHeap.enabled is true');
  return size;
}

/** Python memory of an executor in MiB: only of Python programs. */
export function pysparkMib(conf: Conf, kind: ProgramKind): number {
  const size = conf['spark.executor.pyspark.memory'];
  return kind === 'python' && size !== undefined ? mebibytes(size, 'spark.executor.pyspark.memory') : 0;
}
