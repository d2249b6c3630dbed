import { answer } from '../../../src/spark/prediction';

const TEMPLATE = [
  'spec:',
  '  priority: 5.0',
  '  resources: {limits: {cpu: 1}}',
  '  volumes: [{name: a, configMap: {name: c, defaultMode: 0644}}]',
  '  containers: []',
].join('\n');

// biome-ignore lint/suspicious/noExplicitAny: pods are read at many places
const asked = (sparkVersion: string, conf: Readonly<Record<string, string>>, template?: string): any =>
  answer({ args: ['local:///a.py'], conf: { 'spark.kubernetes.container.image': 'i', ...conf }, sparkVersion }, () =>
    template === undefined ? undefined : Buffer.from(template),
  );
const DRIVER_TEMPLATE = { 'spark.kubernetes.driver.podTemplateFile': '/t.yaml' };

test('a template is read as the Kubernetes client of each Spark reads it', () => {
  const { spec } = asked('3.5.9', DRIVER_TEMPLATE, TEMPLATE).driver;
  expect(spec).toMatchObject({ priority: 5, resources: { limits: { cpu: 1 } } });
  expect(spec.volumes[0].configMap.defaultMode).toBe(644);
  expect(asked('4.1.4', DRIVER_TEMPLATE, TEMPLATE).error).toMatch(/spec\.priority is "5\.0": write a whole number/);
  const newer = asked('4.1.4', DRIVER_TEMPLATE, TEMPLATE.replace('5.0', '5')).driver.spec;
  expect(newer).toMatchObject({ priority: 5, resources: { limits: { cpu: '1' } } });
  expect(newer.volumes[0].configMap.defaultMode).toBe(0o644);
});

test('a key that is not set is referred to by its default', () => {
  const conf = { 'spark.kubernetes.driver.pod.name': '${spark.kubernetes.namespace}-${spark.driver.memory}-${spark.no.key}' };
  expect(asked('4.1.4', conf).driver.metadata.name).toBe('default-1g-${spark.no.key}');
});

test('in recovery mode an executor of Spark 4.2 runs one task at a time', () => {
  const conf = {
    'spark.kubernetes.allocation.recoveryMode.enabled': 'true',
    'spark.executor.cores': '4',
    'spark.task.cpus': '2',
  };
  const cores = (version: string): string =>
    asked(version, conf).executors[0].pod.spec.containers[0].env.find(
      ({ name }: { name: string }) => name === 'SPARK_EXECUTOR_CORES',
    ).value;
  expect([cores('4.1.4'), cores('4.2.1')]).toEqual(['4', '2']);
});
