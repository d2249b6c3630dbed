import { App, Chart, Duration, Size, Testing } from 'cdk8s';
import { Cpu, EnvValue } from 'cdk8s-plus-28';
import { ChartSource } from '../../../src/flux/helm';
import { SparkOperatorRelease, type SparkOperatorReleaseProps } from '../../../src/spark/spark-operator-release';

/** Builds a release from properties that a compiler would refuse, as plain JavaScript does. */
function errorOf(props: unknown, namespace = 'spark-operator'): Error | undefined {
  const chart = new Chart(new App(), 'operator', { namespace });
  try {
    new SparkOperatorRelease(chart, 'spark-operator', props as SparkOperatorReleaseProps);
    Testing.synth(chart);
  } catch (error) {
    return error as Error;
  }
  return undefined;
}

const jobNamespaces = ['jobs'];

test.each<[string, string, object]>([
  ['image is "x:y", expected a map', 'registry:', { image: 'x:y' }],
  ['controller.resources.cpu is "1", expected a map', 'Cpu.millis(500)', { controller: { resources: { cpu: '1' } } }],
  ['resources.cpu.request is "500m", expected a Cpu', 'Cpu.millis', { webhook: { resources: { cpu: { request: '500m' } } } }],
  ['resources.memory.limit is 2, expected a Size', 'Size.', { webhook: { resources: { memory: { limit: 2 } } } }],
  ['has the key "requests", which would be ignored', 'allowed are cpu,', { controller: { resources: { requests: {} } } }],
  ['controller.env.A is "b", expected an EnvValue', 'EnvValue.fromValue', { controller: { env: { A: 'b' } } }],
  ['controller.env is [], expected a map', 'EnvValue.fromValue', { controller: { env: [] } }],
  ['controller.env has the key "1A"', 'NAME', { controller: { env: { '1A': EnvValue.fromValue('b') } } }],
  ['controller.tolerations is "a", expected a list', 'Exists', { controller: { tolerations: 'a' } }],
  ['controller.tolerations[0] is "a", expected a map', 'Exists', { controller: { tolerations: ['a'] } }],
  ['controller.topologySpread[0] has no topologyKey', 'hostname', { controller: { replicas: 2, topologySpread: [{}] } }],
  ['controller.affinity is "zone", expected a map', 'leave it out', { controller: { affinity: 'zone' } }],
  ['commonLabels.tier is 1, expected a text', "'1'", { commonLabels: { tier: 1 } }],
  ['commonLabels has the key "a b": may hold', "team: 'data'", { commonLabels: { 'a b': 'c' } }],
  ['controller.labels.team is "a b": may hold', 'at most 63', { controller: { labels: { team: 'a b' } } }],
  ['webhook.annotations.on is true, expected a text', "'true'", { webhook: { annotations: { on: true } } }],
  ['webhook.nodeSelector is "pool", expected a map', 'team', { webhook: { nodeSelector: 'pool' } }],
  ['jobNamespaces is "default", expected a list', "['jobs']", { jobNamespaces: 'default' }],
  ['jobNamespaces[1] is 5, expected a text', "'5'", { jobNamespaces: ['a', 5] }],
  ['jobNamespaces has "Not_A_Label": may hold', 'name of a namespace', { jobNamespaces: ['Not_A_Label'] }],
  ['source is "oci://x", expected a ChartSource', 'ChartSource.ociRepository', { source: 'oci://x' }],
  ['version is 2.5, expected a text', "'2.5'", { version: 2.5 }],
  ['networkPolicies has no apiServerCidrs', '10.0.0.1/32', { networkPolicies: {} }],
  ['apiServerCidrs is "10.0.0.1/32", expected a list', '[', { networkPolicies: { apiServerCidrs: '10.0.0.1/32' } }],
  ['timeout is 5, expected a Duration of whole seconds', 'Duration.minutes', { timeout: 5 }],
  ['expected a Duration of whole seconds', 'Duration.minutes', { timeout: Duration.millis(500) }],
  ['webhook.timeout is 10, expected a Duration', 'Duration.seconds', { webhook: { timeout: 10 } }],
  ['podMonitor.interval is "30s", expected a Duration', 'Duration.', { podMonitor: { interval: '30s' } }],
  ['podMonitor.installedBy has no name', 'monitoring', { podMonitor: { installedBy: {} } }],
  ['webhook.port is "9443", expected a number', 'without quotes: 9443', { webhook: { port: '9443' } }],
  ['controller.workers is "4", expected a number', 'without quotes: 4', { controller: { workers: '4' } }],
  ['webhook.enable is "false", expected true or false', 'without quotes', { webhook: { enable: 'false' } }],
  ['controller.featureGates.PartialRestart is 1', 'without quotes', { controller: { featureGates: { PartialRestart: 1 } } }],
  ['metrics.labels is "app", expected a list', '[', { metrics: { labels: 'app' } }],
  ['image is null, expected a map', 'registry', { image: null }],
  ['values is [], but the values of a chart are a map', 'controller', { values: [] }],
  ['values is "x", but the values of a chart are a map', 'controller', { values: 'x' }],
  ['namespace is "Bad_NS": may hold', 'name of a namespace', { namespace: 'Bad_NS' }],
  ['namespace is 7, expected a text', "'7'", { namespace: 7 }],
])('%s', (message, fix, props) => {
  const error = errorOf({ jobNamespaces, ...props });
  expect(error?.message.split('\n')).toEqual([
    'operator/spark-operator: 1 problem',
    expect.stringContaining(message),
    expect.stringContaining(fix),
  ]);
});

test('the namespace of the chart around the release is checked as well', () => {
  expect(errorOf({ jobNamespaces }, 'Bad_NS')?.message).toContain('namespace is "Bad_NS"');
});

test('properties that are no map at all are refused', () => {
  for (const props of ['jobs', null, ['jobs']])
    expect(errorOf(props)?.message).toContain(`props is ${JSON.stringify(props)}, expected a map`);
});

test('a value that JSON cannot hold is named by its class', () => {
  const circular = new Chart(new App(), 'other');
  expect(errorOf({ jobNamespaces, source: circular })?.message).toContain('source is an object of Chart');
});

test('everything wrong is said at once, also what other rules find', () => {
  const props = {
    jobNamespaces: ['Jobs'],
    version: 2.5,
    image: 'x:y',
    controller: { workers: '4', tolerations: 'a' },
    values: { webhook: { prot: 1 } },
  };
  expect(errorOf(props)?.message).toMatch(/^operator\/spark-operator: 6 problems\n/);
});

test('what a class made is known by its methods, so another copy of its package does as well', () => {
  const foreign = { toMilliseconds: () => 5000, toSeconds: () => 5 };
  expect(errorOf({ jobNamespaces, webhook: { timeout: foreign } })).toBeUndefined();
});

test('the right kinds pass, undefined is not set, and keys of an extended interface stay with who made them', () => {
  const props = {
    jobNamespaces,
    team: 'data',
    image: undefined,
    source: ChartSource.ociRepository(),
    timeout: Duration.minutes(5),
    controller: {
      workers: undefined,
      resources: { cpu: { request: Cpu.millis(500) }, memory: { limit: Size.gibibytes(4) } },
      env: {
        A: EnvValue.fromValue('b'),
        B: EnvValue.fromSecretValue({ secret: { name: 's' } as never, key: 'k' }),
      },
      labels: { 'example.com/team': '' },
      annotations: { note: 'any text, also with spaces' },
    },
  };
  expect(errorOf(props)).toBeUndefined();
});
