import type { Problem } from '../../problem';
import { Settings } from './conf/settings';
import type { Conf } from './model';

/** How many executors an application has, and the keys that say so (also when nobody sets them). */
export interface ExecutorCounts {
  /** Whether dynamic allocation changes the number while the application runs. */
  readonly isDynamic: boolean;
  /** When there is nothing to do: the fixed number, or the minimum of dynamic allocation. */
  readonly atRest: number;
  readonly atStart: number;
  /** At the most; 2147483647 when dynamic allocation has no maximum. */
  readonly atPeak: number;
  readonly keys: { readonly atRest: string; readonly atStart: string; readonly atPeak: string };
}

const DYNAMIC = 'spark.dynamicAllocation.';
const INSTANCES = 'spark.executor.instances';
const DEFAULT_INSTANCES = 2;
/** `spark.dynamicAllocation.maxExecutors` when nobody sets it. */
export const UNBOUNDED_EXECUTORS = 2147483647;

/**
 * The number of executors that a driver with these properties asks for.
 *
 * @throws SparkRefusal for values that are no numbers
 */
export function executorCounts(properties: Conf, version: string): ExecutorCounts {
  const settings = new Settings(new Map(Object.entries(properties)), version, 'executor');
  if (settings.boolean(`${DYNAMIC}enabled`) !== true) {
    const count = settings.integer(INSTANCES) ?? DEFAULT_INSTANCES;
    const keys = { atRest: INSTANCES, atStart: INSTANCES, atPeak: INSTANCES };
    return { isDynamic: false, atRest: count, atStart: count, atPeak: count, keys };
  }
  const [minimum, maximum] = [`${DYNAMIC}minExecutors`, `${DYNAMIC}maxExecutors`];
  const atRest = settings.integer(minimum) ?? 0;
  // The greatest of all numbers that somebody could have meant
  const start = [minimum, `${DYNAMIC}initialExecutors`, INSTANCES]
    .map((key) => ({ key, count: settings.integer(key) ?? 0 }))
    .reduce((most, next) => (next.count > most.count ? next : most));
  return {
    isDynamic: true,
    atRest,
    atStart: start.count,
    atPeak: settings.integer(maximum) ?? UNBOUNDED_EXECUTORS,
    keys: { atRest: minimum, atStart: start.key, atPeak: maximum },
  };
}

/** Why the driver ends before it asks for executors, with the key at fault. */
export function executorCountProblem(counts: ExecutorCounts): (Problem & { readonly key: string }) | undefined {
  const { atRest, atStart, atPeak, keys } = counts;
  const [least, most] = [`${keys.atRest} is ${atRest}`, `${keys.atPeak} is ${atPeak}`];
  if (atRest < 0) return { key: keys.atRest, message: `${least}, ${ENDS}`, fix: 'write 0 or more' };
  if (counts.isDynamic && atPeak <= 0) return { key: keys.atPeak, message: `${most}, ${ENDS}`, fix: 'write 1 or more' };
  if (atStart <= atPeak) return undefined;
  return {
    key: keys.atStart,
    message: `${keys.atStart} is ${atStart} and ${most}, ${ENDS}`,
    fix: `write no more than ${atPeak}, or a greater ${keys.atPeak}`,
  };
}

const ENDS = 'with which the driver ends as soon as it starts';
