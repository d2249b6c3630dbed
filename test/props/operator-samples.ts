import { Duration, Size } from 'cdk8s';
import { Cpu, EnvValue } from 'cdk8s-plus-28';
import { ChartSource } from '../../src';
import type { Props } from './platform';
import { affinity, cidrs, type Sample } from './sample';

const release = (name: string) => (value: Props) => ({ release: { [name]: value } });
const pod: Props = {
  affinity,
  annotations: { team: 'data' },
  env: { TZ: EnvValue.fromValue('UTC') },
  kubeApiBurst: 60,
  kubeApiQps: 40,
  labels: { team: 'data' },
  logEncoder: 'json',
  logLevel: 'debug',
  minAvailable: 1,
  nodeSelector: { pool: 'system' },
  priorityClassName: 'high',
  replicas: 2,
  resources: { cpu: { request: Cpu.units(2) }, memory: { request: Size.gibibytes(4), limit: Size.gibibytes(4) } },
  tolerations: [{ key: 'system', operator: 'Exists' }],
  topologySpread: [{ topologyKey: 'kubernetes.io/hostname' }],
};

/** Structs of the operator's release. */
export const OPERATOR_SAMPLES: Record<string, Sample> = {
  SparkOperatorBatchScheduler: {
    place: (batchScheduler) => ({ release: { controller: { batchScheduler } } }),
    values: { defaultScheduler: 'yunikorn', kubeSchedulerNames: ['bin-packing'] },
  },
  SparkOperatorCertManager: {
    place: release('certManager'),
    values: {
      duration: Duration.days(30),
      installedBy: { name: 'cert-manager', namespace: 'other' },
      issuerKind: 'Issuer',
      issuerName: 'company',
      renewBefore: Duration.days(5),
    },
    beside: { issuerKind: { issuerName: 'company' }, renewBefore: { duration: Duration.days(30) } },
  },
  SparkOperatorControllerProps: {
    place: release('controller'),
    values: {
      batchScheduler: {},
      driverPodCreationGracePeriod: Duration.seconds(30),
      featureGates: { PartialRestart: true },
      leaderElection: { leaseDuration: Duration.seconds(30) },
      maxTrackedExecutorPerApp: 10,
      scheduledRunTimestamp: 'seconds',
      uiIngress: { urlFormat: '{{$appName}}.example.com' },
      uiService: false,
      workers: 4,
    },
  },
  SparkOperatorImage: {
    place: release('image'),
    values: {
      pullPolicy: 'Always',
      pullSecrets: ['mirror'],
      registry: 'mirror.example.com',
      repository: 'mirror/spark-operator',
      tag: '2.5.2-1',
    },
  },
  SparkOperatorLeaderElection: {
    place: (leaderElection) => ({ release: { controller: { leaderElection } } }),
    values: { leaseDuration: Duration.seconds(30), renewDeadline: Duration.seconds(12), retryPeriod: Duration.seconds(3) },
  },
  SparkOperatorMetrics: {
    place: release('metrics'),
    values: { enable: false, endpoint: '/m', labels: ['team'], port: 8090, prefix: 'spark_' },
  },
  SparkOperatorNetworkPolicies: {
    place: (networkPolicies) => ({ release: { networkPolicies, podMonitor: {} } }),
    base: { apiServerCidrs: ['10.0.0.0/28'] },
    values: { apiServerCidrs: cidrs, apiServerPort: 443, monitoringNamespace: 'other' },
  },
  SparkOperatorPodMonitor: {
    place: release('podMonitor'),
    values: {
      installedBy: { name: 'prometheus', namespace: 'other' },
      interval: Duration.seconds(30),
      jobLabel: 'operator',
      labels: { release: 'prometheus' },
    },
  },
  SparkOperatorPodProps: {
    place: (value) => ({ release: { controller: value, webhook: value } }),
    values: pod,
    beside: { minAvailable: { replicas: 2 }, topologySpread: { replicas: 2 } },
  },
  SparkOperatorReleaseProps: {
    place: (value) => ({ release: value }),
    values: {
      certManager: {},
      commonLabels: { team: 'data' },
      controller: { workers: 4 },
      image: { tag: '2.5.2-1' },
      jobNamespaces: ['other'],
      metrics: { port: 8090 },
      namespace: 'other',
      networkPolicies: { apiServerCidrs: cidrs },
      podMonitor: {},
      releaseName: 'other',
      source: ChartSource.ociRepository(),
      timeout: Duration.minutes(20),
      values: { nameOverride: 'other' },
      version: '2.4.0',
      webhook: { port: 9444 },
    },
    refused: { version: /2\.4\.0/ },
  },
  SparkOperatorToleration: {
    place: (toleration) => ({ release: { controller: { tolerations: [toleration] } } }),
    base: { key: 'a', value: 'x', effect: 'NoExecute' },
    values: { effect: 'NoSchedule', key: 'b', operator: 'Exists', tolerationSeconds: 60, value: 'y' },
    beside: { operator: { value: undefined } },
  },
  SparkOperatorTopologySpread: {
    place: (spread) => ({ release: { controller: { replicas: 2, topologySpread: [spread] } } }),
    base: { topologyKey: 'kubernetes.io/hostname' },
    values: { maxSkew: 2, topologyKey: 'topology.kubernetes.io/zone', whenUnsatisfiable: 'ScheduleAnyway' },
  },
  SparkOperatorUiIngress: {
    place: (uiIngress) => ({ release: { controller: { uiIngress } } }),
    base: { urlFormat: '{{$appName}}.example.com' },
    values: {
      annotations: { team: 'data' },
      ingressClassName: 'nginx',
      tlsHosts: ['*.example.com'],
      tlsSecretName: 'tls',
      urlFormat: '{{$appName}}.spark.example.com',
    },
    beside: { tlsHosts: { tlsSecretName: 'tls' } },
  },
  SparkOperatorWebhookProps: {
    place: release('webhook'),
    values: { enable: false, failurePolicy: 'Ignore', port: 9444, timeout: Duration.seconds(20) },
  },
};
