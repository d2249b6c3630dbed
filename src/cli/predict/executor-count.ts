import { type ExecutorCounts, UNBOUNDED_EXECUTORS } from '../../spark/prediction';
import type { Line } from './explanation';
import type { Prediction } from './prediction';
import { setSource, sourceOf } from './sources';

/** How many executors there are: `2`, `0..10`, `1..unlimited`. */
export function countText(counts: ExecutorCounts): string {
  const { isDynamic, atRest, atPeak } = counts;
  return isDynamic ? `${atRest}..${isUnlimited(counts) ? 'unlimited' : atPeak}` : String(atRest);
}

/** Whether dynamic allocation has no maximum. */
export const isUnlimited = ({ atPeak }: ExecutorCounts): boolean => atPeak === UNBOUNDED_EXECUTORS;

/** The number of executors with the keys that make it. */
export function countExplanation(prediction: Prediction): Line {
  const { isDynamic, atStart, atRest, keys } = prediction.executors;
  const value = countText(prediction.executors);
  const sources = [...new Set([keys.atRest, keys.atPeak, keys.atStart])].map((key) => sourceOf([key], 'executor', prediction));
  if (isDynamic) {
    const enabled = setSource(['spark.dynamicAllocation.enabled'], prediction);
    const how = `dynamic allocation, ${atStart} at the start`;
    return { what: 'pods', value, how, sources: [...(enabled === undefined ? [] : [enabled]), ...sources] };
  }
  // Spark's number of executors is a constant and not the default of the key.
  return { what: 'pods', value, sources: sources.map((source) => ({ ...source, value: String(atRest) })) };
}
