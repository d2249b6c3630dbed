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
