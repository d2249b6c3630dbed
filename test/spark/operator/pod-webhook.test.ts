import type { JsonObject } from '../../../src/manifest';
import { mutatedPod } from '../../../src/spark/operator';
import { application } from './sample';

const LABELS = { 'sparkoperator.k8s.io/launched-by-spark-operator': 'true', 'sparkoperator.k8s.io/app-name': 'etl' };

function pod(role: string, spec: object = {}, labels: object = LABELS): JsonObject {
  const container = { name: `spark-kubernetes-${role}`, image: 'spark:1', env: [{ name: 'A', value: 'of Spark' }] };
  return { metadata: { labels: { 'spark-role': role, ...labels } }, spec: { containers: [container], ...spec } } as never;
}

type Mutated = { metadata: JsonObject; spec: JsonObject & { containers: JsonObject[] } };

function mutate(spec: object, role = 'driver', given = pod(role)): Mutated {
  return mutatedPod(given, application(spec)) as never;
}

const OWNER = {
  apiVersion: 'sparkoperator.k8s.io/v1beta2',
  kind: 'SparkApplication',
  name: 'etl',
  uid: '00000000-0000-0000-0000-000000000000',
  controller: true,
  blockOwnerDeletion: true,
};

test('a driver is owned by its application, once; an executor is not touched', () => {
  const driver = mutate({});
  expect(driver.metadata['ownerReferences']).toEqual([OWNER]);
  expect(mutate({}, 'driver', driver as never).metadata['ownerReferences']).toEqual([OWNER]);
  expect(mutate({}, 'executor')).toEqual(pod('executor'));
});

test.each([
  ['a pod that the operator did not launch', pod('driver', {}, { 'sparkoperator.k8s.io/app-name': 'etl' })],
  ['a pod without the name of an application', pod('driver', {}, { ...LABELS, 'sparkoperator.k8s.io/app-name': '' })],
  ['a pod of another role', pod('connect-server')],
])('%s is left alone', (_, given) => {
  expect(mutate({ driver: { hostNetwork: true } }, 'driver', given)).toBe(given);
});

test('a pod that claims another application is refused', () => {
  const given = pod('executor', {}, { ...LABELS, 'sparkoperator.k8s.io/app-name': 'other' });
  expect(() => mutate({}, 'executor', given)).toThrow(/app-name of the executor is other/);
});

test('the pod that is given is not changed', () => {
  const given = pod('driver');
  mutate({ driver: { env: [{ name: 'B' }], tolerations: [{ operator: 'Exists' }] } }, 'driver', given);
  expect(given).toEqual(pod('driver'));
});

test('environment: own variables, then the folders of Hadoop and Spark', () => {
  const { spec } = mutate({ driver: { env: [{ name: 'B', value: 'b' }] }, sparkConfigMap: 's', hadoopConfigMap: 'h' });
  const [container] = spec.containers as [{ env: JsonObject[] }];
  expect(container.env.map(({ name }) => name)).toEqual(['A', 'B', 'HADOOP_CONF_DIR', 'SPARK_CONF_DIR']);
  expect(spec['volumes']).toEqual([
    { name: 'hadoop-configmap-volume', configMap: { name: 'h' } },
    { name: 'spark-configmap-volume', configMap: { name: 's' } },
  ]);
});

test('volumes: only what is mounted, once, and no local directories', () => {
  const { spec } = mutate({
    volumes: ['a', 'b', 'c', 'spark-local-dir-1'].map((name) => ({ name, emptyDir: {} })),
    driver: {
      volumeMounts: [
        { name: 'b', mountPath: '/b' },
        { name: 'b', mountPath: '/b2' },
        { name: 'missing', mountPath: '/m' },
        { name: 'spark-local-dir-1', mountPath: '/l' },
      ],
    },
  });
  expect(spec['volumes']).toEqual([{ name: 'b', emptyDir: {} }]);
  expect(spec.containers[0]?.['volumeMounts']).toEqual([
    { name: 'b', mountPath: '/b' },
    { name: 'b', mountPath: '/b2' },
  ]);
});

test('the name of a volume for a ConfigMap is cut at 63 characters', () => {
  const { spec } = mutate({ driver: { configMaps: [{ name: 'n'.repeat(61), path: '/n' }] } });
  expect(spec['volumes']).toEqual([{ name: `${'n'.repeat(61)}-v`, configMap: { name: 'n'.repeat(61) } }]);
});

