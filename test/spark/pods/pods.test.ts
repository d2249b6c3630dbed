import type { JsonObject } from '../../../src/manifest';
import { sparkApplicationPods } from '../../../src/spark/operator';
import { podsSummary } from '../../../src/spark/pods/summary';

const MI = 1024 * 1024;

/** The application that was run on a real cluster; its pods are in the expectations. */
function pi(spec: JsonObject = {}, metadata: JsonObject = {}): JsonObject {
  return {
    apiVersion: 'sparkoperator.k8s.io/v1beta2',
    kind: 'SparkApplication',
    metadata: { name: 'pi2', namespace: 'spark', ...metadata },
    spec: {
      type: 'Python',
      mode: 'cluster',
      sparkVersion: '4.0.5',
      image: 'local.invalid/spark:4.0.5',
      mainApplicationFile: 'local:///opt/spark/examples/src/main/python/pi.py',
      driver: { coreRequest: '500m', cores: 1, memory: '512m', serviceAccount: 'spark-operator-spark' },
      executor: { coreRequest: '500m', cores: 1, instances: 1, memory: '512m' },
      ...spec,
    },
  };
}

const pods = (application: JsonObject, submitterVersion = '4.0.4') =>
  podsSummary(sparkApplicationPods(application, { submitterVersion }));
const driverMi = (spec: JsonObject) => pods(pi(spec)).driver.memoryBytes / MI;
const executorMi = (spec: JsonObject) => pods(pi(spec)).executors.pod.memoryBytes / MI;

test('pods as they were on a real cluster', () => {
  const { driver, executors } = pods(pi(), '4.0.5');
  expect(driver).toMatchObject({
    name: 'pi2-driver',
    labels: {
      'spark-app-name': 'pi2',
      'spark-role': 'driver',
      'spark-version': '4.0.5',
      'sparkoperator.k8s.io/app-name': 'pi2',
      'sparkoperator.k8s.io/launched-by-spark-operator': 'true',
      'sparkoperator.k8s.io/mutated-by-spark-operator': 'true',
    },
    serviceAccountName: 'spark-operator-spark',
    image: 'local.invalid/spark:4.0.5',
    cpuRequestMillis: 500,
    memoryBytes: 896 * MI,
  });
  expect(driver.cpuLimitMillis).toBeUndefined();
  expect(Object.keys(driver.labels).sort()).toEqual([
    'spark-app-name',
    'spark-app-selector',
    'spark-role',
    'spark-version',
    'sparkoperator.k8s.io/app-name',
    'sparkoperator.k8s.io/launched-by-spark-operator',
    'sparkoperator.k8s.io/mutated-by-spark-operator',
    'sparkoperator.k8s.io/submission-id',
  ]);
  expect(executors).toMatchObject({
    count: 1,
    atRest: 1,
    pod: { name: 'pi2-<id>-exec-<n>', serviceAccountName: 'spark-operator-spark', cpuRequestMillis: 500, memoryBytes: 896 * MI },
  });
  expect(executors.pod.labels).toMatchObject({ 'spark-role': 'executor', 'spark-exec-resourceprofile-id': '0' });
});

test('the defaults of the operator', () => {
  const { driver, executors } = pods(pi({ driver: {}, executor: {} }));
  expect(driver).toMatchObject({ memoryBytes: 1433 * MI, cpuRequestMillis: 1000, serviceAccountName: 'default' });
  expect(executors).toMatchObject({ count: 1, pod: { memoryBytes: 1433 * MI, cpuRequestMillis: 1000 } });
});

test('the ending of the file decides about the overhead, not the type', () => {
  const jar = { mainClass: 'A', mainApplicationFile: 'local:///a.jar', driver: { memory: '1g' }, executor: { memory: '1g' } };
  expect([driverMi(jar), executorMi(jar)]).toEqual([1408, 1408]);
  const r = { mainApplicationFile: 'local:///a.R', driver: { memory: '2g' }, executor: { memory: '2g' } };
  expect([driverMi(r), executorMi(r)]).toEqual([2867, 2867]);
});

test('typed fields win over sparkConf, sparkConf over defaults', () => {
  const sparkConf = { 'spark.driver.memory': '8g', 'spark.executor.memory': '8g', 'spark.executor.instances': '7' };
  expect(driverMi({ sparkConf })).toBe(896);
  const { driver, executors } = pods(
    pi({ sparkConf, driver: {}, executor: {}, mainClass: 'A', mainApplicationFile: 'local:///a.jar' }),
  );
  expect([driver.memoryBytes / MI, executors.pod.memoryBytes / MI, executors.count]).toEqual([9011, 9011, 7]);
});

test('precedence of the overhead', () => {
  const heap = { driver: { memory: '4g' }, executor: { memory: '4g' } };
  const conf = (sparkConf: JsonObject) => [driverMi({ ...heap, sparkConf }), executorMi({ ...heap, sparkConf })];
  expect(conf({})).toEqual([5734, 5734]);
  expect(conf({ 'spark.kubernetes.memoryOverheadFactor': '0.2' })).toEqual([4915, 4915]);
  expect(conf({ 'spark.kubernetes.memoryOverheadFactor': '0.2', 'spark.executor.memoryOverheadFactor': '0.5' })).toEqual([
    4915, 6144,
  ]);
  expect(conf({ 'spark.driver.memoryOverheadFactor': '0.01' })).toEqual([4480, 5734]);
  expect(conf({ 'spark.driver.memoryOverhead': '100', 'spark.executor.memoryOverhead': '1g' })).toEqual([4196, 5120]);
  expect(driverMi({ driver: { memory: '4g', memoryOverhead: '1g' }, memoryOverheadFactor: '0.9' })).toBe(5120);
});

