import type { KeyEntry } from '../lookup/registry';
import { nanoseconds } from './readers';

/** The numbers that an engine takes for a key. */
export interface Range {
  /** @param value a number; durations in nanoseconds, sizes in bytes */
  readonly holds: (value: number) => boolean;
  /** What is allowed, as the end of "must be …". */
  readonly text: string;
}

/**
 * What other code of Spark refuses than the definition of the key, which is all that the registry knows: spark-submit's check of
 * its arguments, `SparkConf.validateSettings` and `ExecutorAllocationManager`.
 */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'spark.driver.cores': '1..',
  'spark.driver.memory': '1..',
  'spark.executor.cores': '1..',
  'spark.executor.memory': '1..',
  'spark.memory.fraction': '0..1',
  'spark.dynamicAllocation.executorAllocationRatio': '(0..1',
};

/** The range that the engine enforces for a key; undefined when it takes every number. */
export function rangeOf(entry: KeyEntry): Range | undefined {
  const text = entry.range ?? (entry.engine === 'spark' ? ELSEWHERE[entry.key] : undefined);
  if (text === undefined) return undefined;
  const intervals = text.split(',').map(intervalOf);
  const step = stepOf(entry);
  const show = (bound: number): string => printed(bound, entry);
  return {
    // Engines count in whole units: 100ms are no second.
    holds: (value) => intervals.some((interval) => inside(interval, step === 1 ? value : Math.trunc(value / step))),
    text: intervals.map((interval) => textOf(interval, show)).join(', or '),
  };
}

interface Interval {
  readonly low?: number;
  readonly high?: number;
  /** Whether the bound itself is refused. */
  readonly isLowOpen: boolean;
  readonly isHighOpen: boolean;
}

/** Reads `1..`, `..512`, `(0..1`, `0..1)` and `5`, which is both bounds. */
function intervalOf(text: string): Interval {
  const [low = '', high = low] = text.replace(/^\(|\)$/g, '').split('..');
  return {
    ...(low === '' ? {} : { low: Number(low) }),
    ...(high === '' ? {} : { high: Number(high) }),
    isLowOpen: text.startsWith('('),
    isHighOpen: text.endsWith(')'),
  };
}

function inside({ low, high, isLowOpen, isHighOpen }: Interval, value: number): boolean {
  const isAbove = low === undefined || (isLowOpen ? value > low : value >= low);
  return isAbove && (high === undefined || (isHighOpen ? value < high : value <= high));
}

const SIZES = ['b', 'k', 'm', 'g', 't'];

/** What one of the key's unit counts in the readers' numbers. */
function stepOf({ type, unit }: KeyEntry): number {
  if (type === 'duration') return nanoseconds(unit ?? 'ms');
  return type === 'bytes' ? 1024 ** Math.max(0, SIZES.indexOf(unit ?? 'b')) : 1;
}

/** A bound in the notation of the key's values. */
function printed(bound: number, { type, unit, engine }: KeyEntry): string {
  if (type === 'duration' && bound !== 0) return engine === 'kyuubi' ? `PT${bound / 1000}S` : `${bound}${unit ?? 'ms'}`;
  if (type !== 'bytes' || bound === 0) return String(bound);
  let [number, size] = [bound, Math.max(0, SIZES.indexOf(unit ?? 'b'))];
  while (number % 1024 === 0 && size < SIZES.length - 1) {
    number /= 1024;
    size++;
  }
  return `${number}${SIZES[size]}`;
}

function textOf({ low, high, isLowOpen, isHighOpen }: Interval, show: (bound: number) => string): string {
  if (low === high && low !== undefined) return show(low);
  if (low !== undefined && high !== undefined && !isLowOpen && !isHighOpen) return `from ${show(low)} to ${show(high)}`;
  const from =
    low === undefined ? [] : [isLowOpen ? `greater than ${show(low)}` : low === 1 ? `greater than 0` : `${show(low)} or more`];
  const to = high === undefined ? [] : [isHighOpen ? `less than ${show(high)}` : `at most ${show(high)}`];
  return [...from, ...to].join(' and ');
}
