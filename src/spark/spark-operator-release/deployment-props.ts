import type { Duration } from 'cdk8s';
import type { SparkOperatorPodProps } from './pod-props';

/** Ingresses that the operator makes for the web UIs of running applications. */
export interface SparkOperatorUiIngress {
  /** URL of an application's UI; `{{$appName}}` and `{{$appNamespace}}` stand for its name and namespace: `{{$appName}}.spark.example.com`. */
  readonly urlFormat: string;
  /**
   * IngressClass.
   * @default - the cluster's default
   */
  readonly ingressClassName?: string;
  /**
   * Secret of the TLS certificate for all UIs; `tlsHosts` says for which hosts.
   * @default - no TLS
   */
  readonly tlsSecretName?: string;
  /**
   * Hosts of the certificate; needs tlsSecretName.
   * @default - the hosts that the certificate names
   */
  readonly tlsHosts?: string[];
  /**
   * Annotations of the Ingresses.
   * @default - none
   */
  readonly annotations?: { [key: string]: string };
}

/** Schedulers that applications may ask for. */
export interface SparkOperatorBatchScheduler {
  /**
   * Names of schedulers beside volcano and yunikorn, which are always known.
   * @default - none
   */
  readonly kubeSchedulerNames?: string[];
  /**
   * Scheduler of applications that ask for none: `volcano` or `yunikorn` (the controller exits at any other).
   * @default - the cluster's scheduler
   */
  readonly defaultScheduler?: string;
}

/** Timings of the election of the active controller. */
export interface SparkOperatorLeaderElection {
  /**
   * How long others wait before they take over.
   * @default Duration.seconds(15)
   */
  readonly leaseDuration?: Duration;
  /**
   * How long the leader tries to renew; shorter than leaseDuration.
   * @default Duration.seconds(10)
   */
  readonly renewDeadline?: Duration;
  /**
   * Pause between tries; renewDeadline is more than 1.2 times as long.
   * @default Duration.seconds(2)
   */
  readonly retryPeriod?: Duration;
}

/** The pods that submit and watch applications. */
export interface SparkOperatorControllerProps extends SparkOperatorPodProps {
  /**
   * How many applications are worked on at the same time. Each submission runs a JVM inside the pod, so memory follows.
   * @default 10
   */
  readonly workers?: number;
  /**
   * Timings of the leader election; it is always on.
   * @default - the chart's
   */
  readonly leaderElection?: SparkOperatorLeaderElection;
  /**
   * Features that are not on by default: `PartialRestart`, `LoadSparkDefaults`.
   * @default - all off
   */
  readonly featureGates?: { [name: string]: boolean };
  /**
   * How long the driver pod may be missing after a submission that succeeded.
   * @default Duration.seconds(10)
   */
  readonly driverPodCreationGracePeriod?: Duration;
  /**
   * How many executors of an application its status lists at most.
   * @default 1000
   */
  readonly maxTrackedExecutorPerApp?: number;
  /**
   * Time stamp in the names of scheduled runs: `nanos`, `micros`, `millis`, `seconds`, `minutes`. Shorter ones leave more room for the name.
   * @default "nanos"
   */
  readonly scheduledRunTimestamp?: string;
  /**
   * Whether every application gets a Service for its web UI.
   * @default true
   */
  readonly uiService?: boolean;
  /**
   * Ingresses for the web UIs.
   * @default - none
   */
  readonly uiIngress?: SparkOperatorUiIngress;
  /**
   * Lets applications name a batch scheduler.
   * @default - they may not
   */
  readonly batchScheduler?: SparkOperatorBatchScheduler;
}

/** The admission webhook: checks applications and adds to their pods what Spark's configuration cannot say. */
export interface SparkOperatorWebhookProps extends SparkOperatorPodProps {
  /**
   * Whether it runs. Without it volumes, tolerations and the like of an application are silently left out.
   * @default true
   */
  readonly enable?: boolean;
  /**
   * Port of the pods and of the Service: 1024 or higher, not the port of the metrics, not 8081.
   * @default 9443
   */
  readonly port?: number;
  /**
   * What the API server does when the webhook cannot be reached: `Fail` or `Ignore`.
   * @default "Fail"
   */
  readonly failurePolicy?: string;
  /**
   * How long the API server waits: 1 to 30 seconds.
   * @default Duration.seconds(10)
   */
  readonly timeout?: Duration;
}
