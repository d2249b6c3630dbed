import { ImagePullPolicy, SparkRuntime } from '../../../src/spark';
import { parseImage } from '../../../src/spark/runtime/image';
import { refusal } from '../application/sample';

const image = 'registry.example:5000/team/spark';

describe('SparkRuntime', () => {
  test.each([
    ['3.5.9', '2.12', '1.12.0'],
    ['4.0.5', '2.13', '1.10.0'],
    ['4.1.4', '2.13', '1.11.0'],
  ])('Spark %s has Scala %s and goes with Iceberg %s', (version, scala, iceberg) => {
    const runtime = SparkRuntime.of(version, { image: `${image}:${version}`, iceberg });
    expect(runtime).toMatchObject({ version, scala, iceberg, imagePullPolicy: 'IfNotPresent' });
  });

  test('what is stated is kept', () => {
    const runtime = SparkRuntime.of('3.5.9', {
      image: `${image}@sha256:${'a'.repeat(64)}`,
      scala: '2.13',
      java: 17,
      python: '3.10',
      imagePullPolicy: ImagePullPolicy.NEVER,
      imagePullSecrets: ['pull'],
    });
    expect(runtime).toMatchObject({
      scala: '2.13',
      java: 17,
      python: '3.10',
      imagePullPolicy: 'Never',
      imagePullSecrets: ['pull'],
    });
  });

  test.each([
    ['3.4.0', {}, /3\.4 line is at its end of life/],
    ['v3.5.9', {}, /starts with v.*\n.*write '3\.5\.9'/],
    ['3.5', {}, /not an exact release/],
    ['3.5-latest', {}, /not an exact release/],
    ['4.9.0', {}, /its line is unknown/],
    ['3.5.9', { image: 'apache/spark-py:v3.4.0' }, /frozen at v3\.4\.0[\s\S]*apache\/spark:3\.5\.9-python3/],
    ['3.5.9', { image: 'apache/spark:v3.5.9' }, /no v in front[\s\S]*apache\/spark:3\.5\.9/],
    ['3.5.9', { image: 'apache/spark:latest' }, /floating tag 'latest'/],
    ['3.5.9', { image: `${image}:3.5-latest` }, /floating tag '3\.5-latest'/],
    ['3.5.9', { image }, /has no tag/],
    ['3.5.9', { image: `${image}:3.4.0` }, /names Spark 3\.4\.0 in its tag, but the runtime is Spark 3\.5\.9/],
    ['4.0.5', { image: `${image}:3.5.9-1.12.0` }, /names Spark 3\.5\.9/],
    ['4.0.5', { scala: '2.12' }, /scala '2\.12' does not exist for Spark 4\.0\.5/],
    ['4.0.5', { java: 11 }, /java 11 does not run Spark 4\.0\.5/],
    ['3.5.9', { python: '2' }, /python '2'/],
    ['3.5.9', { iceberg: '1.3.1' }, /the first with one for the 3\.5 line is 1\.4\.0/],
    ['4.0.5', { iceberg: '1.9.2' }, /is 1\.10\.0/],
    ['4.1.4', { iceberg: '1.10.0' }, /is 1\.11\.0/],
    ['4.2.1', { iceberg: '1.12.0' }, /has not released one for the 4\.2 line/],
    ['3.5.9', { imagePullPolicy: 'Sometimes' as ImagePullPolicy }, /imagePullPolicy 'Sometimes'/],
    ['3.5.9', { imagePullSecrets: ['Not A Name'] }, /imagePullSecrets/],
  ])('refuses %s with %j', (version, options, text) => {
    expect(refusal(() => SparkRuntime.of(version, { image: `${image}:team-7`, ...options }))).toMatch(text);
  });

  test('all broken rules are told at once', () => {
    const text = refusal(() => SparkRuntime.of('4.0.5', { image: `${image}:latest`, scala: '2.12', java: 8 }));
    expect(text).toMatch(/^SparkRuntime\.of\('4\.0\.5'\): 3 problems/);
  });
});

test('the port of a registry is not a tag', () => {
  expect(parseImage('registry:5000/spark')).toEqual({ repository: 'registry:5000/spark', tag: undefined, digest: undefined });
  expect(parseImage('registry:5000/spark:1@sha256:b')).toEqual({
    repository: 'registry:5000/spark',
    tag: '1',
    digest: 'sha256:b',
  });
});
