/** Pods of one shape that a manifest can bring to life. */
export interface PodGroup {
  /** What the pods are: driver, executor, controller … */
  readonly role: string;
  /** The pods' name, or its pattern with `<…>` for what is only known when they run. */
  readonly podName: string;
  /** Pods when nothing special happens. */
  readonly atRest: number;
  /** Pods at the most: dynamic allocation at its maximum, surge of a rolling update, parallelism of a job. */
  readonly atPeak: number;
  /** CPU request of one pod in thousandths of a core. */
  readonly cpuMillis: number;
  /** CPU limit of one pod in thousandths of a core; undefined when it has none. */
  readonly cpuLimitMillis?: number;
  /** Memory request of one pod in bytes. */
  readonly memoryBytes: number;
  /** Memory limit of one pod in bytes; undefined when it has none. */
  readonly memoryLimitBytes?: number;
  /** How the memory comes about, for people. */
  readonly memoryExplanation?: string;
  readonly images: readonly string[];
}

/** A manifest that makes pods, with the pods that it makes. */
export interface Workload {
  readonly kind: string;
  readonly name: string;
  /** The namespace in which the pods run. */
  readonly namespace: string;
  readonly pods: readonly PodGroup[];
}

/** CPU in thousandths of a core, memory in bytes, pods. */
export interface Usage {
  readonly cpuMillis: number;
  readonly memoryBytes: number;
  readonly memoryLimitBytes: number;
  readonly pods: number;
}

export const NO_USAGE: Usage = { cpuMillis: 0, memoryBytes: 0, memoryLimitBytes: 0, pods: 0 };

export function addUsage(a: Usage, b: Usage): Usage {
  return {
    cpuMillis: a.cpuMillis + b.cpuMillis,
    memoryBytes: a.memoryBytes + b.memoryBytes,
    memoryLimitBytes: a.memoryLimitBytes + b.memoryLimitBytes,
    pods: a.pods + b.pods,
  };
}

function usage(workload: Workload, count: (group: PodGroup) => number): Usage {
  return workload.pods
    .map((group) => ({
      cpuMillis: count(group) * group.cpuMillis,
      memoryBytes: count(group) * group.memoryBytes,
      memoryLimitBytes: count(group) * (group.memoryLimitBytes ?? group.memoryBytes),
      pods: count(group),
    }))
    .reduce(addUsage, NO_USAGE);
}

/** What a workload uses when everything that it can start is running. */
export const usageAtPeak = (workload: Workload): Usage => usage(workload, (group) => group.atPeak);
/** What a workload uses when nothing special happens. */
export const usageAtRest = (workload: Workload): Usage => usage(workload, (group) => group.atRest);

/** The peak of several workloads. Nothing says that they exclude each other, so they add up. */
export function totalAtPeak(workloads: readonly Workload[]): Usage {
  return workloads.map(usageAtPeak).reduce(addUsage, NO_USAGE);
}
