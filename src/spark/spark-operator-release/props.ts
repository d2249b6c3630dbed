import type { Duration } from 'cdk8s';
import type { ChartSource } from '../../flux/helm';
import type { SparkOperatorControllerProps, SparkOperatorWebhookProps } from './deployment-props';
import type { SparkOperatorCertManager, SparkOperatorMetrics, SparkOperatorPodMonitor } from './monitoring-props';

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
