import fc from 'fast-check';
import { ConfLayer, SparkConf } from '../../../src/spark';
import { readProperties } from '../../../src/spark/conf/properties';
import { refusal } from '../application/sample';

const { RUNTIME, ENVIRONMENT, CONSTRUCT, USER } = ConfLayer;
const GC = 'spark.driver.extraJavaOptions';

describe('layers', () => {
  const all = [RUNTIME, ENVIRONMENT, CONSTRUCT, USER];

  test('the later layer wins, in whatever order they are merged', () => {
    const layer = fc.record({ layer: fc.constantFrom(...all), keys: fc.subarray(['spark.a', 'spark.b', 'spark.c']) });
    const one = fc.uniqueArray(layer, { selector: (made) => made.layer });
    fc.assert(
      fc.property(one, (layers) => {
        const conf = layers
          .map((made) => SparkConf.of(Object.fromEntries(made.keys.map((key) => [key, made.layer])), made.layer))
          .reduce((merged, next) => merged.merge(next), SparkConf.of({}));
        for (const key of ['spark.a', 'spark.b', 'spark.c']) {
          const giving = layers.filter((made) => made.keys.includes(key)).map((made) => made.layer);
          const winner = all.filter((candidate) => giving.includes(candidate)).at(-1);
          expect([conf.get(key), conf.origin(key)]).toEqual([winner, winner]);
        }
      }),
    );
  });

  test('within a layer the other one wins, and nothing changes in place', () => {
    const first = SparkConf.of({ 'spark.a': '1' });
    const both = first.merge(SparkConf.of({ 'spark.a': '2', 'spark.b': '3' }));
    expect([first.toMap(), both.toMap()]).toEqual([{ 'spark.a': '1' }, { 'spark.a': '2', 'spark.b': '3' }]);
    expect([first.get('spark.b'), first.origin('spark.b')]).toEqual([undefined, undefined]);
  });

  test('options of the JVM add up, lowest layer first', () => {
    const conf = SparkConf.of({ [GC]: '-Dteam=data' })
      .merge(SparkConf.of({ [GC]: '-XX:+UseG1GC -Dteam=none' }, RUNTIME))
      .merge(SparkConf.of({ [GC]: '-Dzone=eu' }, ENVIRONMENT));
    expect(conf.get(GC)).toBe('-XX:+UseG1GC -Dzone=eu -Dteam=data');
    expect(conf.origin(GC)).toBe('runtime + environment + user');
    expect(conf.checkLaunch('3.5.9')).toBe(conf);
  });
});

test('printed as a properties file, sorted', () => {
  const conf = SparkConf.of({ 'spark.b': 'x=y', 'spark.a': 'C:\\tmp' });
  expect(conf.toProperties()).toBe('spark.a=C:\\\\tmp\nspark.b=x=y\n');
  expect(readProperties(conf.toProperties()).map(({ key, value }) => [key, value])).toEqual(Object.entries(conf.toMap()));
});

describe('checks', () => {
  test('all problems at once, with the layer that gave the setting', () => {
    const conf = SparkConf.of({ 'spark.sql.shufle.partitions': '8', 'spark.sql.scripting.enabled': 'true' }).merge(
      SparkConf.of({ 'spark.executor.cores': '0.5', [GC]: '-Xmx1g' }, RUNTIME),
    );
    expect(refusal(() => conf.checkLaunch('3.5.9'))).toBe(
      [
        'SparkConf: 4 problems',
        '  conf spark.sql.shufle.partitions is not a key of Spark, Kyuubi, Iceberg or S3A',
        '    did you mean spark.sql.shuffle.partitions?',
        '  conf spark.sql.scripting.enabled is too new: Spark has it since 4.0',
        '    leave it out, or run Spark 4.0 or later',
        "  conf spark.executor.cores (given by runtime) is '0.5', but Spark reads an integer",
        "    write spark.executor.cores '1' and spark.kubernetes.executor.request.cores '500m'",
        `  conf ${GC} (given by runtime) holds -Xmx, with which Spark does not start`,
        '    leave it out: spark.driver.memory is the heap',
      ].join('\n'),
    );
  });

  test('each key by the version that reads it', () => {
    const key = 'spark.kubernetes.driver.volumes.hostPath.data.options.type';
    const conf = SparkConf.of({ [key]: 'Directory' });
    expect(conf.checkLaunch('3.5.9', '4.0.4')).toBe(conf);
    expect(refusal(() => conf.checkLaunch('4.0.4', '3.5.9'))).toMatch(/it is Spark 3\.5\.9 of spark-submit that reads it/);
  });

  test('in a session only what a session can set', () => {
    expect(SparkConf.of({ 'spark.sql.shuffle.partitions': '8' }).checkSession('3.5.9').keys()).toHaveLength(1);
    const launch = { 'spark.sql.extensions': 'a.B', 'spark.executor.memory': '2g', [GC]: '-Da=1' };
    expect(refusal(() => SparkConf.of(launch).checkSession('3.5.9'))).toMatch(
      /3 problems[\s\S]*is static[\s\S]*joins a running one/,
    );
  });

  test.each([
    [{ 'fs.s3a.endpoint': 'x' }, /does not start with spark\.[\s\S]*spark\.hadoop\.fs\.s3a\.endpoint/],
    [{ 'spark.kubernetes.driver.podNamePrefix': 'x' }, /does not exist in any Spark version/],
  ])('%j', (settings, text) => expect(refusal(() => SparkConf.of(settings).checkLaunch('3.5.9'))).toMatch(text));

  test('an unknown version', () => {
    expect(refusal(() => SparkConf.of({}).checkLaunch('2.4.8'))).toMatch(
      /version '2\.4\.8' is not known\n {4}write a release of 3\.5/,
    );
    expect(refusal(() => SparkConf.of({}).checkSession('v3'))).toMatch(/version 'v3' is not known/);
  });
});

