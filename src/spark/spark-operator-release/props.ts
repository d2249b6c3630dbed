import type { Duration } from 'cdk8s';
import type { ChartSource, HelmReleaseReference } from '../../flux/helm';
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

/** The operator's own metrics. */
export interface SparkOperatorMetrics {
  /**
   * Whether the pods offer metrics.
   * @default true
   */
  readonly enable?: boolean;
  /**
   * Port of the pods.
   * @default 8080
   */
  readonly port?: number;
  /**
   * Path.
   * @default "/metrics"
   */
  readonly endpoint?: string;
  /**
   * Prefix of all names.
   * @default - none: `spark_application_count`
   */
  readonly prefix?: string;
  /**
   * Labels of applications that become labels of the metrics.
   * @default - app_type
   */
  readonly labels?: string[];
}

/** A PodMonitor made by the chart. */
export interface SparkOperatorPodMonitor {
  /**
   * Labels by which Prometheus finds it.
   * @default - none
   */
  readonly labels?: { [key: string]: string };
  /**
   * How often metrics are read.
   * @default Duration.seconds(5)
   */
  readonly interval?: Duration;
  /**
   * Pod label whose value becomes the job's name.
   * @default "spark-operator-podmonitor"
   */
  readonly jobLabel?: string;
  /**
   * The HelmRelease that installs the PodMonitor CRD. The chart fails where the CRD is missing, so this release waits for it.
   * @default - the CRD is there already
   */
  readonly installedBy?: HelmReleaseReference;
}

/** Certificates by cert-manager. */
export interface SparkOperatorCertManager {
  /**
   * Name of the issuer.
   * @default - a self-signed issuer made by the chart
   */
  readonly issuerName?: string;
  /**
   * Kind of the issuer; needs issuerName.
   * @default "ClusterIssuer"
   */
  readonly issuerKind?: string;
  /**
   * How long a certificate is valid: an hour or longer.
   * @default - 90 days
   */
  readonly duration?: Duration;
  /**
   * How long before its end it is renewed: 5 minutes or longer, shorter than its duration.
   * @default - a third of its duration
   */
  readonly renewBefore?: Duration;
  /**
   * The HelmRelease that installs cert-manager. The chart fails where its CRDs are missing, so this release waits for it.
   * @default - the CRDs are there already
   */
  readonly installedBy?: HelmReleaseReference;
}

/** The image of controller and webhook. */
export interface SparkOperatorImage {
  /**
   * Registry.
   * @default "ghcr.io"
   */
  readonly registry?: string;
  /**
   * Repository without the registry.
   * @default "kubeflow/spark-operator/controller"
   */
  readonly repository?: string;
  /**
   * Tag.
   * @default - the version of the chart
   */
  readonly tag?: string;
  /**
   * `IfNotPresent`, `Always` or `Never`.
   * @default "IfNotPresent"
   */
  readonly pullPolicy?: string;
  /**
   * Names of Secrets with registry credentials.
   * @default - none
   */
  readonly pullSecrets?: string[];
}

/** Network flows of the operator, for namespaces that deny everything else. */
export interface SparkOperatorNetworkPolicies {
  /** Addresses of the API server's endpoints (not of its Service) as CIDRs: policies see the address behind the Service. */
  readonly apiServerCidrs: string[];
  /**
   * Port of the API server's endpoints.
   * @default 6443
   */
  readonly apiServerPort?: number;
  /**
   * Namespace of Prometheus, which may read the metrics when there is a podMonitor.
   * @default - any namespace
   */
  readonly monitoringNamespace?: string;
}

/** What a release of the operator is. */
export interface SparkOperatorReleaseProps {
  /**
   * Exact version of the chart: the one whose values are known here.
   * @default "2.5.2"
   */
  readonly version?: string;
  /**
   * Name of the Helm release and of the HelmRelease; names of all its objects derive from it.
   * @default - the construct id
   */
  readonly releaseName?: string;
  /**
   * Namespace of the HelmRelease and of the operator.
   * @default - the chart's namespace; an error where it has none
   */
  readonly namespace?: string;
  /**
   * Where the chart comes from.
   * @default ChartSource.helmRepository()
   */
  readonly source?: ChartSource;
  /**
   * Namespaces with applications that this code does not hold (other repositories). They have to exist.
   * @default - only the namespaces of the applications in the same tree
   */
  readonly jobNamespaces?: string[];
  /**
   * The controller.
   * @default - one pod with 10 workers
   */
  readonly controller?: SparkOperatorControllerProps;
  /**
   * The webhook.
   * @default - one pod
   */
  readonly webhook?: SparkOperatorWebhookProps;
  /**
   * The operator's metrics.
   * @default - on, port 8080
   */
  readonly metrics?: SparkOperatorMetrics;
  /**
   * A PodMonitor for the metrics; needs the CRDs of prometheus-operator.
   * @default - none
   */
  readonly podMonitor?: SparkOperatorPodMonitor;
  /**
   * Certificates by cert-manager.
   * @default - the webhook signs its own
   */
  readonly certManager?: SparkOperatorCertManager;
  /**
   * Another image, for example from a mirror.
   * @default - the chart's
   */
  readonly image?: SparkOperatorImage;
  /**
   * Labels of all objects that the chart makes.
   * @default - none
   */
  readonly commonLabels?: { [key: string]: string };
  /**
   * Timeout of one Helm action.
   * @default Duration.minutes(10)
   */
  readonly timeout?: Duration;
  /**
   * NetworkPolicies for the operator's own flows.
   * @default - made where an ancestor states the API server's addresses, else none
   */
  readonly networkPolicies?: SparkOperatorNetworkPolicies;
  /**
   * Values of the chart that the properties do not cover: merged last, key by key, and checked against the chart's tree.
   * @default - none
   */
  // biome-ignore lint/suspicious/noExplicitAny: jsii has no other type for "any JSON"
  readonly values?: { [key: string]: any };
}
