import fc from 'fast-check';
import { answer, type PodQuestion, type ReadFile } from '../../../src/spark/prediction';

const VERSIONS = ['3.5.9', '4.0.5', '4.1.4', '4.2.1'];
const none: ReadFile = () => undefined;
const files =
  (contents: Readonly<Record<string, string>>): ReadFile =>
  (path) =>
    Object.hasOwn(contents, path) ? Buffer.from(contents[path]) : undefined;

const question = (conf: Readonly<Record<string, string>> = {}, more: Partial<PodQuestion> = {}): PodQuestion => ({
  args: ['--name', 'x', '--class', 'C', 'local:///a.jar', 'b'],
  conf: { 'spark.kubernetes.container.image': 'i', ...conf },
  sparkVersion: '4.0.5',
  ...more,
});

// biome-ignore lint/suspicious/noExplicitAny: pods are read at many places
type Json = any;
const container = (pod: Json): Json => pod.spec.containers.at(-1);
const predicted = (asked: PodQuestion, readFile = none): Json => {
  const { error, ...pods } = answer(asked, readFile);
  expect(error).toBeUndefined();
  return pods;
};

// What Spark's own builders gave, with the random parts replaced by zeros.
test('the driver of an application without any settings', () => {
  const { driver, driverResources } = predicted(question({}, { sparkVersion: '3.5.9' }));
  const id = '0000000000000000';
  expect(driver).toEqual({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      labels: {
        'spark-version': '3.5.9',
        'spark-app-selector': `spark-${'0'.repeat(32)}`,
        'spark-app-name': 'x',
        'spark-role': 'driver',
      },
      name: `x-${id}-driver`,
    },
    spec: {
      containers: [
        {
          args: ['driver', '--properties-file', '/opt/spark/conf/spark.properties', '--class', 'C', 'local:///a.jar', 'b'],
          env: [
            { name: 'SPARK_USER', value: 'spark' },
            { name: 'SPARK_APPLICATION_ID', value: `spark-${'0'.repeat(32)}` },
            { name: 'SPARK_DRIVER_BIND_ADDRESS', valueFrom: { fieldRef: { apiVersion: 'v1', fieldPath: 'status.podIP' } } },
            { name: 'SPARK_LOCAL_DIRS', value: '/var/data/spark-00000000-0000-0000-0000-000000000000' },
            { name: 'SPARK_CONF_DIR', value: '/opt/spark/conf' },
          ],
          image: 'i',
          imagePullPolicy: 'IfNotPresent',
          name: 'spark-kubernetes-driver',
          ports: [
            { containerPort: 7078, name: 'driver-rpc-port', protocol: 'TCP' },
            { containerPort: 7079, name: 'blockmanager', protocol: 'TCP' },
            { containerPort: 4040, name: 'spark-ui', protocol: 'TCP' },
          ],
          resources: { limits: { memory: '1408Mi' }, requests: { cpu: '1', memory: '1408Mi' } },
          volumeMounts: [
            { mountPath: '/var/data/spark-00000000-0000-0000-0000-000000000000', name: 'spark-local-dir-1' },
            { mountPath: '/opt/spark/conf', name: 'spark-conf-volume-driver' },
          ],
        },
      ],
      restartPolicy: 'Never',
      volumes: [
        { emptyDir: {}, name: 'spark-local-dir-1' },
        {
          configMap: {
            items: [{ key: 'spark.properties', mode: 420, path: 'spark.properties' }],
            name: `spark-drv-${id}-conf-map`,
          },
          name: 'spark-conf-volume-driver',
        },
      ],
    },
  });
  expect(driverResources.map(({ kind, metadata }: Json) => `${kind} ${metadata.name}`)).toEqual([
    `Service x-${id}-driver-svc`,
    `ConfigMap spark-drv-${id}-conf-map`,
  ]);
});

test.each([
  ['3.5.9', ['driver-rpc-port', 'blockmanager', 'spark-ui'], 20],
  ['4.0.5', ['driver-rpc-port', 'blockmanager', 'spark-ui'], 22],
  ['4.1.4', ['driver-rpc-port', 'blockmanager', 'spark-ui', 'spark-connect'], 25],
  ['4.2.1', ['driver-rpc-port', 'blockmanager', 'spark-ui', 'spark-connect'], 25],
])('Spark %s: ports of the driver, options of its executors', (sparkVersion, ports, options) => {
  const { driver, executors } = predicted(question({}, { sparkVersion }));
  expect(container(driver).ports.map(({ name }: Json) => name)).toEqual(ports);
  const names = container(executors[0].pod).env.map(({ name }: Json) => name);
  expect(names.filter((name: string) => name.startsWith('SPARK_JAVA_OPT_'))).toHaveLength(options);
});