test('lists are added to, fields are replaced', () => {
  const given = pod('executor', {
    tolerations: [{ key: 'x' }],
    nodeSelector: { zone: 'a', pool: 'x' },
    securityContext: { fsGroup: 1 },
    priority: 5,
    preemptionPolicy: 'Never',
  });
  const { spec } = mutate(
    {
      executor: {
        tolerations: [{ key: 'y' }],
        nodeSelector: { zone: 'b' },
        podSecurityContext: { runAsUser: 2 },
        priorityClassName: 'high',
        hostNetwork: true,
        shareProcessNamespace: false,
        terminationGracePeriodSeconds: 0,
      },
    },
    'executor',
    given,
  );
  const { containers: _, ...rest } = spec;
  expect(rest).toEqual({
    tolerations: [{ key: 'x' }, { key: 'y' }],
    nodeSelector: { zone: 'b', pool: 'x' },
    securityContext: { runAsUser: 2 },
    priorityClassName: 'high',
    hostNetwork: true,
    dnsPolicy: 'ClusterFirstWithHostNet',
    terminationGracePeriodSeconds: 0,
  });
});

test.each([
  [{ batchScheduler: 'volcano', driver: { schedulerName: 'x' } }, 'volcano'],
  [{ driver: { schedulerName: 'x' } }, 'x'],
  [{ batchScheduler: '', driver: { schedulerName: 'x' } }, undefined], // an empty one still counts as stated
])('scheduler of %j', (spec, name) => {
  expect(mutate(spec).spec['schedulerName']).toBe(name);
});

test('a container of the same name and image is not added again', () => {
  const sidecar = { name: 'proxy', image: 'proxy:1' };
  const given = pod('driver', { containers: [{ name: 'spark-kubernetes-driver' }, sidecar] });
  const names = (image: string) =>
    mutate({ driver: { sidecars: [{ name: 'proxy', image }] } }, 'driver', given).spec.containers.length;
  expect([names('proxy:1'), names('proxy:2')]).toEqual([2, 3]);
});

test("without a container of Spark's name the first one is taken", () => {
  const given = pod('executor', { containers: [{ name: 'proxy' }, { name: 'main' }] });
  const { spec } = mutate({ executor: { securityContext: { runAsUser: 1 } } }, 'executor', given);
  expect(spec.containers).toEqual([{ name: 'proxy', securityContext: { runAsUser: 1 } }, { name: 'main' }]);
});

test.each([
  ['2g', '2Gi'],
  ['512mb', '512Mi'],
  ['2Gi', '2Gi'],
  ['1073741824', '1073741824'],
])('memoryLimit %s becomes %s', (memoryLimit, quantity) => {
  const { spec } = mutate({ driver: { memoryLimit } });
  expect(spec.containers[0]?.['resources']).toEqual({ limits: { memory: quantity } });
});

test.each(['2G', '1024b', '1.5x'])('memoryLimit %s is refused', (memoryLimit) => {
  expect(() => mutate({ driver: { memoryLimit } })).toThrow(/which is no Kubernetes quantity/);
});

test('a limit that is replaced stays as the request', () => {
  const given = pod('driver', { containers: [{ name: 'spark-kubernetes-driver', resources: { limits: { memory: '1Gi' } } }] });
  const { spec } = mutate({ driver: { memoryLimit: '2g' } }, 'driver', given);
  expect(spec.containers[0]?.['resources']).toEqual({ limits: { memory: '2Gi' }, requests: { memory: '1Gi' } });
});

test.each([
  [{ name: 'nvidia.com/gpu', quantity: 2 }, { limits: { 'nvidia.com/gpu': '2' } }],
  [{ name: '', quantity: 2 }, undefined],
  [{ name: 'nvidia.com/gpu', quantity: 0 }, undefined],
])('gpu %j', (gpu, resources) => {
  expect(mutate({ driver: { gpu } }).spec.containers[0]?.['resources']).toEqual(resources);
});

describe('metrics', () => {
  const prometheus = { jmxExporterJar: '/j.jar', portName: 'jmx' };

  test('an exposed role gets the ConfigMap and the port', () => {
    const { spec } = mutate({ monitoring: { exposeDriverMetrics: true, prometheus } });
    expect(spec['volumes']).toEqual([{ name: 'etl-prom-conf-vol', configMap: { name: 'etl-prom-conf' } }]);
    expect(spec.containers[0]?.['ports']).toEqual([{ name: 'jmx', containerPort: 8090, protocol: 'TCP' }]);
  });

  test.each([
    [{ exposeExecutorMetrics: true, prometheus }],
    [{ exposeDriverMetrics: true }],
    [{ exposeDriverMetrics: true, metricsPropertiesFile: '/m', prometheus: { ...prometheus, configFile: '/p' } }],
  ])('nothing with %j', (monitoring) => {
    expect(mutate({ monitoring }).spec).toEqual(pod('driver')['spec']);
  });
});
