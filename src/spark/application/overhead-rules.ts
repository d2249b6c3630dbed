import { OPERATOR_SPARK_VERSION } from '../operator';
import { type Conf, type MemoryParts, predictPods, submit } from '../prediction';
import type { OverheadRule } from '../size/memory';

/** What stands beside the heap in a role's pod. */
export interface BesideHeap {
  readonly rule: OverheadRule;
  /** Off-heap and PySpark memory in MiB. */
  readonly extraMib: number;
}

/**
 * What the configuration puts beside the heaps. The operator's own Spark builds the driver, the application's Spark the
 * executors: each reads what its version knows, so a prediction without heaps is asked.
 *
 * @throws SparkRefusal when Spark would not start with this configuration
 */
export function besideHeaps(
  conf: Conf,
  application: string,
  mainApplicationFile: string,
): { readonly driver: BesideHeap; readonly executor: BesideHeap } {
  const settings = Object.entries({ 'spark.kubernetes.container.image': 'spark', ...conf });
  const submission = submit(
    [
      ...['--master', 'k8s://https://127.0.0.1:1', '--deploy-mode', 'cluster', '--class', 'Main'],
      ...settings.flatMap(([key, value]) => ['--conf', `${key}=${value}`]),
      mainApplicationFile,
    ],
    { version: OPERATOR_SPARK_VERSION },
  );
  const { memory } = predictPods({ submitter: OPERATOR_SPARK_VERSION, application, submission });
  return { driver: besideHeap(memory.driver), executor: besideHeap(memory.executor) };
}

function besideHeap({ overhead, overheadRule, offHeap, pyspark }: MemoryParts): BesideHeap {
  const rule: OverheadRule = overheadRule.stated
    ? { explicitMib: overhead, factor: 0, minimumMib: 0 }
    : { factor: overheadRule.factor, minimumMib: overheadRule.minimum };
  return { rule, extraMib: offHeap + pyspark };
}
