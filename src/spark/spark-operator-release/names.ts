/** What decides the names of a release's objects. */
export interface SparkOperatorNaming {
  readonly releaseName: string;
  /** The chart's `nameOverride`; empty is none. */
  readonly nameOverride?: string;
  /** The chart's `fullnameOverride`; empty is none. */
  readonly fullnameOverride?: string;
}

/** The names that the chart gives; `templates/**\/_helpers.tpl` of chart spark-operator 2.5. */
export interface SparkOperatorNames {
  readonly chartName: string;
  readonly fullName: string;
  readonly controller: string;
  readonly webhook: string;
  readonly webhookService: string;
  readonly webhookSecret: string;
  readonly controllerLease: string;
  readonly webhookLease: string;
  readonly controllerPodDisruptionBudget: string;
  readonly webhookPodDisruptionBudget: string;
  readonly podMonitor: string;
  readonly certificate: string;
  readonly issuer: string;
}

/** Go template's `trunc 63 | trimSuffix "-"`: one dash at the end goes, not all. */
const cut = (text: string): string => text.slice(0, 63).replace(/-$/, '');

/** The names of what a release creates: the release's own name counts as the full name when it contains the chart's. */
export function sparkOperatorNames({ releaseName, nameOverride, fullnameOverride }: SparkOperatorNaming): SparkOperatorNames {
  const chart = nameOverride || 'spark-operator';
  const fullName = cut(fullnameOverride || (releaseName.includes(chart) ? releaseName : `${releaseName}-${chart}`));
  const chartName = cut(chart);
  return {
    chartName,
    fullName,
    controller: `${fullName}-controller`,
    webhook: `${fullName}-webhook`,
    webhookService: `${fullName}-webhook-svc`,
    webhookSecret: `${fullName}-webhook-certs`,
    controllerLease: `${fullName}-controller-lock`,
    webhookLease: `${fullName}-webhook-lock`,
    controllerPodDisruptionBudget: `${fullName}-controller-pdb`,
    webhookPodDisruptionBudget: `${fullName}-webhook-pdb`,
    podMonitor: `${fullName}-podmonitor`,
    certificate: `${chartName}-certificate`,
    issuer: `${chartName}-self-signed-issuer`,
  };
}

/** The labels by which the chart's Deployments select their pods; without a component those of both. */
export function selectorLabels(
  releaseName: string,
  names: SparkOperatorNames,
  component?: 'controller' | 'webhook',
): { [key: string]: string } {
  return {
    'app.kubernetes.io/name': names.chartName,
    'app.kubernetes.io/instance': releaseName,
    ...(component ? { 'app.kubernetes.io/component': component } : {}),
  };
}
