import { ApiObject, App, Chart, Duration, Size, Testing } from 'cdk8s';
import { Cpu, EnvValue } from 'cdk8s-plus-28';
import { ChartSource, ChartSourceKind } from '../../../src/flux/helm';
import type { JsonObject } from '../../../src/manifest';
import { SparkOperatorRelease, type SparkOperatorReleaseProps } from '../../../src/spark/spark-operator-release';
import { helmReleasePods } from '../../../src/spark/spark-operator-release/pods';

const chartIn = (namespace?: string) => new Chart(new App(), 'operator', { namespace });

function render(props: SparkOperatorReleaseProps = {}, id = 'spark-operator'): JsonObject[] {
  const chart = chartIn('spark-operator');
  new SparkOperatorRelease(chart, id, { jobNamespaces: ['jobs'], ...props });
  return Testing.synth(chart) as JsonObject[];
}

const helmRelease = (props: SparkOperatorReleaseProps = {}) =>
  render(props).find(({ kind }) => kind === 'HelmRelease') as JsonObject;
const errorOf = (props: SparkOperatorReleaseProps): string => {
  try {
    render(props);
  } catch (error) {
    return (error as Error).message;
  }
  return '';
};

test('what a release with nothing but a job namespace is', () => {
  const objects = render();
  expect(objects.map(({ kind }) => kind).sort()).toEqual(['HelmRelease', 'HelmRepository']);
  expect(helmRelease()['spec']).toEqual({
    interval: '1h',
    timeout: '600s',
    releaseName: 'spark-operator',
    chart: {
      spec: {
        chart: 'spark-operator',
        version: '2.5.2',
        interval: '1h',
        sourceRef: { kind: 'HelmRepository', name: 'kubeflow' },
      },
    },
    install: { crds: 'CreateReplace', strategy: { name: 'RetryOnFailure' } },
    upgrade: { crds: 'CreateReplace', strategy: { name: 'RetryOnFailure' } },
    driftDetection: { mode: 'enabled' },
    values: {
      // 10 workers: 1 CPU, 256 + 10 * 192 = 2176 MiB
      controller: { resources: { requests: { cpu: '1', memory: '2176Mi' }, limits: { memory: '2176Mi' } } },
      webhook: { resources: { requests: { cpu: '100m', memory: '256Mi' }, limits: { memory: '256Mi' } } },
      spark: { jobNamespaces: ['jobs'], serviceAccount: { create: false }, rbac: { create: false } },
    },
  });
});

test('an OCI repository is referred to by chartRef and keeps the archive', () => {
  const objects = render({ source: ChartSource.ociRepository() });
  expect(objects.find(({ kind }) => kind === 'OCIRepository')).toMatchObject({
    metadata: { name: 'spark-operator', namespace: 'spark-operator' },
    spec: {
      url: 'oci://ghcr.io/kubeflow/helm-charts/spark-operator',
      ref: { tag: '2.5.2' },
      layerSelector: { mediaType: 'application/vnd.cncf.helm.chart.content.v1.tar+gzip', operation: 'copy' },
    },
  });
  expect(objects.find(({ kind }) => kind === 'HelmRelease')).toMatchObject({
    spec: { chartRef: { kind: 'OCIRepository', name: 'spark-operator' } },
  });
});

test('an existing source is only referred to', () => {
  const source = ChartSource.existing(ChartSourceKind.HELM_REPOSITORY, 'kubeflow', 'flux-system');
  const objects = render({ source });
  expect(objects).toHaveLength(1);
  expect(objects[0]).toMatchObject({
    spec: { chart: { spec: { sourceRef: { kind: 'HelmRepository', name: 'kubeflow', namespace: 'flux-system' } } } },
  });
});

