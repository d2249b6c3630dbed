import type { JsonObject } from '../../../src/manifest';
import { type PredictedApplication, sparkApplicationPods } from '../../../src/spark/operator';
import { executorCounts } from '../../../src/spark/prediction';
import { manifest } from './sample';

const containerOf = (pod: JsonObject): JsonObject => ((pod['spec'] as JsonObject)['containers'] as JsonObject[])[0] as JsonObject;

const countsOf = ({ driverProperties, sparkVersion }: PredictedApplication) => executorCounts(driverProperties, sparkVersion);

test('a Python application of 512m, as it ran in a cluster', () => {
  const pods = sparkApplicationPods(
    manifest({ driver: { memory: '512m', coreRequest: '100m' }, executor: { memory: '512m', instances: 2 } }),
  );
  const resources = (cpu: string): object => ({ requests: { cpu, memory: '896Mi' }, limits: { memory: '896Mi' } });
  expect(containerOf(pods.driver)['resources']).toEqual(resources('100m'));
  expect(containerOf(pods.executor)['resources']).toEqual(resources('1'));
  expect(countsOf(pods)).toMatchObject({ atRest: 2, atPeak: 2 });
  expect(pods.driver['metadata']).toMatchObject({
    name: 'etl-driver',
    labels: { 'spark-version': '4.0.4', 'spark-role': 'driver', 'sparkoperator.k8s.io/app-name': 'etl' },
  });
  expect(pods.executor['metadata']).toMatchObject({ labels: { 'spark-version': '3.5.9', 'spark-exec-id': '1' } });
  // The operator always gives both templates, so the driver mounts that of the executors.
  expect((pods.driver['spec'] as JsonObject)['volumes']).toEqual(
    expect.arrayContaining([expect.objectContaining({ name: 'pod-template-volume' })]),
  );
});

test("fields of the role reach both pods through the operator's webhook", () => {
  const tolerations = [{ key: 'spot', operator: 'Exists' }];
  const { driver, executor } = sparkApplicationPods(manifest({ driver: { tolerations }, executor: { tolerations } }));
  expect(driver['spec']).toMatchObject({ tolerations });
  expect(executor['spec']).toMatchObject({ tolerations });
});

test.each([
  [{ dynamicAllocation: { enabled: true, minExecutors: 1, maxExecutors: 9 } }, { atRest: 1, atPeak: 9 }],
  [{ dynamicAllocation: { enabled: true } }, { atRest: 0, atPeak: 2147483647 }],
  [{ dynamicAllocation: { enabled: false, maxExecutors: 9 } }, { atRest: 1, atPeak: 1 }],
  [{ sparkConf: { 'spark.executor.instances': '4' } }, { atRest: 4, atPeak: 4 }],
])('number of executors with %j', (spec, executors) => {
  expect(countsOf(sparkApplicationPods(manifest(spec)))).toMatchObject(executors);
});

test('refusals of the webhook come together', () => {
  const refused = () => sparkApplicationPods(manifest({ sparkConf: { 'spark.master': 'x' } }, { name: 'a.b' }));
  expect(refused).toThrow(/metadata\.name a\.b.*spark\.master/s);
});

test('a version that names no Spark cannot be predicted', () => {
  expect(() => sparkApplicationPods(manifest({ sparkVersion: 'latest' }))).toThrow(/sparkVersion latest does not say/);
});

test.each([
  ['spark.executor.instances', { sparkConf: { 'spark.executor.instances': 'many' } }],
  [
    'spark.dynamicAllocation.maxExecutors',
    { sparkConf: { 'spark.dynamicAllocation.enabled': 'true', 'spark.dynamicAllocation.maxExecutors': 'x' } },
  ],
])('%s has to be a number', (_, spec) => {
  expect(() => countsOf(sparkApplicationPods(manifest(spec)))).toThrow(/whole number/);
});

describe('without the webhook', () => {
  const settings = { webhook: false };

  test('nothing is defaulted, so the mode has to be stated', () => {
    expect(() => sparkApplicationPods(manifest(), { settings })).toThrow(/--deploy-mode/);
  });

  test('no field that needs it has an effect', () => {
    const spec = { mode: 'cluster', driver: { tolerations: [{ operator: 'Exists' }] } };
    const pods = sparkApplicationPods(manifest(spec), { settings });
    const { driver, submitArguments } = pods;
    expect(driver['spec']).not.toHaveProperty('tolerations');
    expect(countsOf(pods)).toMatchObject({ atRest: 2, atPeak: 2 }); // Spark's own default
    expect(submitArguments.filter((word) => word.startsWith('spark.executor.'))).toEqual([]);
  });
});