describe('keys of one’s own', () => {
  const conf = SparkConf.of({ 'spark.acme.lineage': 'on' });

  test('are taken with a reason', () => {
    expect(refusal(() => conf.checkLaunch('3.5.9'))).toMatch(/is not a key/);
    expect(conf.allowUnknown('spark.acme.lineage', 'read by our listener').checkLaunch('3.5.9').get('spark.acme.lineage')).toBe(
      'on',
    );
  });

  test.each([
    [() => conf.allowUnknown('spark.acme.lineage', ' '), /has the reason " "/],
    [() => conf.allowUnknown('spark.executor.cores', 'ours').checkLaunch('3.5.9'), /is a key that is known/],
    [
      () => conf.allowUnknown('spark.kubernetes.driver.podNamePrefix', 'ours').checkLaunch('3.5.9'),
      /does not exist in any Spark/,
    ],
  ])('%#', (make, text) => expect(refusal(make)).toMatch(text));

  test('a key that another version has may be taken too', () => {
    const newer = SparkConf.of({ 'spark.sql.scripting.enabled': 'true' }).allowUnknown(
      'spark.sql.scripting.enabled',
      'backported',
    );
    expect(newer.checkLaunch('3.5.9')).toBe(newer);
  });
});

describe('what no configuration may hold', () => {
  // biome-ignore lint/suspicious/noExplicitAny: plain JavaScript lets everything through
  const of = (settings: any) => refusal(() => SparkConf.of(settings));
  test.each([
    [{ 'spark.hadoop.fs.s3a.secret.key': 'x' }, /looks like a secret/],
    [{ 'spark.hadoop.fs.s3a.session.token': 'x' }, /looks like a secret/],
    [{ 'spark.hadoop.fs.azure.account.key.acme.dfs.core.windows.net': 'x' }, /looks like a secret/],
    [{ 'spark.sql.catalog.l.credential': 'id:x' }, /looks like a secret/],
    [{ 'spark.sql.catalog.l.uri': 'jdbc:postgresql://u:p@db/hive' }, /a password in an address/],
    [{ 'spark.sql.catalog.l.jdbc.url': 'jdbc:mysql://db/hive?password=x' }, /a password: it/],
    [{ [GC]: '-Djavax.net.ssl.trustStorePassword=changeit' }, /a password: it/],
    [{ 'spark.app.name': 'AKIAIOSFODNN7EXAMPLE' }, /an access key of AWS/],
    [{ 'spark.a': 2 }, /spark\.a is 2, but values are texts/],
    [{ 'spark.a': 'x ' }, /white space at the ends/],
    [{ 'spark.a b': 'x' }, /"spark\.a b" is no key/],
    [{ '': 'x' }, /"" is no key/],
    ['spark.a=1', /conf is "spark\.a=1"/],
  ])('%j', (settings, text) => expect(of(settings)).toMatch(text));

  test('settings about secrets are none', () => {
    const settings = {
      'spark.kubernetes.driver.secretKeyRef.AWS_SECRET_ACCESS_KEY': 's3:secret',
      'spark.hadoop.fs.s3a.aws.credentials.provider': 'a.B',
      'spark.authenticate.secret.file': '/etc/secret',
      'spark.sql.catalog.l.uri': 'thrift://hive:9083',
      'spark.ssl.privateKey': '/etc/key.pem',
      'spark.acme.propagateCredential': 'true',
    };
    expect(SparkConf.of(settings).toMap()).toEqual(settings);
  });
});
