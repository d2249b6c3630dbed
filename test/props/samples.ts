import { Duration, Size } from 'cdk8s';
import { Cpu, Secret } from 'cdk8s-plus-28';
import {
  ChartSource,
  Executors,
  ImagePullPolicy,
  NetworkDestination,
  RestartPolicy,
  SparkMemory,
  SparkRun,
  SparkRuntime,
  SparkSource,
  Toleration,
} from '../../src';
import { OPERATOR_SAMPLES } from './operator-samples';
import { environmentBase, type Props, python } from './platform';
import { affinity, cidrs, type Sample } from './sample';

const application = (name: string) => (value: Props) => ({ application: { [name]: value } });
const source = (make: (value: never) => SparkSource) => (value: Props) => ({ application: { source: make(value as never) } });
const gibibytes = (count: number) => SparkMemory.heap(Size.gibibytes(count));
const secret = { secret: Secret.fromSecretName(undefined as never, 's', 's3'), key: 'key' };
const podSize: Props = {
  cores: 2,
  cpu: Cpu.millis(500),
  cpuLimit: Cpu.units(3),
  memory: gibibytes(2),
  memoryOverhead: Size.mebibytes(500),
};

/** Every struct that users fill in, by its name in `.jsii`. */
export const SAMPLES: Record<string, Sample> = {
  ...OPERATOR_SAMPLES,
  ApiServerAddress: { place: application('apiServer'), base: { cidrs: ['10.0.0.0/28'] }, values: { cidrs, port: 443 } },
  ChartSourceOptions: {
    place: (value) => ({ release: { source: ChartSource.helmRepository(value) } }),
    values: { name: 'mirror', url: 'https://charts.example.com' },
  },
  ClusterCapacity: {
    place: (cluster) => ({ environment: { cluster } }),
    base: environmentBase['cluster'],
    values: { cpu: Cpu.units(32), memory: Size.gibibytes(64), usable: 0.5 },
  },
  DriverSize: { place: application('driver'), base: { memory: gibibytes(1) }, values: podSize },
  DynamicExecutors: {
    place: (value) => ({ application: { executors: Executors.dynamic(value as never) } }),
    base: { minimum: 1, maximum: 4 },
    values: { initial: 2, maximum: 5, minimum: 0, shuffleTrackingTimeout: Duration.minutes(5) },
  },
  EnvironmentProps: {
    place: (environment) => ({ environment }),
    base: environmentBase,
    values: {
      apiServer: { cidrs },
      cluster: { cpu: Cpu.units(32), memory: Size.gibibytes(64) },
      flux: { path: './deploy' },
      images: { spark: 'registry.example.com/spark:3.5.9-1' },
      provides: { ...environmentBase['provides'], namespaces: ['other', 'jobs'] },
      sparkConf: { 'spark.sql.shuffle.partitions': '8' },
    },
  },
  ExecutorSize: { place: application('executor'), base: { memory: gibibytes(1) }, values: podSize },
  ExternalResources: {
    place: (provides) => ({ environment: { provides }, release: { podMonitor: {} } }),
    base: environmentBase['provides'],
    values: { customResourceDefinitions: { 'monitoring.coreos.com': 'monitoring' }, namespaces: ['other', 'jobs'] },
  },
  FluxSettings: {
    place: (flux) => ({ environment: { flux } }),
    values: {
      namespace: 'flux',
      path: './deploy',
      sourceKind: 'OCIRepository',
      sourceName: 'platform',
      variablesConfigMap: 'variables',
      variablesSecret: 'variables',
    },
  },
  HelmReleaseReference: {
    place: (installedBy) => ({ release: { podMonitor: { installedBy } } }),
    base: { name: 'prometheus', namespace: 'other' },
    values: { name: 'monitoring', namespace: 'jobs' },
  },
  JvmSourceOptions: {
    place: source(SparkSource.jvm),
    base: { jar: 'local:///a.jar', mainClass: 'org.example.A' },
    values: { arguments: ['1'], jar: 'local:///b.jar', mainClass: 'org.example.B' },
  },
  NamespaceBudget: {
    place: (budget) => ({ unit: { budget } }),
    base: { cpu: Cpu.units(8), memory: Size.gibibytes(16) },
    values: { cpu: Cpu.units(9), memory: Size.gibibytes(17) },
  },
  OnceOptions: { place: (value) => ({ application: { run: SparkRun.once(value) } }), values: { revision: '2' } },
  PlatformAppProps: { place: (app) => ({ app }), values: { name: 'other', outdir: 'deploy' } },
  PythonCodeOptions: {
    place: source((value: Props) => SparkSource.pythonCode('fromFile' in value ? value : { code: 'print(1)', ...value })),
    values: { arguments: ['1'], code: 'print(2)', fromFile: 'apps/lakehouse/jobs/sample_etl.py' },
  },
  PythonSourceOptions: {
    place: source(SparkSource.python),
    base: python,
    values: { arguments: ['1'], file: 'local:///app/other.py' },
  },
  RetryOptions: {
    place: (value) => ({ application: { restartPolicy: RestartPolicy.onFailure(value as never) } }),
    base: { retries: 1, submissionRetries: 1 },
    values: {
      retries: 2,
      retryInterval: Duration.seconds(20),
      submissionRetries: 2,
      submissionRetryInterval: Duration.seconds(20),
    },
  },
  SparkApplicationProps: {
    place: (value) => ({ application: value }),
    values: {
      affinity,
      allowUnknownConf: { 'spark.acme.lineage': 'read by our listener' },
      annotations: { team: 'data' },
      apiServer: { cidrs },
      conf: { 'spark.sql.shuffle.partitions': '8' },
      destinations: [NetworkDestination.cidr('10.1.0.0/16', 443)],
      driver: { memory: gibibytes(2) },
      environment: { TZ: 'UTC' },
      executor: { memory: gibibytes(2) },
      executors: Executors.exactly(2),
      labels: { team: 'data' },
      metrics: false,
      name: 'other',
      namespace: 'other',
      nodeSelector: { pool: 'spark' },
      podSecurity: { runAsUser: 1000 },
      priorityClassName: 'high',
      restartPolicy: RestartPolicy.onFailure({ retries: 1, submissionRetries: 1 }),
      run: SparkRun.streaming(),
      runtime: SparkRuntime.of('4.0.5', { image: 'registry.example.com/spark:4.0.5' }),
      secretEnvironment: { S3_KEY: secret },
      serviceAccounts: { driverName: 'driver', executorName: 'executor' },
      source: SparkSource.python({ file: 'local:///app/other.py' }),
      tolerations: [Toleration.exists('spark')],
    },
    refused: { allowUnknownConf: /is not in conf/ },
  },
  SparkNetworkPoliciesProps: {
    place: (policies) => ({ policies }),
    values: { apiServer: { cidrs }, namespace: 'other' },
  },
  SparkPodSecurity: { place: application('podSecurity'), values: { fsGroup: 1000, runAsUser: 1000 } },
  SparkRuntimeOptions: {
    place: (runtime) => ({ runtime }),
    base: { image: 'registry.example.com/spark:3.5.9' },
    values: {
      allowUnknownConf: { 'spark.executor.cores': 'read by our listener' },
      conf: { 'spark.sql.shuffle.partitions': '8' },
      iceberg: '0.14.0',
      image: 'registry.example.com/spark:3.5.9-1',
      imagePullPolicy: ImagePullPolicy.ALWAYS,
      imagePullSecrets: ['mirror'],
      java: 21,
      python: '2.7',
      scala: '2.11',
    },
    refused: {
      allowUnknownConf: /is a key that is known/,
      iceberg: /[Ii]ceberg/,
      java: /[Jj]ava/,
      python: /[Pp]ython/,
      scala: /[Ss]cala/,
    },
  },
  SparkServiceAccountsProps: {
    place: (accounts) => ({ accounts }),
    values: { driverName: 'driver', executorName: 'executor', namespace: 'other' },
  },
  TemplateOptions: {
    place: (value) => ({ application: { run: SparkRun.template(value) } }),
    values: { maximumConcurrentRuns: 2, timeToLive: Duration.hours(1) },
  },
  UnitProps: {
    place: (unit) => ({ unit }),
    values: {
      budget: { cpu: Cpu.units(8), memory: Size.gibibytes(16) },
      namespace: 'other',
      podSecurity: 'baseline',
      timeout: Duration.minutes(20),
    },
  },
};
