import { KyuubiConf } from '../../src/kyuubi';
import { ConfLayer } from '../../src/spark';
import { refusal } from '../spark/application/sample';

const conf = (key: string, value: string) => KyuubiConf.of({ [key]: value });
const VERSIONS = ['1.11.1', '3.5.9'] as const;

test('what is right in each place', () => {
  const server = KyuubiConf.of({
    'kyuubi.frontend.protocols': 'THRIFT_BINARY,REST',
    'kyuubi.engine.share.level': 'USER',
    'kyuubi.session.engine.idle.timeout': 'PT30M',
    'spark.executor.memory': '2g',
    '___bob___.spark.executor.memory': '4g',
    '___bob___.kyuubi.engine.share.level.subdomain': 'bob',
  });
  expect(server.checkServer(...VERSIONS)).toBe(server);
  const profile = KyuubiConf.of({ 'kyuubi.engine.share.level.subdomain': 'heavy', 'spark.executor.memory': '8g' });
  expect(profile.checkProfile(...VERSIONS)).toBe(profile);
  const session = KyuubiConf.of({ 'kyuubi.session.conf.profile': 'heavy', 'spark.sql.shuffle.partitions': '8' });
  expect(session.checkSession(...VERSIONS)).toBe(session);
});

test('layers and properties are those of Spark’s configuration', () => {
  const both = conf('kyuubi.engine.share.level', 'USER').merge(
    KyuubiConf.of({ 'kyuubi.engine.share.level': 'SERVER', 'spark.executor.cores': '2' }, ConfLayer.CONSTRUCT),
  );
  expect(both.toProperties()).toBe('kyuubi.engine.share.level=USER\nspark.executor.cores=2\n');
  expect(both.origin('spark.executor.cores')).toBe('construct');
});

// What a real Kyuubi 1.12 did with such settings: passed unknown keys on, dropped, ignored, or hung.
test.each([
  ['kyuubi.engine.share.levle', 'USER', /did you mean kyuubi\.engine\.share\.level/],
  ['kyuubi.engine.share.level', 'FOO', /knows only|is 'FOO'/],
  ['kyuubi.session.check.interval', 'banana', /Kyuubi reads an ISO 8601 duration/],
  ['kyuubi.session.engine.idle.timeout', '30m', /write 'PT30M'/],
  ['spark.executor.cores', '0.5', /Spark reads an integer/],
  ['___bob___.spark.executor.memory', '2Gi', /conf ___bob___\.spark\.executor\.memory is '2Gi'[\s\S]*write '2g'/],
  ['___bob___.kyuubi.frontend.protocols', 'REST', /setting of the whole server[\s\S]*write kyuubi\.frontend\.protocols/],
  ['kyuubi.session.conf.profile', 'heavy', /has no effect here: only what the client sends/],
  ['fs.s3a.endpoint', 'http://s3', /reaches Spark as spark\.fs\.s3a\.endpoint[\s\S]*write spark\.hadoop\.fs\.s3a\.endpoint/],
  ['KYUUBI_ENGINE_SPARK_CONF_SPARK_EXECUTOR_MEMORY', '2g', /maps no environment variable/],
])('kyuubi-defaults.conf: %s = %s', (key, value, text) => {
  expect(refusal(() => conf(key, value).checkServer(...VERSIONS))).toMatch(text);
});

test.each([
  ['kyuubi.frontend.protocols', 'REST', /setting of the server, which drops it/],
  ['___bob___.spark.executor.memory', '2g', /is read from kyuubi-defaults\.conf only/],
  ['spark.sql.shufle.partitions', '2', /did you mean/],
])('a profile: %s = %s', (key, value, text) => {
  expect(refusal(() => conf(key, value).checkProfile(...VERSIONS))).toMatch(text);
});

test.each([
  ['kyuubi.frontend.protocols', 'REST', /setting of the server, which drops it/],
  ['spark.executor.memory', '2g', /only when the application is launched/],
  ['spark.sql.extensions', 'a.B', /is static/],
  ['___bob___.spark.sql.shuffle.partitions', '2', /is read from kyuubi-defaults\.conf only/],
  ['fs.s3a.endpoint', 'http://s3', /reaches Spark as/],
])('a session: %s = %s', (key, value, text) => {
  expect(refusal(() => conf(key, value).checkSession(...VERSIONS))).toMatch(text);
});

test('keys of one’s own, secrets, versions', () => {
  const own = conf('kyuubi.acme.audit', 'on');
  expect(refusal(() => own.checkServer(...VERSIONS))).toMatch(/is not a key/);
  expect(
    own
      .allowUnknown('kyuubi.acme.audit', 'read by our plugin')
      .checkServer(...VERSIONS)
      .keys(),
  ).toEqual(['kyuubi.acme.audit']);
  expect(refusal(() => own.allowUnknown('kyuubi.acme.audit', ''))).toMatch(/has the reason ""/);
  expect(refusal(() => conf('kyuubi.metadata.store.jdbc.password', 'x'))).toMatch(/looks like a secret/);
  expect(refusal(() => conf('kyuubi.ha.zookeeper.auth.digest', 'u:p'))).toMatch(/looks like a secret/);
  expect(refusal(() => own.checkServer('1.9.0', '3.4.0'))).toMatch(/2 problems[\s\S]*1\.10, 1\.11, 1\.12[\s\S]*3\.5, 4\.0/);
});
