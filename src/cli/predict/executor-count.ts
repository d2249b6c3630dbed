import type { Prediction } from './prediction';
import { type Source, setSource, sourceOf } from './sources';

/** How many executors there are. */
export interface ExecutorCount {
  /** `2`, `0..10`, `1..unlimited`. */
  readonly text: string;
  /** Absent for a fixed number, which is its source's. */
  readonly how?: string;
  readonly sources: readonly Source[];
}

const INSTANCES = 'spark.executor.instances';
const DYNAMIC = 'spark.dynamicAllocation.';
/** SchedulerBackendUtils.DEFAULT_NUMBER_EXECUTORS. */
const DEFAULT_INSTANCES = '2';
/** `spark.dynamicAllocation.maxExecutors` when nobody sets it. */
const UNLIMITED = '2147483647';

/** The number of executors, fixed or by dynamic allocation. */
export function executorCount(prediction: Prediction): ExecutorCount {
  const { driverProperties: conf } = prediction.pods;
  const enabled = setSource([`${DYNAMIC}enabled`], prediction);
  if (conf[`${DYNAMIC}enabled`]?.trim().toLowerCase() !== 'true') {
    const source = setSource([INSTANCES], prediction) ?? {
      key: INSTANCES,
      value: DEFAULT_INSTANCES,
      from: `default of Spark ${prediction.application}`,
    };
    return { text: conf[INSTANCES] ?? DEFAULT_INSTANCES, sources: [source] };
  }
  const [min, max] = ['minExecutors', 'maxExecutors'].map((name) => sourceOf([DYNAMIC + name], 'executor', prediction)) as [
    Source,
    Source,
  ];
  const initial = setSource([`${DYNAMIC}initialExecutors`], prediction);
  const instances = setSource([INSTANCES], prediction);
  const starts = [min, initial, instances].flatMap((source) => Number(source?.value ?? 0));
  const most = max.value === undefined || max.value === UNLIMITED ? 'unlimited' : max.value;
  return {
    text: `${min.value ?? '0'}..${most}`,
    how: `dynamic allocation, ${Math.max(...starts)} at the start`,
    sources: [enabled, min, max, initial, instances].filter((source) => source !== undefined),
  };
}
