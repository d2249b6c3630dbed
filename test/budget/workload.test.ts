import { totalAtPeak, usageAtPeak, usageAtRest, workloadOf } from '../../src/budget';
import type { JsonObject } from '../../src/manifest';

const MI = 1024 * 1024;
const container = (cpu: string, memory: string, more: JsonObject = {}): JsonObject => ({
  name: 'c',
  image: 'example.com/c:1',
  resources: { requests: { cpu, memory }, limits: { memory } },
  ...more,
});
const workload = (apiVersion: string, kind: string, spec: JsonObject) =>
  workloadOf({ apiVersion, kind, metadata: { name: 'w', namespace: 'n' }, spec });

test.each([
  ['Deployment, 25 % of 3 rounded up', 'apps/v1', 'Deployment', { replicas: 3 }, 3, 4],
  ['Deployment with Recreate', 'apps/v1', 'Deployment', { replicas: 3, strategy: { type: 'Recreate' } }, 3, 3],
  ['Deployment with maxSurge 2', 'apps/v1', 'Deployment', { replicas: 3, strategy: { rollingUpdate: { maxSurge: 2 } } }, 3, 5],
  ['StatefulSet', 'apps/v1', 'StatefulSet', { replicas: 2 }, 2, 2],
  ['Job with parallelism', 'batch/v1', 'Job', { parallelism: 4 }, 4, 4],
])('%s: %s %s', (_, apiVersion, kind, spec, rest, peak) => {
  const found = workload(apiVersion, kind, { ...spec, template: { spec: { containers: [container('1', '100Mi')] } } });
  if (!found) throw new Error('no workload');
  expect(usageAtRest(found).pods).toBe(rest);
  expect(usageAtPeak(found)).toEqual({
    cpuMillis: peak * 1000,
    memoryBytes: peak * 100 * MI,
    memoryLimitBytes: peak * 100 * MI,
    pods: peak,
  });
});

test('a CronJob rests, and overlaps with its last run unless that is forbidden', () => {
  const jobTemplate = { spec: { template: { spec: { containers: [container('1', '1Gi')] } } } };
  const allow = workload('batch/v1', 'CronJob', { jobTemplate });
  const forbid = workload('batch/v1', 'CronJob', { concurrencyPolicy: 'Forbid', jobTemplate });
  if (!allow || !forbid) throw new Error('no workload');
  expect([usageAtRest(allow).pods, usageAtPeak(allow).pods, usageAtPeak(forbid).pods]).toEqual([0, 2, 1]);
});

test('the sample job of a common form: Python, driver 2g, 2 executors 2g, is 3 x 2867Mi = 8601Mi', () => {
  const found = workload('sparkoperator.k8s.io/v1beta2', 'SparkApplication', {
    type: 'Python',
    sparkVersion: '3.5.9',
    image: 'example.com/spark:3.5.9',
    mainApplicationFile: 'local:///a.py',
    driver: { cores: 1, memory: '2g' },
    executor: { cores: 1, instances: 2, memory: '2g' },
  });
  if (!found) throw new Error('no workload');
  expect(totalAtPeak([found])).toEqual({ cpuMillis: 3000, memoryBytes: 8601 * MI, memoryLimitBytes: 8601 * MI, pods: 3 });
});

test('a template of an orchestrator counts only at its peak, as often as it may run', () => {
  const application = [
    'apiVersion: sparkoperator.k8s.io/v1beta2',
    'kind: SparkApplication',
    'metadata: {name: etl}',
    'spec:',
    '  {type: Scala, mainClass: A, mainApplicationFile: local:///a.jar, sparkVersion: 3.5.9, image: "x:1", driver: {memory: 1g}, executor: {instances: 1, memory: 1g}}',
  ].join('\n');
  const found = workloadOf({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: {
      name: 'etl',
      namespace: 'n',
      labels: { 'cdk8s-spark-platform/spark-application-template': 'true' },
      annotations: { 'cdk8s-spark-platform/maximum-concurrent-runs': '2' },
    },
    data: { 'etl.yaml': application },
  });
  if (!found) throw new Error('no workload');
  expect(usageAtRest(found).pods).toBe(0);
  // A JVM's 1g is 1024 heap + 384 overhead = 1408Mi; two runs of two pods.
  expect(usageAtPeak(found)).toMatchObject({ pods: 4, memoryBytes: 4 * 1408 * MI });
});

test('other kinds make no pods', () => {
  expect(workload('v1', 'Service', {})).toBeUndefined();
  expect(workloadOf({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'c', namespace: 'n' }, data: {} })).toBeUndefined();
});

test('a template that cannot be read is an error, not a free run', () => {
  const labels = { 'cdk8s-spark-platform/spark-application-template': 'true' };
  const configMap = {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'etl', namespace: 'n', labels },
    data: { 'etl.yaml': 'name: {{ ds }}' },
  };
  expect(() => workloadOf(configMap)).toThrow('ConfigMap etl: etl.yaml is no SparkApplication in YAML');
});
