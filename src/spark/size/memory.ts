import { overheadByFactor } from '../prediction/memory';

/**
 * How Spark sizes the memory of a pod, in whole MiB. Sources: BasicDriverFeatureStep, BasicExecutorFeatureStep and
 * ResourceProfile of Spark 3.5 to 4.2.
 */

/** Least heap with which Spark's memory manager starts (471859200 bytes). */
export const MINIMUM_HEAP_MIB = 450;

/** How the overhead beside the heap is found. */
export interface OverheadRule {
  /** Stated overhead in MiB: nothing is computed then. */
  readonly explicitMib?: number;
  /** Share of the heap. */
  readonly factor: number;
  /** Least overhead in MiB. */
  readonly minimumMib: number;
}

/** The overhead of a heap: stated, or the floor of factor × heap, but at least the minimum. */
export function overheadMib(heapMib: number, rule: OverheadRule): number {
  return rule.explicitMib ?? overheadByFactor(heapMib, rule.factor, rule.minimumMib);
}

/** The largest heap whose pod (heap + overhead + extra) is not larger than the total; 0 or less when nothing fits. */
export function largestHeapMib(totalMib: number, rule: OverheadRule, extraMib = 0): number {
  const room = totalMib - extraMib;
  if (rule.explicitMib !== undefined) return room - rule.explicitMib;
  // heap + overhead(heap) grows with the heap, so the largest heap that fits can be searched by halving.
  let [fits, tooLarge] = [0, room + 1];
  while (tooLarge - fits > 1) {
    const heap = Math.floor((fits + tooLarge) / 2);
    if (heap + overheadMib(heap, rule) <= room) fits = heap;
    else tooLarge = heap;
  }
  return fits;
}
