import { readFields, sparkApplicationPods } from '../../../src/spark/operator';
import { application, manifest } from './sample';

const read = (spec: object, metadata: object = {}) => readFields(manifest(spec, metadata), 'SparkApplication');
const told = (effect: string, spec: object, metadata: object = {}) =>
  read(spec, metadata)
    .problems.filter((each) => each.effect === effect)
    .map(({ problem, fix }) => `${problem} > ${fix}`);
const refused = (spec: object, metadata: object = {}) => told('refused', spec, metadata);
const template = (container: object) => ({ driver: { template: { spec: { containers: [container] } } } });
const env = [{ name: 'A' }, { name: 'B' }, { name: 'A' }];

/** All of them were given to the API server with the operator's webhook. */
describe('refused are', () => {
  test.each<[object, unknown]>([
    [{ driver: { cores: '1' } }, "spec.driver.cores is the text '1', but has to be a whole number > write 1, without quotes"],
    [{ driver: { cores: 1.5 } }, 'spec.driver.cores is the number 1.5, but has to be a whole number > write a whole number'],
    [{ driver: { cores: 3e9 } }, 'spec.driver.cores is 3000000000, the most is 2147483647 > write 2147483647 or less'],
    [{ executor: { instances: 0 } }, 'spec.executor.instances is 0, the least is 1 > write 1 or more'],
    [{ driver: { memory: 1024 } }, "spec.driver.memory is the number 1024, but has to be a text > write '1024', with quotes"],
    [{ sparkConf: { a: true } }, "spec.sparkConf[a] is the boolean true, but has to be a text > write 'true', with quotes"],
    [{ arguments: ['a', 1] }, "spec.arguments[1] is the number 1, but has to be a text > write '1', with quotes"],
    [{ deps: { jars: 'a' } }, "spec.deps.jars is the text 'a', but has to be a list > write a list"],
    [{ driver: [] }, 'spec.driver is a list, but has to be an object > write an object'],
    [{ suspend: 'true' }, "spec.suspend is the text 'true', but has to be a boolean > write true or false, without quotes"],
    [{ type: 'Perl' }, "spec.type is 'Perl', which is none of Java, Python, Scala, R > write one of them"],
    [{ pythonVersion: '' }, "spec.pythonVersion is '', which is none of 2, 3 > write one of them"],
    [{ mainApplicationFile: null }, 'spec.mainApplicationFile is missing > add it'],
    [{ driver: { podName: '_' } }, expect.stringContaining("spec.driver.podName is '_', which does not match ")],
    [
      { volumes: [{ name: 'a', emptyDir: { sizeLimit: '1x' } }] },
      expect.stringContaining("spec.volumes[0].emptyDir.sizeLimit is the text '1x', but has to be a quantity"),
    ],
    [
      { driver: { lifecycle: { preStop: { tcpSocket: { port: 1.5 } } } } },
      expect.stringContaining('spec.driver.lifecycle.preStop.tcpSocket.port is the number 1.5, but has to be a port'),
    ],
    [
      { driver: { sidecars: [{ name: 's', env }] } },
      'spec.driver.sidecars[0].env[2] has name A like another one in the list > keep one of them',
    ],
    [
      template({ ports: [{ containerPort: '80' }] }),
      expect.stringContaining("spec.driver.template.spec.containers[0].ports[0].containerPort is the text '80'"),
    ],
    [
      { driver: { template: { metadata: { creationTimestamp: 'x' } } } },
      expect.stringContaining("spec.driver.template.metadata.creationTimestamp is the text 'x', but has to be a time"),
    ],
  ])('%j', (spec, problem) => expect(refused(spec)).toEqual([problem]));

  test('several at once', () => expect(refused({ type: 'X', driver: { cores: 0 }, executor: { cores: 0 } })).toHaveLength(3));

  test('labels and annotations of other types', () => {
    const both = { labels: { a: 1 }, annotations: { b: false } };
    expect(refused({}, both)).toEqual([
      "metadata.labels[a] is the number 1, but has to be a text > write '1', with quotes",
      "metadata.annotations[b] is the boolean false, but has to be a text > write 'false', with quotes",
    ]);
  });
});

