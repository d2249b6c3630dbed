import type { Duration } from 'cdk8s';
import type { HelmReleaseReference } from '../../flux/helm';

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
