import {
  familyOf,
  keyProblem,
  launchProblem,
  lookUp,
  readersOf,
  sessionSettingProblem,
  versionRegistry,
} from '../../../src/registry/lookup';

const kindOf = (key: string, spark?: string): string => lookUp(key, spark === undefined ? {} : { spark }).kind;

test.each(['3.5', '4.0', '4.1', '4.2', '4.0.1'])('common keys are known to Spark %s', (version) => {
  for (const key of [
    'spark.executor.cores',
    'spark.sql.shuffle.partitions',
    'spark.app.name',
    'spark.master',
    'spark.local.dir',
  ]) {
    expect([key, kindOf(key, version)]).toEqual([key, 'known']);
  }
});

test('a key of a later version is too new', () => {
  // TLS of RPC came with Spark 4.0, and so did the type of a hostPath volume.
  expect(lookUp('spark.ssl.rpc.enabled', { spark: '3.5' })).toMatchObject({ kind: 'added', since: '4.0' });
  expect(kindOf('spark.ssl.rpc.enabled', '4.0')).toBe('known');
  expect(kindOf('spark.kubernetes.driver.volumes.hostPath.data.options.type', '3.5')).toBe('added');
  expect(kindOf('spark.kubernetes.driver.volumes.hostPath.data.options.type', '4.0')).toBe('family');
});

test('a key of earlier versions was removed', () => {
  // Mesos support went with Spark 4.0.
  expect(kindOf('spark.mesos.coarse', '3.5')).toBe('known');
  expect(lookUp('spark.mesos.coarse', { spark: '4.1' })).toMatchObject({ kind: 'removed', since: '4.0' });
});

test('a deprecated key names its successor', () => {
  const verdict = lookUp('spark.blacklist.enabled', { spark: '3.5' });
  expect(verdict).toMatchObject({ kind: 'deprecated', entry: { replacement: 'spark.excludeOnFailure.enabled' } });
  expect(keyProblem('spark.blacklist.enabled', verdict)).toEqual({
    message: 'spark.blacklist.enabled is deprecated since Spark 3.1.0',
    fix: 'write spark.excludeOnFailure.enabled',
  });
});

test.each([
  ['spark.kubernetes.driver.label.app.kubernetes.io/name', 'spark.kubernetes.driver.label.<label>', ['app.kubernetes.io/name']],
  ['spark.executor.resource.gpu.amount', 'spark.executor.resource.<name>.amount', ['gpu']],
  ['spark.sql.catalog.lakehouse.uri', 'spark.sql.catalog.<catalog>.<property>', ['lakehouse', 'uri']],
  ['spark.sql.catalog.lakehouse', 'spark.sql.catalog.<catalog>', ['lakehouse']],
  ['spark.executorEnv.AWS_REGION', 'spark.executorEnv.<name>', ['AWS_REGION']],
])('%s belongs to a family', (key, pattern, chosen) => {
  expect(lookUp(key)).toMatchObject({ kind: 'family', member: { pattern, chosen } });
});

test('a family needs its choice', () => {
  expect(familyOf('spark.executorEnv.')).toBeUndefined();
  expect(kindOf('spark.kubernetes.driver.label.')).toBe('unknown');
});

test('S3A keys are looked up behind spark.hadoop., for one bucket too', () => {
  expect(kindOf('spark.hadoop.fs.s3a.endpoint')).toBe('known');
  expect(kindOf('spark.hadoop.fs.s3a.bucket.raw.endpoint')).not.toBe('unknown');
  expect(kindOf('spark.hadoop.fs.s3a.endpoints')).toBe('unknown');
  // Other keys of Hadoop are not known, so they are left alone.
  expect(kindOf('spark.hadoop.hive.metastore.uris')).toBe('family');
});

test('Kyuubi’s keys are looked up in its own version, for one user too', () => {
  expect(kindOf('kyuubi.engine.share.level')).toBe('known');
  expect(kindOf('___bob___.kyuubi.engine.share.level')).toBe('known');
  expect(kindOf('___bob___.spark.executor.memory')).toBe('known');
  expect(kindOf('kyuubi.kubernetes.authentcate.oauthToken')).toBe('unknown');
});

test('an unknown version is refused', () => {
  expect(() => lookUp('spark.executor.cores', { spark: '2.4' })).toThrow("spark '2.4' is not known, only 3.5, 4.0, 4.1, 4.2");
});