test.each<[string, SparkOperatorReleaseProps]>([
  ['controller.replicas', { controller: { replicas: 2 } }],
  ['controller.workers', { controller: { workers: 20 } }],
  [
    'controller.resources',
    { controller: { resources: { cpu: { request: Cpu.units(2) }, memory: { limit: Size.gibibytes(4) } } } },
  ],
  ['controller.logLevel', { controller: { logLevel: 'debug' } }],
  ['controller.logEncoder', { controller: { logEncoder: 'json' } }],
  ['controller.kubeAPIQPS', { controller: { kubeApiQps: 50 } }],
  ['controller.kubeAPIBurst', { controller: { kubeApiBurst: 60 } }],
  ['controller.podDisruptionBudget', { controller: { replicas: 2, minAvailable: 1 } }],
  ['controller.labels', { controller: { labels: { a: 'b' } } }],
  ['controller.annotations', { controller: { annotations: { a: 'b' } } }],
  ['controller.nodeSelector', { controller: { nodeSelector: { a: 'b' } } }],
  ['controller.affinity', { controller: { affinity: { nodeAffinity: {} } } }],
  ['controller.tolerations', { controller: { tolerations: [{ key: 'a', operator: 'Exists' }] } }],
  ['controller.priorityClassName', { controller: { priorityClassName: 'high' } }],
  ['controller.topologySpreadConstraints', { controller: { replicas: 2, topologySpread: [{ topologyKey: 'zone' }] } }],
  ['controller.env', { controller: { env: { A: EnvValue.fromValue('b') } } }],
  ['controller.leaderElection', { controller: { leaderElection: { leaseDuration: Duration.minutes(1) } } }],
  ['controller.featureGates', { controller: { featureGates: { PartialRestart: true } } }],
  ['controller.driverPodCreationGracePeriod', { controller: { driverPodCreationGracePeriod: Duration.minutes(1) } }],
  ['controller.maxTrackedExecutorPerApp', { controller: { maxTrackedExecutorPerApp: 10 } }],
  ['controller.scheduledSparkApplicationTimestampPrecision', { controller: { scheduledRunTimestamp: 'seconds' } }],
  ['controller.uiService', { controller: { uiService: false } }],
  ['controller.uiIngress', { controller: { uiIngress: { urlFormat: '{{$appName}}.example.com', tlsSecretName: 'tls' } } }],
  ['controller.batchScheduler', { controller: { batchScheduler: { defaultScheduler: 'volcano' } } }],
  ['webhook.enable', { webhook: { enable: false } }],
  ['webhook.port', { webhook: { port: 9444 } }],
  ['webhook.failurePolicy', { webhook: { failurePolicy: 'Ignore' } }],
  ['webhook.timeoutSeconds', { webhook: { timeout: Duration.seconds(5) } }],
  ['prometheus.metrics', { metrics: { port: 8090, labels: ['app', 'team'] } }],
  ['prometheus.podMonitor', { podMonitor: { interval: Duration.seconds(30), labels: { release: 'prometheus' } } }],
  ['certManager', { certManager: { issuerName: 'ca', duration: Duration.days(30) } }],
  ['image', { image: { registry: 'mirror.example.com', pullSecrets: ['pull'] } }],
  ['commonLabels', { commonLabels: { team: 'data' } }],
  ['controller.hostUsers', { values: { controller: { hostUsers: false } } }],
])('%s is written and accepted', (path, props) => {
  const at = (object: JsonObject) =>
    `spec.values.${path}`.split('.').reduce<unknown>((branch, key) => (branch as JsonObject | undefined)?.[key], object);
  expect(at(helmRelease(props))).toBeDefined();
  expect(at(helmRelease(props))).not.toEqual(at(helmRelease()));
});

test('this release waits for what installs the CRDs that its options need', () => {
  const installedBy = { name: 'prometheus', namespace: 'monitoring' };
  expect(
    helmRelease({ podMonitor: { installedBy }, certManager: { installedBy: { name: 'cert-manager' } } })['spec'],
  ).toMatchObject({
    dependsOn: [installedBy, { name: 'cert-manager' }],
  });
});

test('the common form of chart 1.1.27 is refused with the successor of each key', () => {
  const message = errorOf({
    version: '1.1.27',
    values: {
      image: { repository: 'ghcr.io/kubeflow/spark-operator', tag: 'v1.1.27' },
      metrics: { enable: true, port: 10254 },
      webhook: { enable: true, port: 8080 },
      resources: { requests: { cpu: '100m', memory: '300Mi' }, limits: { cpu: '200m', memory: '512Mi' } },
      serviceMonitor: { enable: true },
    },
  });
  expect(message).toContain('operator/spark-operator: 7 problems');
  expect(message).toContain('version is "1.1.27", of the line 1.x');
  expect(message).toContain('write prometheus.metrics');
  expect(message).toContain('webhook.port and prometheus.metrics.port are both 8080');
  expect(message).toContain('write controller.resources and webhook.resources');
  expect(message).toContain('write prometheus.podMonitor.create');
  expect(message).toContain('ghcr.io/ghcr.io/kubeflow/spark-operator');
  expect(message).toContain('image.tag is "v1.1.27"');
});