test.each<object>([
  { driver: { env } }, // the roles' own lists may say a name twice
  { type: '', mode: '' }, // the webhook chooses
  { restartPolicy: { type: 'Always' }, driver: { cores: 2.0, terminationGracePeriodSeconds: -1 } },
  { volumes: [{ name: 'a', emptyDir: { sizeLimit: 1.5 } }], arguments: null, driver: null },
  template({ env, name: null, resources: { limits: { cpu: 1 } } }), // types count in templates, rules do not
])('%j is accepted', (spec) => expect(read(spec).problems).toEqual([]));

describe('unknown fields', () => {
  test.each<[object, string]>([
    [{ driver: { memry: '1g' } }, 'spec.driver.memry does not exist: … > did you mean memory?'],
    [{ driver: { memoryOverHead: '1g' } }, 'spec.driver.memoryOverHead does not exist: … > write memoryOverhead: upper and …'],
    [{ instances: 3 }, 'spec.instances does not exist: … > it is a field elsewhere: spec.executor.instances'],
    [{ driver: { xyzzy: 3 } }, 'spec.driver.xyzzy does not exist: … > leave it out'],
  ])('%j are pruned', (spec, expected) => {
    const pattern = expected.replace(/[.?]/g, '\\$&').replaceAll('…', '.*');
    expect(told('pruned', spec)).toEqual([expect.stringMatching(new RegExp(`^${pattern}$`))]);
    expect(JSON.stringify(read(spec).object)).not.toMatch(/memry|memoryOverHead|instances|xyzzy/);
  });

  test('of templates are stored, and the operator does not see them', () => {
    const spec = template({ name: 'm', lifecycle: { stopSignal: 'SIGUSR1' } });
    expect(told('unseen', spec)).toEqual([expect.stringMatching(/lifecycle\.stopSignal is lost: .* Kubernetes 1\.32/)]);
    const { driver } = sparkApplicationPods(manifest(spec));
    expect(JSON.stringify(driver)).not.toContain('stopSignal');
  });
});

test('what is missing gets its zero, as the webhook writes it', () => {
  const { spec } = application({
    sparkVersion: null,
    driver: { secrets: [{ name: 'a', path: null }], ports: [{ name: 'p' }] },
    arguments: ['a', null],
    sparkConf: { a: null, b: 'c' },
    nodeSelector: {},
  });
  expect(spec).toMatchObject({ sparkVersion: '', arguments: ['a', ''], nodeSelector: {} });
  expect(spec.sparkConf).toEqual({ b: 'c' });
  expect(spec.driver.secrets).toEqual([{ name: 'a', path: '', secretType: '' }]);
  expect(spec.driver.ports).toEqual([{ name: 'p', containerPort: 0, protocol: '' }]);
  expect(application({}, { labels: { a: null, b: 'c' } }).labels).toEqual({ a: '', b: 'c' });
  const preStop = { tcpSocket: {} };
  expect(application({ driver: { lifecycle: { preStop } } }).spec.driver.lifecycle).toEqual({
    preStop: { tcpSocket: { port: 0 } },
  });
});

test('a template gets what Go writes of it, without empty lists', () => {
  const { spec } = application(
    template({ name: 'm', args: [], ports: [{ containerPort: 80 }], env: [{ name: 'A', valueFrom: { resourceFieldRef: {} } }] }),
  );
  const resourceFieldRef = { divisor: '0', resource: '' };
  expect(spec.driver.template).toEqual({
    spec: { containers: [{ name: 'm', ports: [{ containerPort: 80 }], env: [{ name: 'A', valueFrom: { resourceFieldRef } }] }] },
    metadata: {},
  });
});

test.each(['driver', 'executor'])('a template of the %s without containers is refused', (role) => {
  const pods = (spec: object) => () => sparkApplicationPods(manifest({ [role]: { template: { spec } } }));
  expect(pods({ hostNetwork: true })).toThrow(new RegExp(`spec\\.${role}\\.template has no list of containers`));
  expect(pods({ containers: [] })).not.toThrow();
});

test('a name that the API server makes', () => {
  const { driver } = sparkApplicationPods(manifest({}, { name: undefined, generateName: 'etl-' }));
  expect(driver).toMatchObject({ metadata: { name: 'etl-00000-driver' } });
});

test('an application without a name, with wrong labels', () => {
  const pods = () => sparkApplicationPods(manifest({}, { name: undefined, labels: { 'a b': 'x', c: 'y z' } }));
  expect(pods).toThrow(/metadata\.name is missing; metadata\.labels has the key 'a b'.*; metadata\.labels\[c\] is 'y z'/);
});
