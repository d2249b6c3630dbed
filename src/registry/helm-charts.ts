/** What is known of Helm charts without installing them. */
const CHART_GROUPS: Readonly<Record<string, readonly string[]>> = {
  // crds/ of github.com/kubeflow/spark-operator/v2@v2.5.2, charts/spark-operator-chart
  'spark-operator': ['sparkoperator.k8s.io'],
};

/** A HelmRelease, as far as the chart's name is concerned. */
interface ReleaseSpec {
  readonly chart?: { readonly spec?: { readonly chart?: string } };
  readonly chartRef?: { readonly name?: string };
}

/** The API groups whose CRDs the chart of a HelmRelease installs. Anything else installs none that we know of. */
export function helmChartGroups(object: { readonly [key: string]: unknown }): string[] {
  if (object['kind'] !== 'HelmRelease') return [];
  return [...(CHART_GROUPS[helmChartName(object) ?? ''] ?? [])];
}

/** The chart of a HelmRelease: by name, or by the source that it refers to (OCI artifacts are named after their chart). */
export function helmChartName(helmRelease: { readonly [key: string]: unknown }): string | undefined {
  const spec = (helmRelease['spec'] ?? {}) as ReleaseSpec;
  return spec.chart?.spec?.chart ?? spec.chartRef?.name;
}

/** Values of the charts that need CRDs of others: path of the switch and the API group. */
const CHART_NEEDS: Readonly<Record<string, readonly { readonly part: readonly [string, string]; readonly group: string }[]>> = {
  // templates/prometheus/podmonitor.yaml and templates/webhook of the chart fail without these CRDs.
  'spark-operator': [
    { part: ['podMonitor', 'create'], group: 'monitoring.coreos.com' },
    { part: ['certManager', 'enable'], group: 'cert-manager.io' },
  ],
};

/**
 * The API groups that a HelmRelease's chart makes objects of by these values. Nothing for a release that names what it
 * depends on itself.
 */
export function helmChartNeededGroups(object: { readonly [key: string]: unknown }): string[] {
  if (object['kind'] !== 'HelmRelease') return [];
  const spec = (object['spec'] ?? {}) as { dependsOn?: unknown[]; values?: { [key: string]: unknown } };
  if ((spec.dependsOn ?? []).length > 0) return [];
  const values = { ...spec.values, ...(spec.values?.['prometheus'] as object | undefined) } as Record<
    string,
    Record<string, unknown> | undefined
  >;
  return (CHART_NEEDS[helmChartName(object) ?? ''] ?? [])
    .filter(({ part: [where, what] }) => values[where]?.[what] === true)
    .map(({ group }) => group);
}