test('every registry reads every entry', () => {
  const types = new Set<string>();
  for (const version of ['3.5', '4.0', '4.1', '4.2']) {
    const registry = versionRegistry('spark', version);
    for (const key of registry.keys()) types.add(registry.get(key)?.type ?? key);
  }
  const known = ['boolean', 'bytes', 'class', 'double', 'duration', 'enum', 'int', 'list', 'long', 'string'];
  expect([...types].filter((type) => type !== '').sort()).toEqual(known);
});

describe('settings of an application', () => {
  const readers = { submitter: '4.0', application: '3.5' };

  test('each key is checked against the versions that read it', () => {
    const volume = 'volumes.hostPath.data.options.type';
    expect(launchProblem(`spark.kubernetes.driver.${volume}`, 'Directory', readers)).toBeUndefined();
    expect(launchProblem(`spark.kubernetes.executor.${volume}`, 'Directory', readers)).toEqual({
      message: `spark.kubernetes.executor.${volume} is too new: Spark has it since 4.0`,
      fix: 'leave it out, or run Spark 4.0 or later',
    });
    expect(launchProblem(`spark.kubernetes.driver.${volume}`, 'Directory', { submitter: '3.5.9', application: '4.0' })).toEqual({
      message: `spark.kubernetes.driver.${volume} is too new: Spark has it since 4.0, and it is Spark 3.5.9 of spark-submit that reads it`,
      fix: 'leave it out',
    });
  });

  test.each([
    ['spark.kubernetes.driver.podTemplateFile', 'submitter'],
    ['spark.kubernetes.driver.label.team', 'submitter'],
    ['spark.kubernetes.driverEnv.TZ', 'submitter'],
    ['spark.driver.memoryOverhead', 'submitter'],
    ['spark.kubernetes.driver.ownPersistentVolumeClaim', 'application'],
    ['spark.kubernetes.executor.podNamePrefix', 'application'],
    ['spark.driver.memory', 'both'],
    ['spark.driver.maxResultSize', 'application'],
    ['spark.kubernetes.driver.pod.name', 'both'],
    ['spark.kubernetes.authenticate.driver.serviceAccountName', 'both'],
    ['spark.kubernetes.authenticate.driver.caCertFile', 'submitter'],
    ['spark.kubernetes.executor.podTemplateFile', 'both'],
    ['spark.sql.shuffle.partitions', 'application'],
  ])('%s is read by %s', (key, reader) => expect(readersOf(key)).toBe(reader));

  test.each([
    ['spark.sql.shuffle.partitions', '0', /is '0', but must be greater than 0/],
    ['spark.sql.shufle.partitions', '200', /is not a key of Spark, Kyuubi, Iceberg or S3A/],
    ['spark.executor.resource.gpu.amount', 'one', /is 'one', but Spark reads an integer/],
  ])('%s = %s', (key, value, message) => expect(launchProblem(key, value, readers)?.message).toMatch(message));

  test('what is right is no problem', () => {
    expect(launchProblem('spark.sql.adaptive.enabled', 'true', readers)).toBeUndefined();
    expect(launchProblem('spark.blacklist.enabled', 'true', readers)).toBeUndefined();
  });
});

describe('settings of a session', () => {
  // By Spark's RuntimeConfig: static SQL keys and keys of its core are refused by SET, others of spark.sql are taken.
  test.each([
    ['spark.sql.shuffle.partitions', '8', undefined],
    ['spark.sql.catalog.lakehouse.uri', 'thrift://hive:9083', undefined],
    ['spark.sql.iceberg.vectorization.enabled', 'false', undefined],
    ['spark.wap.branch', 'audit', undefined],
    ['spark.sql.extensions', 'org.example.A', /is static/],
    ['spark.sql.warehouse.dir', '/w', /is static/],
    ['spark.executor.memory', '2g', /only when the application is launched/],
    ['spark.kubernetes.driver.label.team', 'data', /only when the application is launched/],
    ['spark.hadoop.fs.s3a.endpoint', 'http://s3', /only when the application is launched/],
    ['spark.sql.shufle.partitions', '8', /is not a key/],
    ['kyuubi.operation.query.timeout', 'PT1H', undefined],
    ['kyuubi.frontend.protocols', 'REST', /setting of the server/],
  ])('%s', (key, value, message) => {
    const told = sessionSettingProblem(key, value, { spark: '3.5.9', kyuubi: '1.11.1' })?.message;
    if (message === undefined) expect(told).toBeUndefined();
    else expect(told).toMatch(message);
  });
});
