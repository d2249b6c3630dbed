import {
  NetworkDestination,
  RestartPolicy,
  SparkApplication,
  SparkNetworkPolicies,
  SparkRun,
  SparkRuntime,
  SparkServiceAccounts,
  SparkSource,
} from '../../../src/spark';
import { application, chart, refusal } from './sample';

// Plain JavaScript knows no types: everything may come in.
// biome-ignore lint/suspicious/noExplicitAny: wrong values are the subject
type Any = any;

test.each<[Record<string, unknown>, RegExp]>([
  [{ metrics: 'yes' }, /metrics is "yes".*\n {4}write true or false/],
  [{ nodeSelector: { pool: 2 } }, /nodeSelector is \{"pool":2\}/],
  [{ environment: null }, /environment is null/],
  [{ conf: 'a=b' }, /conf is "a=b"/],
  [{ labels: ['a'] }, /labels is \["a"\]/],
  [{ tolerations: [{ key: 'a' }] }, /tolerations is \[\{"key":"a"\}\].*\n.*Toleration\.equal/],
  [{ destinations: 'hive' }, /destinations is "hive".*\n.*NetworkDestination\.cidr/],
  [{ serviceAccounts: 'spark' }, /serviceAccounts is "spark"/],
  [{ serviceAccounts: {} }, /2 problems[\s\S]*serviceAccounts\.driverName is undefined, which is not a text/],
  [{ serviceAccounts: { driverName: 'D_1', executorName: 'e' } }, /serviceAccounts\.driverName is "D_1", which may hold/],
  [{ secretEnvironment: { S3_KEY: 'key' } }, /secretEnvironment\.S3_KEY is "key".*\n.*Secret\.fromSecretName/],
  [{ secretEnvironment: { S3_KEY: { key: 'key' } } }, /secretEnvironment\.S3_KEY is \{"key":"key"\}/],
  [{ apiServer: {} }, /apiServer\.cidrs is undefined.*\n.*10\.0\.0\.1\/32/],
  [{ driver: '2g' }, /driver is "2g"/],
  [
    { driver: { memory: '2g', cpu: '500m' } },
    /2 problems[\s\S]*SparkMemory\.heap\(Size\.gibibytes\(2\)\)[\s\S]*Cpu\.millis\(500\)/,
  ],
  [{ environment: { A: 2 } }, /environment A is 2, but values are texts/],
])('props %j', (props, text) => {
  const told = refusal(() => application(props as Any));
  expect(told).toMatch(/^jobs\/sample-etl-job: /);
  expect(told).toMatch(text);
});

test('no props at all', () => {
  const Class = SparkApplication as Any;
  expect(refusal(() => new Class(chart(), 'x'))).toMatch(/^jobs\/x: 1 problem\n {2}props is undefined/);
});

test.each<[string, () => unknown, RegExp]>([
  ['python', () => (SparkSource as Any).python(), /options is undefined/],
  ['python file', () => (SparkSource as Any).python({}), /file is undefined/],
  ['arguments', () => (SparkSource as Any).python({ file: 'local:///a.py', arguments: '--x' }), /arguments is "--x"/],
  ['jvm', () => (SparkSource as Any).jvm(), /options is undefined/],
  ['mainClass', () => (SparkSource as Any).jvm({ jar: 'local:///a.jar' }), /mainClass undefined is not the name of a class/],
  ['pythonCode', () => (SparkSource as Any).pythonCode(), /options is undefined/],
  [
    'fromFile',
    () => SparkSource.pythonCode({ fromFile: 'no/such.py' }),
    /"no\/such\.py" cannot be read \(ENOENT\) from the working/,
  ],
  ['code', () => SparkSource.pythonCode({ code: 1 as Any }), /code is 1/],
  ['onFailure', () => (RestartPolicy as Any).onFailure(), /options is undefined/],
  ['retryInterval', () => (RestartPolicy as Any).onFailure({ retryInterval: 10 }), /retryInterval is 10/],
  ['of', () => (SparkRuntime as Any).of(), /2 problems[\s\S]*version is undefined[\s\S]*options is undefined/],
  ['image', () => (SparkRuntime as Any).of('3.5.9', {}), /image is undefined/],
  ['python version', () => SparkRuntime.of('3.5.9', { image: 'a/b:3.5.9', python: 3.1 as Any }), /python is 3\.1/],
  ['java', () => SparkRuntime.of('3.5.9', { image: 'a/b:3.5.9', java: '17' as Any }), /java is "17"/],
  ['once', () => SparkRun.once('2' as Any), /options is "2"/],
  ['revision', () => SparkRun.once({ revision: 2 as Any }), /revision is 2/],
  ['timeToLive', () => SparkRun.template({ timeToLive: 3600 as Any }), /timeToLive is 3600.*\n.*Duration\.hours\(1\)/],
  ['cidr', () => (NetworkDestination as Any).cidr(), /^NetworkDestination\.cidr\(undefined\): 2 problems/],
  ['namespace', () => (NetworkDestination as Any).namespace(undefined, 1), /undefined is not the name of a namespace/],
  ['existing', () => (SparkServiceAccounts as Any).existing(), /2 problems[\s\S]*driver is undefined/],
  ['policies', () => new (SparkNetworkPolicies as Any)(chart(), 'x'), /apiServer is undefined/],
  ['account name', () => new SparkServiceAccounts(chart(), 'x', { driverName: 'A b' }), /driverName is "A b", which may hold/],
  ['account namespace', () => new SparkServiceAccounts(chart(), 'x', { namespace: 'a.b' }), /namespace is "a\.b", which/],
])('%s', (_, make, text) => expect(refusal(make)).toMatch(text));