test('the submitter builds the driver, the application its executors', () => {
  const { driver, executors, driverResources } = predicted(question({}, { sparkVersion: '3.5.9', submitterVersion: '4.2.1' }));
  expect(driver.metadata.labels['spark-version']).toBe('4.2.1');
  expect(driverResources.map(({ kind }: Json) => kind)).toEqual(['Service', 'NetworkPolicy', 'ConfigMap']);
  expect(executors[0].pod.metadata.labels['spark-version']).toBe('3.5.9');
  expect(executors[0].pod.spec.terminationGracePeriodSeconds).toBeUndefined();
});

test.each([
  [{}, '1408Mi', '1408Mi'],
  [{ 'spark.driver.memory': '2g', 'spark.executor.memory': '8g' }, '2432Mi', '9011Mi'],
  [{ 'spark.kubernetes.memoryOverheadFactor': '0.5' }, '1536Mi', '1536Mi'],
  [{ 'spark.executor.memoryOverhead': '100m', 'spark.driver.minMemoryOverhead': '1g' }, '2048Mi', '1124Mi'],
  [{ 'spark.memory.offHeap.enabled': 'true', 'spark.memory.offHeap.size': '1g' }, '1408Mi', '2432Mi'],
  [{ 'spark.executor.pyspark.memory': '1g' }, '1408Mi', '1408Mi'],
])('memory of driver and executor with %j', (conf, driver, executor) => {
  const pods = predicted(question(conf));
  expect(container(pods.driver).resources.limits.memory).toBe(driver);
  expect(container(pods.executors[0].pod).resources.requests.memory).toBe(executor);
});

test('Python has more overhead, and its own memory in executors', () => {
  const pods = predicted(question({ 'spark.executor.pyspark.memory': '1g' }, { args: ['local:///a.py'] }));
  expect(container(pods.driver).resources.limits.memory).toBe('1433Mi');
  expect(container(pods.executors[0].pod).resources.limits.memory).toBe('2457Mi');
  expect(container(pods.driver).args.slice(3, 6)).toEqual(['--class', 'org.apache.spark.deploy.PythonRunner', 'local:///a.py']);
});

test('what becomes of a template', () => {
  const text = `
metadata: {labels: {n: 007, one: 1.0}, namespace: other}
spec:
  terminationGracePeriodSeconds: 7
  serviceAccountName: mine
  unknown: {kept: [1, null]}
  containers:
  - {name: main, image: x, resources: {limits: {cpu: 0.5, memory: 9Gi}}}
  - {name: side}
`;
  const key = 'spark.kubernetes.executor.podTemplateFile';
  const asked = question({ [key]: '/t', 'spark.kubernetes.executor.limit.cores': '2' }, { sparkVersion: '4.1.4' });
  const { driver, driverResources, executors } = predicted(asked, files({ '/t': text }));
  const { metadata, spec } = executors[0].pod;
  expect(metadata).toMatchObject({ namespace: 'other', labels: { n: '007', one: '1.0', 'spark-role': 'executor' } });
  expect(spec).toMatchObject({ terminationGracePeriodSeconds: 30, serviceAccountName: 'mine', unknown: { kept: [1, null] } });
  expect(spec.containers.map(({ name }: Json) => name)).toEqual(['side', 'main']);
  expect(spec.containers[1]).toMatchObject({ image: 'i', resources: { limits: { cpu: '2', memory: '1408Mi' } } });
  expect(driver.spec.volumes[0].name).toBe('pod-template-volume');
  expect(driverResources[1].data).toEqual({ 'podspec-configmap-key': text });
});

test('claims are created for executors, with numbers by the order of their volumes', () => {
  const volume = (name: string): Record<string, string> => {
    const key = `spark.kubernetes.executor.volumes.persistentVolumeClaim.${name}`;
    return {
      [`${key}.mount.path`]: `/${name}`,
      [`${key}.options.claimName`]: 'OnDemand',
      [`${key}.options.storageClass`]: 'gp3',
      [`${key}.options.sizeLimit`]: '1Gi',
    };
  };
  const { executors } = predicted(question(volume('spark-local-dir-1')));
  expect(executors[0].resources[0]).toMatchObject({
    kind: 'PersistentVolumeClaim',
    metadata: { name: 'x-0000000000000000-exec-1-pvc-0' },
    spec: { accessModes: ['ReadWriteOncePod'], resources: { requests: { storage: '1Gi' } }, storageClassName: 'gp3' },
  });
  expect(container(executors[0].pod).env.at(-1)).toEqual({ name: 'SPARK_LOCAL_DIRS', value: '/spark-local-dir-1' });
});

