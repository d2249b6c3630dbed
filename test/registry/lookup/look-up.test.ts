import { confProblems, familyOf, keyProblem, lookUp, readerOf, versionRegistry } from '../../../src/registry/lookup';

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

describe('the configuration of an application', () => {
  const readers = { submitter: '4.0', application: '3.5' };

  test('each key is checked against the version that reads it', () => {
    expect(readerOf('spark.kubernetes.driver.podTemplateFile', readers)).toBe('4.0');
    expect(readerOf('spark.executor.memory', readers)).toBe('3.5');
    const conf = {
      'spark.kubernetes.driver.volumes.hostPath.data.options.type': 'Directory',
      'spark.kubernetes.executor.volumes.hostPath.data.options.type': 'Directory',
    };
    expect(confProblems(conf, readers)).toEqual([
      {
        message: 'conf spark.kubernetes.executor.volumes.hostPath.data.options.type is too new: Spark has it since 4.0',
        fix: 'leave it out, or run Spark 4.0 or later',
      },
    ]);
  });

  test('all problems are reported at once: keys and values', () => {
    const problems = confProblems(
      {
        'spark.sql.shuffle.partitions': '0',
        'spark.sql.shufle.partitions': '200',
        'spark.executor.resource.gpu.amount': 'one',
        'spark.acme.own': '1',
        'spark.sql.adaptive.enabled': 'true',
      },
      readers,
      new Set(['spark.acme.own']),
    );
    expect(problems.map(({ message }) => message)).toEqual([
      "conf spark.sql.shuffle.partitions is '0', but must be greater than 0",
      'conf spark.sql.shufle.partitions is not a key of Spark, Kyuubi, Iceberg or S3A',
      "conf spark.executor.resource.gpu.amount is 'one', but Spark reads an integer",
    ]);
    expect(problems[1]?.fix).toMatch(/^did you mean spark\.sql\.shuffle\.partitions[,?]/);
  });
});
