import fc from 'fast-check';
import {
  dnsLabelProblem,
  driverPodName,
  executorPodName,
  executorPrefixProblem,
  RESERVED_SPARK_LABELS,
  SPARK_NAME_LIMITS,
  sparkApplicationNameLimit,
  sparkApplicationNameProblem,
  sparkResourcePrefix,
  standardLabels,
} from '../../src/naming';

describe('SparkApplication name', () => {
  test('leaves room for what the operator derives', () => {
    expect(sparkApplicationNameLimit()).toBe(63);
    expect(sparkApplicationNameLimit({ monitored: true })).toBe(49);
    expect(sparkApplicationNameLimit({ scheduled: 'nanos' })).toBe(43);
    expect(sparkApplicationNameLimit({ scheduled: 'micros' })).toBe(46);
    expect(sparkApplicationNameLimit({ scheduled: 'millis' })).toBe(49);
    expect(sparkApplicationNameLimit({ scheduled: 'seconds' })).toBe(52);
    expect(sparkApplicationNameLimit({ scheduled: 'minutes' })).toBe(54);
    // 63 - '-prom-conf-vol' - '-' - 19 digits
    expect(sparkApplicationNameLimit({ scheduled: 'nanos', monitored: true })).toBe(29);
  });

  test.each(['spark-pi', 'a', 'a'.repeat(63)])('takes %s', (name) => {
    expect(sparkApplicationNameProblem(name)).toBeUndefined();
  });

  test.each(['3d', 'Spark', 'a.b', '', 'a'.repeat(64)])('refuses %j', (name) => {
    expect(sparkApplicationNameProblem(name)).toBeDefined();
  });

  test('says which derived name does not fit', () => {
    expect(sparkApplicationNameProblem('a'.repeat(50), { monitored: true })).toBe(
      'has 50 characters, at most 49 fit: the operator derives its monitoring volume from it',
    );
    expect(sparkApplicationNameProblem('a'.repeat(44), { scheduled: 'nanos' })).toBe(
      'has 44 characters, at most 43 fit: the operator derives the names of its scheduled runs from it',
    );
  });
});

describe('names that Spark makes', () => {
  test.each([
    ['PythonPi', 'pythonpi-18c9f2'],
    ['Spark  Pi_2', 'spark-pi-2-18c9f2'],
    ['--a', 'a-18c9f2'],
    ['2fast', 'xfast-18c9f2'],
    ['  a', 'a-18c9f2'],
    ['...', 'x8c9f2'],
  ])('cleans %j to %s', (appName, prefix) => {
    expect(sparkResourcePrefix(appName, '18c9f2')).toBe(prefix);
  });

  test('are patterns where Spark adds what nobody knows before', () => {
    expect(executorPodName(sparkResourcePrefix('PythonPi', '*'), '*')).toBe('pythonpi-*-exec-*');
    expect(driverPodName('spark-pi')).toBe('spark-pi-driver');
  });

  test('a good prefix keeps every executor a DNS label', () => {
    expect(SPARK_NAME_LIMITS.executorPrefix).toBe(47);
    const anyPrefix = fc.string({ unit: fc.constantFrom('a', '1', '-', '.', 'A'), maxLength: 60 });
    fc.assert(
      fc.property(anyPrefix, fc.integer({ min: 1, max: 2 ** 31 - 1 }), (prefix, id) => {
        fc.pre(executorPrefixProblem(prefix) === undefined);
        expect(dnsLabelProblem(executorPodName(prefix, id))).toBeUndefined();
      }),
    );
  });

  test.each(['a.b', 'a_b', 'A', '', 'a-', 'a'.repeat(48)])('refuses the prefix %j', (prefix) => {
    expect(executorPrefixProblem(prefix)).toBeDefined();
  });
});

test('standard labels leave out what nobody said', () => {
  expect(standardLabels({ name: 'spark' })).toEqual({
    'app.kubernetes.io/name': 'spark',
    'app.kubernetes.io/managed-by': 'cdk8s-spark-platform',
  });
  expect(standardLabels({ name: 'spark', instance: 'pi', component: 'driver', partOf: 'lakehouse', version: '3.5.9' })).toEqual({
    'app.kubernetes.io/name': 'spark',
    'app.kubernetes.io/instance': 'pi',
    'app.kubernetes.io/version': '3.5.9',
    'app.kubernetes.io/component': 'driver',
    'app.kubernetes.io/part-of': 'lakehouse',
    'app.kubernetes.io/managed-by': 'cdk8s-spark-platform',
  });
});

test('six labels are Spark’s own', () => {
  expect([...RESERVED_SPARK_LABELS].sort()).toEqual([
    'spark-app-name',
    'spark-app-selector',
    'spark-exec-id',
    'spark-exec-resourceprofile-id',
    'spark-role',
    'spark-version',
  ]);
});