test('the least overhead is a key since 4.0: the driver is built by the operator, executors by the application', () => {
  const sparkConf = { 'spark.driver.minMemoryOverhead': '600m', 'spark.executor.minMemoryOverhead': '600m' };
  const heap = { driver: { memory: '1g' }, executor: { memory: '1g' }, sparkConf };
  expect([driverMi(heap), executorMi(heap)]).toEqual([1624, 1624]);
  expect([driverMi({ ...heap, sparkVersion: '3.5.9' }), executorMi({ ...heap, sparkVersion: '3.5.9' })]).toEqual([1624, 1433]);
});

test('off-heap and Python memory belong to executors only', () => {
  const sparkConf = {
    'spark.memory.offHeap.enabled': 'true',
    'spark.memory.offHeap.size': '268435456',
    'spark.executor.pyspark.memory': '300',
  };
  const heap = { driver: { memory: '1g' }, executor: { memory: '1g' }, sparkConf };
  expect([driverMi(heap), executorMi(heap)]).toEqual([1433, 1433 + 256 + 300]);
  expect(executorMi({ ...heap, mainClass: 'A', mainApplicationFile: 'local:///a.jar' })).toBe(1408 + 256);
  expect(executorMi({ ...heap, sparkConf: { ...sparkConf, 'spark.memory.offHeap.enabled': 'false' } })).toBe(1433 + 300);
});

test('dynamic allocation counts from its minimum to its maximum', () => {
  const counts = (spec: JsonObject) => {
    const { count, atRest } = pods(pi({ executor: {}, ...spec })).executors;
    return [atRest, count];
  };
  expect(counts({ dynamicAllocation: { enabled: true, minExecutors: 2, maxExecutors: 9 } })).toEqual([2, 9]);
  expect(counts({ dynamicAllocation: { enabled: true } })).toEqual([0, 2147483647]);
  expect(counts({ dynamicAllocation: { enabled: false, maxExecutors: 9 } })).toEqual([1, 1]);
  expect(
    counts({ sparkConf: { 'spark.dynamicAllocation.enabled': 'true', 'spark.dynamicAllocation.maxExecutors': '5' } }),
  ).toEqual([0, 5]);
});

test('names, labels, service accounts and limits from where Spark takes them', () => {
  const template = {
    metadata: { labels: { team: 'a', 'spark-role': 'x' }, annotations: { note: 'n' } },
    spec: { serviceAccountName: 'own', containers: [{ name: 'spark-kubernetes-driver', resources: { limits: { cpu: '3' } } }] },
  };
  const { driver, executors } = pods(
    pi(
      {
        driver: { template, podName: 'named', labels: { tier: 'd' }, annotations: { x: 'y' } },
        executor: { coreLimit: '1500m' },
        sparkConf: { 'spark.kubernetes.executor.podNamePrefix': 'short', 'spark.kubernetes.executor.label.k': 'v' },
      },
      { labels: { team: 'b' } },
    ),
  );
  expect(driver).toMatchObject({
    name: 'named',
    serviceAccountName: 'own',
    cpuLimitMillis: 3000,
    annotations: { note: 'n', x: 'y' },
  });
  expect(driver.labels).toMatchObject({ team: 'b', tier: 'd', 'spark-role': 'driver' });
  expect(driver.labels).not.toHaveProperty(['sparkoperator.k8s.io/mutated-by-spark-operator']);
  expect(executors.pod).toMatchObject({ name: 'short-exec-<n>', cpuLimitMillis: 1500, serviceAccountName: 'default' });
  expect(executors.pod.labels).toMatchObject({ k: 'v', team: 'b' });
});

test.each([
  [{ driver: { memory: '2Gi' } }, /spark\.driver\.memory is 2Gi/],
  [{ driver: {}, sparkConf: { 'spark.driver.cores': '0.5' } }, /spark\.driver\.cores is 0\.5\n {2}write a whole number/],
  [{ driver: { coreRequest: 'half' } }, /cpu 'half' is no Kubernetes quantity/],
  [{ sparkConf: { 'spark.memory.offHeap.enabled': 'TRUE' } }, /offHeap\.size is 0 bytes/],
  [{ executor: {}, sparkConf: { 'spark.executor.instances': 'two' } }, /instances is two/],
])('what Spark or the API server would refuse is refused: %j', (spec, text) => {
  expect(() => pods(pi(spec as JsonObject))).toThrow(text);
});

test('executors below zero are none', () => {
  const { executors } = pods(pi({ dynamicAllocation: { enabled: true, minExecutors: -2, maxExecutors: -1 } }));
  expect(executors).toMatchObject({ atRest: 0, count: 0 });
});
