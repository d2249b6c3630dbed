import type { ContainerResources, EnvValue } from 'cdk8s-plus-28';

/** A toleration of the operator's pods, as in a pod. */
export interface SparkOperatorToleration {
  /**
   * Key of the taint.
   * @default - every key (needs operator Exists)
   */
  readonly key?: string;
  /**
   * `Equal` or `Exists`.
   * @default "Equal"
   */
  readonly operator?: string;
  /**
   * Value of the taint.
   * @default - none
   */
  readonly value?: string;
  /**
   * `NoSchedule`, `PreferNoSchedule` or `NoExecute`.
   * @default - every effect
   */
  readonly effect?: string;
  /**
   * How long a pod stays after a NoExecute taint appears, in seconds.
   * @default - for ever
   */
  readonly tolerationSeconds?: number;
}

/** Spreads replicas over nodes or zones. The chart adds the selector of the pods. */
export interface SparkOperatorTopologySpread {
  /** Node label whose values are the domains: `kubernetes.io/hostname`, `topology.kubernetes.io/zone`. */
  readonly topologyKey: string;
  /**
   * Greatest difference of the number of pods between two domains.
   * @default 1
   */
  readonly maxSkew?: number;
  /**
   * `DoNotSchedule` or `ScheduleAnyway`.
   * @default "DoNotSchedule"
   */
  readonly whenUnsatisfiable?: string;
}

/** What the pods of the controller and of the webhook have in common. */
export interface SparkOperatorPodProps {
  /**
   * Number of pods.
   * @default 1
   */
  readonly replicas?: number;
  /**
   * CPU and memory of each pod.
   * @default - controller: at least 1 CPU and 256Mi + 192Mi for each worker; webhook: 100m CPU and 256Mi. Memory request and limit are equal, CPU has no limit
   */
  readonly resources?: ContainerResources;
  /**
   * `debug`, `info` or `error`.
   * @default "info"
   */
  readonly logLevel?: string;
  /**
   * `console` or `json`.
   * @default "console"
   */
  readonly logEncoder?: string;
  /**
   * Requests to the API server per second, on average.
   * @default 20
   */
  readonly kubeApiQps?: number;
  /**
   * Requests to the API server at once.
   * @default 30
   */
  readonly kubeApiBurst?: number;
  /**
   * Keeps at least this many pods during node drains by a PodDisruptionBudget; needs more replicas than that.
   * @default - no PodDisruptionBudget
   */
  readonly minAvailable?: number;
  /**
   * Extra labels of the pods.
   * @default - none
   */
  readonly labels?: { [key: string]: string };
  /**
   * Extra annotations of the pods.
   * @default - none
   */
  readonly annotations?: { [key: string]: string };
  /**
   * Labels of the nodes that may run the pods.
   * @default - any node
   */
  readonly nodeSelector?: { [key: string]: string };
  /**
   * Affinity, as in a pod.
   * @default - none
   */
  // biome-ignore lint/suspicious/noExplicitAny: jsii has no other type for "any JSON"
  readonly affinity?: { [key: string]: any };
  /**
   * Taints that the pods tolerate.
   * @default - none
   */
  readonly tolerations?: SparkOperatorToleration[];
  /**
   * PriorityClass of the pods.
   * @default - the cluster's default
   */
  readonly priorityClassName?: string;
  /**
   * Spreads the replicas; needs more than one.
   * @default - none
   */
  readonly topologySpread?: SparkOperatorTopologySpread[];
  /**
   * Environment variables of the container.
   * @default - none
   */
  readonly env?: { [name: string]: EnvValue };
}
