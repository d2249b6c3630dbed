import { admissionRefusals, canonicalQuantity, readApplication, withDefaults } from '../../../src/spark/operator';
import { isBeforeSpark3 } from '../../../src/spark/operator/semantic-version';
import { application } from './sample';

describe('defaults', () => {
  const defaulted = (spec: object) => withDefaults(application(spec)).spec;

  test('one core, 1g and one executor', () => {
    const { mode, driver, executor } = defaulted({});
    expect({ mode, driver, executor }).toEqual({
      mode: 'cluster',
      driver: { cores: 1, memory: '1g' },
      executor: { cores: 1, memory: '1g', instances: 1 },
    });
  });

  test('what sparkConf states is left to it, also when it is empty', () => {
    const sparkConf = { 'spark.driver.memory': '', 'spark.executor.cores': '4', 'spark.executor.instances': '7' };
    const { driver, executor } = defaulted({ sparkConf });
    expect(driver).toEqual({ cores: 1 });
    expect(executor).toEqual({ memory: '1g' });
  });

  test.each([
    [{ dynamicAllocation: { enabled: true } }, undefined],
    [{ dynamicAllocation: { enabled: false } }, 1],
    [{ sparkConf: { 'spark.dynamicAllocation.enabled': 'true' } }, 1], // the operator does not see it
    [{ sparkConf: { 'spark.dynamicallocation.enabled': 'T' } }, undefined],
    [{ sparkConf: { 'spark.dynamicallocation.enabled': 'yes' } }, 1],
    [{ sparkConf: { 'spark.executor.instances': '' } }, 1],
    [{ executor: { instances: 4 }, dynamicAllocation: { enabled: true } }, 4],
  ])('number of executors with %j', (spec, instances) => {
    expect(defaulted(spec).executor.instances).toBe(instances);
  });

  test('shuffles are tracked unless it is said otherwise', () => {
    expect(defaulted({ dynamicAllocation: { enabled: true } }).dynamicAllocation?.shuffleTrackingEnabled).toBe(true);
    expect(defaulted({ dynamicAllocation: { enabled: false } }).dynamicAllocation?.shuffleTrackingEnabled).toBeUndefined();
  });
});

describe('admission', () => {
  const problems = (spec: object, metadata = {}) => admissionRefusals(application(spec, metadata)).map(({ problem }) => problem);

  test('a plain application is accepted', () => {
    expect(problems({ sparkConf: { 'spark.kubernetes.namespace': 'jobs' }, driver: { template: {} } })).toEqual([]);
  });

  test.each([
    [{}, { name: '1st' }, /metadata\.name 1st/],
    [{}, { name: 'a.b' }, /metadata\.name a\.b/],
    [{ sparkVersion: '2.4.8', driver: { template: {} } }, {}, /older than 3\.0\.0/],
    [{ sparkVersion: 'latest', executor: { template: {} } }, {}, /sparkVersion latest/],
    [{ nodeSelector: {}, executor: { nodeSelector: { a: 'b' } } }, {}, /nodeSelector stands at/],
    [
      { driverIngressOptions: [{ servicePortName: 'p', ingressURLFormat: 'x' }] },
      {},
      /driverIngressOptions\[0\]\.servicePort is missing/,
    ],
    [{ driverIngressOptions: [{ servicePortName: 'p', servicePort: 1, ingressURLFormat: '' }] }, {}, /no ingressURLFormat/],
    [
      {
        driverIngressOptions: [
          { servicePortName: 'p', servicePort: 1, ingressURLFormat: 'a' },
          { servicePortName: 'p', servicePort: 1, ingressURLFormat: 'b' },
        ],
      },
      {},
      /a servicePort stands twice/,
    ],
    [
      {
        driverIngressOptions: [
          { servicePortName: 'p', servicePort: 1, ingressURLFormat: 'a' },
          { servicePortName: 'p', servicePort: 2, ingressURLFormat: 'a' },
        ],
      },
      {},
      /an ingressURLFormat stands twice/,
    ],
    [{ sparkConf: { 'spark.kubernetes.namespace': 'other' } }, {}, /is other, the application is in jobs/],
    [{ sparkConf: { 'spark.kubernetes.container.image': 'x' } }, {}, /container\.image is refused/],
    [{ sparkConf: { 'spark.kubernetes.authenticate.oauthToken': 'x' } }, {}, /oauthToken is refused/],
  ])('%j with %j is refused', (spec, metadata, message) => {
    expect(problems(spec, metadata)).toEqual([expect.stringMatching(message)]);
  });

  test('all of it at once', () => {
    expect(problems({ sparkConf: { 'spark.master': 'x', toString: 'y', 'spark.kubernetes.driver.master': 'z' } })).toHaveLength(
      2,
    );
  });

  test.each([{ apiVersion: 'spark.apache.org/v1' }, { kind: 'ScheduledSparkApplication' }])(
    '%j is no SparkApplication',
    (other) => {
      const read = () => readApplication({ apiVersion: 'sparkoperator.k8s.io/v1beta2', kind: 'SparkApplication', ...other });
      expect(read).toThrow(/not those of a SparkApplication/);
    },
  );
});

test.each([
  ['3.5.9', false],
  ['v3.0.0', false],
  ['3.5', false],
  ['4', false],
  ['3.0.0-preview2', true],
  ['2.4.8', true],
  ['latest', true],
  ['3.05.1', true], // no semantic version
  ['3.5.x', true],
])('Spark %s counts as older than 3.0.0: %s', (version, older) => {
  expect(isBeforeSpark3(version)).toBe(older);
});

test.each([
  ['1024Mi', '1Gi'],
  ['0.5Gi', '512Mi'],
  ['1.5Gi', '1536Mi'],
  ['1500M', '1500M'],
  ['1000M', '1G'],
  ['1536Mi', '1536Mi'],
  ['8Ki', '8Ki'],
  ['1000', '1k'],
  ['1073741824', '1073741824'],
  ['0.5', '500m'],
  ['0.5Ki', '512'],
  ['00012m', '00012m'], // kept: it is no other number
  ['6.758M', '6.758M'],
  ['1999.60Mi', '2096732569600m'],
  ['545070415Ti', '9223372036854775807'],
  ['16e0', '16e0'],
  ['16000e0', '16e3'],
  ['1e9', '1e9'],
  ['1200e6', '1200e6'],
  ['1000E3', '1e6'],
  ['1e1', '10'],
  ['1E', '1E'],
  ['.5m', '500u'],
  ['0Mi', '0'],
  ['-1024Mi', '-1Gi'],
  ['1g', undefined],
  ['', undefined],
])('Kubernetes prints the quantity %s as %s', (text, canonical) => {
  expect(canonicalQuantity(text)).toBe(canonical);
});
