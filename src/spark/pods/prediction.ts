/** What a pod's memory is made of, in bytes. */
export interface PodMemoryParts {
  /** JVM heap. */
  readonly heap: number;
  /** Memory beside the heap: threads, metaspace, Python workers without a limit of their own. */
  readonly overhead: number;
  /** Off-heap memory of an executor (`spark.memory.offHeap.size`). */
  readonly offHeap: number;
  /** Memory of an executor's Python workers (`spark.executor.pyspark.memory`). */
  readonly pyspark: number;
}

/** A pod as Spark will create it. In names and labels, `<id>`, `<n>` and the like stand for what is drawn at run time. */
export interface PodPrediction {
  /** Name of the pod. */
  readonly name: string;
  /** Labels of the pod. */
  readonly labels: { [key: string]: string };
  /** Annotations of the pod. */
  readonly annotations: { [key: string]: string };
  /** Service account. */
  readonly serviceAccountName: string;
  /** Image of the Spark container. */
  readonly image: string;
  /** CPU request in thousandths of a core: of the Spark container and what a template puts beside it. */
  readonly cpuRequestMillis: number;
  /** CPU limit in thousandths of a core; absent when there is no limit. */
  readonly cpuLimitMillis?: number;
  /** Memory request in bytes: of the Spark container and what a template puts beside it. */
  readonly memoryBytes: number;
  /** Memory limit in bytes; of the Spark container it is the request. */
  readonly memoryLimitBytes?: number;
  /** What the memory of the Spark container is made of. */
  readonly memoryParts: PodMemoryParts;
}

/** The executors of an application. */
export interface ExecutorsPrediction {
  /** Executors at the peak; 2147483647 when dynamic allocation has no maximum. */
  readonly count: number;
  /** Executors when there is nothing to do: the fixed number, or the minimum of dynamic allocation. */
  readonly atRest: number;
  /** Each executor's pod. */
  readonly pod: PodPrediction;
}

/** The pods of one run of an application. */
export interface SparkApplicationPods {
  /** The driver's pod. */
  readonly driver: PodPrediction;
  /** The executors. */
  readonly executors: ExecutorsPrediction;
}