test.each<[string, SparkOperatorReleaseProps]>([
  ['where the probes', { webhook: { port: 8081 } }],
  ['allowed is 1024 to 65535', { webhook: { port: 443 } }],
  ['both 9443', { metrics: { port: 9443 } }],
  ['nodes cannot be drained', { controller: { minAvailable: 1 } }],
  ['the chart refuses to render', { webhook: { topologySpread: [{ topologyKey: 'zone' }] } }],
  ['without leader election', { controller: { replicas: 2 }, values: { controller: { leaderElection: { enable: false } } } }],
  ['at which the controller exits', { controller: { batchScheduler: { defaultScheduler: 'kueue' } } }],
  ['share one address', { controller: { uiIngress: { urlFormat: 'spark.example.com' } } }],
  ['controller.uiService is off', { controller: { uiService: false, uiIngress: { urlFormat: '{{$appName}}' } } }],
  ['but the ingress is off', { values: { controller: { uiIngress: { urlFormat: '{{$appName}}' } } } }],
  ['metrics are off', { metrics: { enable: false }, podMonitor: {} }],
  ['the webhook is off', { webhook: { enable: false }, certManager: {} }],
  ['without issuerName', { certManager: { issuerKind: 'Issuer' } }],
  ['certManager.renewBefore', { certManager: { renewBefore: Duration.seconds(10) } }],
  ['renewDeadline', { controller: { leaderElection: { renewDeadline: Duration.seconds(20) } } }],
  ['which is not a duration', { values: { controller: { driverPodCreationGracePeriod: 'soon' } } }],
  ['allowed are 1 to 30', { webhook: { timeout: Duration.minutes(1) } }],
  ['allowed are Fail, Ignore', { webhook: { failurePolicy: 'Maybe' } }],
  ['does not know', { controller: { featureGates: { Fast: true } } }],
  ['10 spark-submit JVMs', { controller: { resources: { memory: { limit: Size.mebibytes(512) } } } }],
  ['more than its limit', { webhook: { resources: { cpu: { request: Cpu.units(2), limit: Cpu.units(1) } } } }],
  ['counts memory twice', { values: { webhook: { resourceQuotaEnforcement: { enable: true } } } }],
  ['takes the fields of the CRDs', { values: { hook: { upgradeCrd: true } } }],
  ['share one account', { values: { spark: { rbac: { create: true } } } }],
  ['write the property jobNamespaces', { values: { spark: { jobNamespaces: ['a'] } } }],
  ['the webhook does nothing', { values: { spark: { jobNamespaceSelector: 'a=b' } } }],
  ['every namespace of the cluster', { jobNamespaces: [''] }],
  ['whose values are not known here', { version: '2.4.0' }],
  ['you may mean webhook.port', { values: { webhook: { prot: 1 } } }],
  ['the chart reads a number', { values: { controller: { workers: '10' } } }],
  ['a boolean or null', { releaseName: 'y' }],
  ['Helm allows 53', { releaseName: `a${'b'.repeat(60)}` }],
  ['allowed are 63', { releaseName: 'a'.repeat(52) }],
  ['would allow every address', { networkPolicies: { apiServerCidrs: [] } }],
])('refused: %s', (message, props) => {
  expect(errorOf(props)).toContain(message);
});

test('a chart without a namespace is refused', () => {
  expect(() => new SparkOperatorRelease(chartIn(), 'x')).toThrow("write namespace: 'spark-operator'");
});

test('namespaces come from the applications of the whole app, also from templates, and late ones count', () => {
  const app = new App();
  const release = new SparkOperatorRelease(new Chart(app, 'operator', { namespace: 'ops' }), 'spark-operator', {
    jobNamespaces: ['zoo'],
  });
  const jobs = new Chart(app, 'jobs', { namespace: 'jobs' });
  for (const kind of ['SparkApplication', 'ScheduledSparkApplication'])
    new ApiObject(jobs, kind, { apiVersion: 'sparkoperator.k8s.io/v1beta2', kind });
  new ApiObject(jobs, 'Apache', {
    apiVersion: 'spark.apache.org/v1',
    kind: 'SparkApplication',
    metadata: { namespace: 'apache' },
  });
  new ApiObject(jobs, 'Template', {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { namespace: 'airflow', labels: { 'cdk8s-spark-platform/spark-application-template': 'true' } },
    data: { 'etl.yaml': 'kind: SparkApplication\nmetadata:\n  name: etl\n  namespace: etl\nspec: {}\n' },
  });
  expect(release.watchedNamespaces()).toEqual(['etl', 'jobs', 'zoo']);
  expect(app.synthYaml()).toContain('- etl');
});

