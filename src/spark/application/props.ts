import type { SecretValue } from 'cdk8s-plus-28';
import type { ApiServerAddress, NetworkDestination } from '../network';
import type { SparkRuntime } from '../runtime';
import type { ISparkServiceAccounts } from '../service-accounts';
import type { DriverSize, ExecutorSize, Executors } from '../size';
import type { RestartPolicy } from './restart-policy';
import type { SparkRun } from './run';
import type { SparkSource } from './source';
import type { Toleration } from './toleration';

/** Whose processes Spark's pods run. Everything else of Pod Security "restricted" is fixed. */
export interface SparkPodSecurity {
  /**
   * User of the processes; not root.
   * @default 185 - the user of the official Spark images
   */
  readonly runAsUser?: number;
  /**
   * Group that owns mounted volumes.
   * @default - `runAsUser`
   */
  readonly fsGroup?: number;
}

/** Properties of {@link SparkApplication}. */
export interface SparkApplicationProps {
  /** Spark version and image. */
  readonly runtime: SparkRuntime;
  /** The program. */
  readonly source: SparkSource;
  /** Size of the driver's pod. */
  readonly driver: DriverSize;
  /** Size of each executor's pod. */
  readonly executor: ExecutorSize;
  /** How many executors there are. */
  readonly executors: Executors;
  /**
   * Name of the application and prefix of its driver. Lower-case letters, digits and hyphens, starting with a letter, at most 63.
   * @default - the construct's id
   */
  readonly name?: string;
  /**
   * Namespace of the application; the operator must watch it.
   * @default - the Chart's namespace
   */
  readonly namespace?: string;
  /**
   * Who starts it and when.
   * @default SparkRun.once()
   */
  readonly run?: SparkRun;
  /**
   * What happens when a run has ended.
   * @default - never again; always for a stream
   */
  readonly restartPolicy?: RestartPolicy;
  /**
   * Service accounts of driver and executors.
   * @default - `spark-driver` with the least Role that works and `spark-executor` without rights, once per Chart and namespace
   */
  readonly serviceAccounts?: ISparkServiceAccounts;
  /**
   * Spark configuration for which there is no prop; it wins over that of the runtime and of the environment. Keys with a prop of their own, keys that the operator refuses, keys
   * that do not exist and secrets are errors.
   * @default - none
   */
  readonly conf?: { readonly [key: string]: string };
  /**
   * Keys of `conf` that no registry has, such as those that a listener of your own reads, each with who reads it. README.md of
   * the environment lists them.
   * @default - unknown keys are errors
   */
  readonly allowUnknownConf?: { readonly [key: string]: string };
  /**
   * Environment variables of driver and executors. Names that look like a secret are refused.
   * @default - none
   */
  readonly environment?: { readonly [name: string]: string };
  /**
   * Environment variables of driver and executors whose values are in Secrets of the namespace.
   * @default - none
   */
  readonly secretEnvironment?: { readonly [name: string]: SecretValue };
  /**
   * Labels of the application, the driver and the executors. The labels that Spark sets itself are refused.
   * @default - only `app.kubernetes.io/*`
   */
  readonly labels?: { readonly [key: string]: string };
  /**
   * Annotations of the application, the driver and the executors.
   * @default - none
   */
  readonly annotations?: { readonly [key: string]: string };
  /**
   * Whether driver and executors show metrics for Prometheus on the driver's port 4040, under `/metrics/prometheus/` and
   * `/metrics/executors/prometheus/`.
   * @default true
   */
  readonly metrics?: boolean;
  /**
   * Taints that driver and executors accept.
   * @default - none
   */
  readonly tolerations?: Toleration[];
  /**
   * Labels that the nodes of driver and executors have.
   * @default - any node
   */
  readonly nodeSelector?: { readonly [key: string]: string };
  /**
   * Affinity of driver and executors, as in the field `affinity` of a pod.
   * @default - none
   */
  // biome-ignore lint/suspicious/noExplicitAny: the binding generator knows no recursive JSON type
  readonly affinity?: { readonly [key: string]: any };
  /**
   * PriorityClass of driver and executors.
   * @default - the cluster's default
   */
  readonly priorityClassName?: string;
  /**
   * User and group of the pods.
   * @default - user and group 185
   */
  readonly podSecurity?: SparkPodSecurity;
  /**
   * What driver and executors talk to besides each other and the API server, for a namespace that refuses traffic by default.
   * @default - nothing
   */
  readonly destinations?: NetworkDestination[];
  /**
   * Address of the API server. With one, NetworkPolicies for Spark are made, once per Chart and namespace.
   * @default - what the Environment states; without it no NetworkPolicies are made
   */
  readonly apiServer?: ApiServerAddress;
}
