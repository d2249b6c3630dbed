import { FAMILIES } from '../../../src/registry/data/families';
import { KEYS as SPARK_3_5 } from '../../../src/registry/data/spark-3.5';
import { read } from './read';

const patterns = FAMILIES.map(({ pattern }) => pattern);

it('has each pattern once, well formed', () => {
  expect(patterns).toHaveLength(new Set(patterns).size);
  expect(patterns.filter((pattern) => !/^[\w.<>-]+$/.test(pattern) || /<[^a-z]|[^_.]<|>[^_.]/.test(pattern))).toEqual([]);
});

it('has a version or says nothing, and one engine', () => {
  expect(FAMILIES.filter(({ since }) => !/^(\d+\.\d+\.\d+)?$/.test(since))).toEqual([]);
  expect(new Set(FAMILIES.flatMap(({ engines }) => engines))).toEqual(new Set(['spark', 'hadoop', 'iceberg', 'kyuubi']));
});

it('names no key that the oldest registry already has', () => {
  const registered = new Set(read(SPARK_3_5).flatMap(({ key, flags }) => (flags.includes('unregistered') ? [] : [key])));
  expect(patterns.filter((pattern) => registered.has(pattern))).toEqual([]);
});

// https://spark.apache.org/docs/latest/running-on-kubernetes.html
it.each([
  'spark.kubernetes.driver.label.<label>',
  'spark.kubernetes.executor.secretKeyRef.<variable>',
  'spark.kubernetes.executor.volumes.persistentVolumeClaim.<volume>.options.claimName',
  'spark.kubernetes.driverEnv.<variable>',
  'spark.executorEnv.<name>',
  'spark.hadoop.<key>',
  'spark.sql.catalog.<catalog>.<property>',
  'spark.master',
])('has %s', (pattern) => {
  expect(patterns).toContain(pattern);
});

it('has no volumes of a type that Spark does not mount', () => {
  expect(patterns.filter((pattern) => /volumes\.(configMap|secret)/.test(pattern))).toEqual([]);
});
