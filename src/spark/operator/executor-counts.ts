import type { Conf } from '../prediction';
import { OperatorRefusal } from './refusal';

/** How many executors an application has. */
export interface ExecutorCounts {
  /** When there is nothing to do: the fixed number, or the minimum of dynamic allocation. */
  readonly atRest: number;
  /** At the most; 2147483647 when dynamic allocation has no maximum. */
  readonly atPeak: number;
}

/** `spark.dynamicAllocation.maxExecutors` when it is not set. */
const UNBOUNDED = 2147483647;
/** `spark.executor.instances` when it is not set. */
const INSTANCES = 2;

/** The number of executors that a driver with these properties asks for. */
export function executorCounts(properties: Conf): ExecutorCounts {
  if (properties['spark.dynamicAllocation.enabled']?.trim().toLowerCase() !== 'true') {
    const instances = count(properties, 'spark.executor.instances', INSTANCES);
    return { atRest: instances, atPeak: instances };
  }
  return {
    atRest: count(properties, 'spark.dynamicAllocation.minExecutors', 0),
    atPeak: count(properties, 'spark.dynamicAllocation.maxExecutors', UNBOUNDED),
  };
}

function count(properties: Conf, key: string, byDefault: number): number {
  const text = properties[key];
  if (text === undefined) return byDefault;
  if (/^\s*\d+\s*$/.test(text)) return Number(text);
  throw new OperatorRefusal('driver', `${key} '${text}' is not a whole number`, 'write one, such as 2');
}