test('an environment bounds what is watched', () => {
  const app = new App();
  const charts = ['dev', 'prod'].map((id) => new Chart(app, id, { namespace: id }));
  for (const chart of charts) {
    chart.node.addMetadata('cdk8s-spark-platform/environment', {});
    new ApiObject(chart, 'App', { apiVersion: 'sparkoperator.k8s.io/v1beta2', kind: 'SparkApplication' });
  }
  expect(new SparkOperatorRelease(charts[0] as Chart, 'spark-operator').watchedNamespaces()).toEqual(['dev']);
});

test('a release that would watch nothing is an error of synth', () => {
  const app = new App();
  new SparkOperatorRelease(new Chart(app, 'operator', { namespace: 'ops' }), 'spark-operator');
  expect(() => app.synthYaml()).toThrow('watches only the namespace default');
});

test('network policies follow from the API server of an ancestor', () => {
  const chart = chartIn('ops');
  chart.node.addMetadata('cdk8s-spark-platform/api-server', { cidrs: ['10.0.0.1/32'], port: 6443 });
  new SparkOperatorRelease(chart, 'spark-operator', { jobNamespaces: ['jobs'], podMonitor: {} });
  const policies = (Testing.synth(chart) as JsonObject[]).filter(({ kind }) => kind === 'NetworkPolicy');
  expect(policies.map(({ metadata }) => (metadata as JsonObject)['name']).sort()).toEqual([
    'spark-operator-controller',
    'spark-operator-metrics',
    'spark-operator-webhook',
  ]);
  expect(policies.find(({ metadata }) => (metadata as JsonObject)['name'] === 'spark-operator-webhook')).toMatchObject({
    spec: {
      ingress: [{ from: [{ ipBlock: { cidr: '10.0.0.1/32' } }], ports: [{ protocol: 'TCP', port: 9443 }] }],
      egress: [{ to: [{ ipBlock: { cidr: '10.0.0.1/32' } }], ports: [{ protocol: 'TCP', port: 6443 }] }],
    },
  });
});

test('overrides change the HelmRelease after rendering, and the pods are read from it', () => {
  const chart = chartIn('ops');
  const release = new SparkOperatorRelease(chart, 'spark-operator', { jobNamespaces: ['jobs'] });
  release.addOverride('spec.values.controller.replicas', 5);
  const emitted = (Testing.synth(chart) as JsonObject[]).find(({ kind }) => kind === 'HelmRelease') as JsonObject;
  expect(helmReleasePods(emitted)).toEqual([
    {
      name: 'spark-operator-controller',
      count: 5,
      surge: 2,
      cpuRequestMillis: 1000,
      memoryRequestBytes: 2176 * 1048576,
      memoryLimitBytes: 2176 * 1048576,
      image: 'ghcr.io/kubeflow/spark-operator/controller:2.5.2',
    },
    {
      name: 'spark-operator-webhook',
      count: 1,
      surge: 1,
      cpuRequestMillis: 100,
      memoryRequestBytes: 256 * 1048576,
      memoryLimitBytes: 256 * 1048576,
      image: 'ghcr.io/kubeflow/spark-operator/controller:2.5.2',
    },
  ]);
});

test.each([
  [{ releaseName: 'spark-operator' }, 'spark-operator-webhook-svc'],
  [{ releaseName: 'my-spark-operator-2' }, 'my-spark-operator-2-webhook-svc'],
  [{ releaseName: 'kubeflow' }, 'kubeflow-spark-operator-webhook-svc'],
  [{ values: { fullnameOverride: 'sop' } }, 'sop-webhook-svc'],
  [{ releaseName: 'x', values: { nameOverride: 'op' } }, 'x-op-webhook-svc'],
])('names of %j', (props, service) => {
  expect(new SparkOperatorRelease(chartIn('ops'), 'spark-operator', props).webhookServiceName).toBe(service);
});
