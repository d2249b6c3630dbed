import { answer } from '../../../src/spark/prediction';

const MAIN = ['--class', 'a.B', 'local:///a.jar'];
const asked = (conf: Readonly<Record<string, string>>, sparkVersion = '4.2.1', args: readonly string[] = MAIN) =>
  answer({ args, conf: { 'spark.kubernetes.container.image': 'i', ...conf }, sparkVersion }, () => undefined);

test.each<[string, Record<string, string>]>([
  ['submit', { 'spark.master.rest.enabled': ' true ' }],
  ['submit', { 'spark.buffer.size': '-1' }],
  ['submit', { 'spark.jars.packages': 'a:b' }],
  ['submit', { 'spark.jars.packages': 'a:b:c', 'spark.jars.excludes': 'x' }],
  ['submit', { 'spark.jars.ivy': 'relative' }],
  ['submit', { 'spark.jars.ivySettings': '/missing.xml' }],
  ['executor', { 'spark.acls.enable': 'on' }],
  ['executor', { 'spark.task.cpus': '0' }],
  ['executor', { 'spark.ssl.enabled': '1' }],
  ['executor', { 'spark.ssl.rpc.enabled': 'true', 'spark.ssl.rpc.port': '-1' }],
  ['executor', { 'spark.ssl.enabled': 'true', 'spark.ssl.openSslEnabled': '' }],
  ['executor', { 'spark.ssl.enabled': 'true', 'spark.ssl.enabledAlgorithms': 'TLSv1.3' }],
  ['executor', { 'spark.authenticate': 'true', 'spark.authenticate.secret.driver.file': '/x' }],
  ['executor', { 'spark.authenticate': 'true', 'spark.authenticate.secretBitLength': '-64' }],
])('Spark 4.2 refuses at %s: %p', (at, conf) => {
  expect(asked(conf).errorAt).toBe(at);
});

test.each<Record<string, string>>([
  { 'spark.task.cpus': '0' },
  { 'spark.ssl.rpc.enabled': 'true', 'spark.ssl.rpc.port': '-1' },
  { 'spark.ssl.port': 'x' },
  { 'spark.kubernetes.allocation.recoveryMode.enabled': 'x' },
])('Spark 3.5 does not read %p', (conf) => {
  expect(asked(conf, '3.5.9').error).toBeUndefined();
});

test('a shell, and the version of Python, by the version of Spark', () => {
  const shell = ['--class', 'a.B', 'connect-shell'];
  expect([asked({}, '3.5.9', shell).errorAt, asked({}, '4.0.5', shell).errorAt]).toEqual(['driver', 'submit']);
  const python = { 'spark.kubernetes.pyspark.pythonVersion': '2' };
  expect(['4.0.5', '4.1.4'].map((version) => asked(python, version, ['local:///a.py']).errorAt)).toEqual(['driver', undefined]);
});

test('Java reads digits of every script in whole numbers', () => {
  const { driverResources, executors } = asked({ 'spark.driver.port': '７０７０', 'spark.executor.cores': '४' });
  expect(JSON.stringify(driverResources)).toContain('"port":7070');
  expect(JSON.stringify(executors)).toContain('{"name":"SPARK_EXECUTOR_CORES","value":"4"}');
  expect(asked({ 'spark.executor.memory': '４g' }).errorAt).toBe('submit');
});

test('in recovery mode executors have the cores of one task', () => {
  const conf = {
    'spark.kubernetes.allocation.recoveryMode.enabled': 'true',
    'spark.executor.cores': '4',
    'spark.task.cpus': '2',
  };
  expect(JSON.stringify(asked(conf).executors)).toContain('{"name":"SPARK_EXECUTOR_CORES","value":"2"}');
});
