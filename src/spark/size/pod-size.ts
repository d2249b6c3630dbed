import type { Size } from 'cdk8s';
import type { Cpu } from 'cdk8s-plus-28';
import type { SparkMemory } from './spark-memory';

/** Size of the driver's pod. */
export interface DriverSize {
  /** Heap of the JVM or total of the pod. At least 450Mi of heap. */
  readonly memory: SparkMemory;
  /**
   * Memory beside the heap, instead of the share that Spark computes.
   * @default - 10 % of the heap for JVM programs, 40 % for Python, at least 384Mi
   */
  readonly memoryOverhead?: Size;
  /**
   * Cores that Spark sees in the driver, a whole number.
   * @default 1
   */
  readonly cores?: number;
  /**
   * CPU request of the pod.
   * @default - `cores`
   */
  readonly cpu?: Cpu;
  /**
   * CPU limit of the pod, not below the request.
   * @default - no limit
   */
  readonly cpuLimit?: Cpu;
}

/** Size of each executor's pod. */
export interface ExecutorSize {
  /** Heap of the JVM or total of the pod. At least 450Mi of heap. */
  readonly memory: SparkMemory;
  /**
   * Memory beside the heap, instead of the share that Spark computes.
   * @default - 10 % of the heap for JVM programs, 40 % for Python, at least 384Mi
   */
  readonly memoryOverhead?: Size;
  /**
   * Tasks that run at the same time in one executor, a whole number.
   * @default 1
   */
  readonly cores?: number;
  /**
   * CPU request of the pod.
   * @default - `cores`
   */
  readonly cpu?: Cpu;
  /**
   * CPU limit of the pod, not below the request.
   * @default - no limit
   */
  readonly cpuLimit?: Cpu;
}