test.each<[string, PodQuestion, string, RegExp]>([
  ['a fraction of a core', question({ 'spark.executor.cores': '0.5' }), 'submit', /request\.cores, such as 500m/],
  ['a Kubernetes quantity as memory', question({ 'spark.driver.memory': '1Gi' }), 'submit', /such as 512m or 2g/],
  ['no main class', question({}, { args: ['local:///a.jar'] }), 'submit', /--class/],
  ['an unknown option', question({}, { args: ['--bogus', 'x'] }), 'submit', /no option --bogus/],
  ['no image', { args: ['local:///a.py'], sparkVersion: '4.0.5' }, 'driver', /set spark\.kubernetes\.container\.image/],
  ['a reserved label', question({ 'spark.kubernetes.driver.label.spark-role': 'x' }), 'driver', /which Spark sets itself/],
  [
    'Python 2',
    question({ 'spark.kubernetes.pyspark.pythonVersion': '2' }, { args: ['local:///a.py'] }),
    'driver',
    /leave it out/,
  ],
  ['a file to upload', question({}, { args: ['/a.py'] }), 'driver', /local:\/\/\/path/],
  ['a bad prefix', question({ 'spark.kubernetes.executor.podNamePrefix': 'a_b' }), 'executor', /at most 237 characters/],
  ['no such template', question({ 'spark.kubernetes.driver.podTemplateFile': '/no' }), 'driver', /no such file/],
])('Spark refuses %s', (_, asked, at, error) => {
  expect(answer(asked, none)).toMatchObject({ errorAt: at, error: expect.stringMatching(error) });
});

test('4.2 takes binary units for memory', () => {
  const { driver } = predicted(question({ 'spark.driver.memory': '2Gi' }, { sparkVersion: '4.2.1' }));
  expect(container(driver).resources.limits.memory).toBe('2432Mi');
});

const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('', '__proto__', '${spark.x}', ' 1 ', '1e3', '{{APP_ID}}', '-1', '%', ',', '/a#b'),
);
const key = fc.oneof(
  hostile,
  fc
    .constantFrom('driver', 'executor')
    .chain((role) =>
      fc
        .tuple(
          fc.constant(`spark.kubernetes.${role}.`),
          fc.constantFrom(
            'label.',
            'volumes.',
            'volumes.emptyDir.a.mount.path',
            'secretKeyRef.',
            'limit.cores',
            'podTemplateFile',
            'pod.name',
          ),
          fc.oneof(fc.constant(''), hostile),
        )
        .map((parts) => parts.join('')),
    ),
  fc.constantFrom(
    'spark.driver.memory',
    'spark.executor.cores',
    'spark.jars',
    'spark.files',
    'spark.local.dir',
    'spark.kubernetes.namespace',
  ),
);

test('whatever is asked, the answer is pods or a refusal', () => {
  fc.assert(
    fc.property(
      fc.array(hostile),
      fc.dictionary(key, hostile),
      fc.constantFrom(...VERSIONS),
      hostile,
      (args, conf, sparkVersion, file) => {
        for (const asked of [question(conf, { sparkVersion }), { args, conf, sparkVersion }]) {
          const { driver, error, errorAt } = answer(asked, () => Buffer.from(file));
          expect([driver === undefined, errorAt === undefined]).toEqual([error !== undefined, error === undefined]);
        }
      },
    ),
    { numRuns: 150 },
  );
});

test('fields of a template that Spark does not know are kept', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom(...VERSIONS), (value, sparkVersion) => {
      const asked = question({ 'spark.kubernetes.driver.podTemplateFile': '/t' }, { sparkVersion });
      const text = JSON.stringify({ spec: { containers: [{ name: 'a', futureField: value }], futureField: value } });
      const { driver } = predicted(asked, files({ '/t': text }));
      const kept = JSON.parse(JSON.stringify(value));
      expect([driver.spec.futureField, container(driver).futureField]).toEqual([kept, kept]);
    }),
    { numRuns: 50 },
  );
});
