import { linesOf, predict } from './call';

const ARGS = ['--spark-version', '3.5.9', '--conf', 'spark.kubernetes.container.image=i'];

async function told(settings: readonly string[], more: readonly string[] = [], files = {}) {
  const { code, stdout, stderr } = await predict([...ARGS, ...settings.flatMap((text) => ['--conf', text]), ...more], { files });
  return { code, stdout, lines: linesOf(stderr) };
}

test.each<[readonly string[], string, string]>([
  [
    ['spark.executor.memory=256m'],
    "--conf: spark.executor.memory is '256m', but Spark does not start below 450m",
    "write '450m' or more",
  ],
  [
    ['spark.driver.memory=449m'],
    "--conf: spark.driver.memory is '449m', but Spark does not start below 450m",
    "write '450m' or more",
  ],
  // `-Xmx2048` in the driver, "Executor memory 2048 must be at least 471859200" from its memory manager.
  [
    ['spark.driver.memory=2048'],
    "--conf: spark.driver.memory is '2048', which are MiB to the pod, but bytes to the JVM",
    "write '2048m'",
  ],
  [
    ['spark.executor.memory=2'],
    "--conf: spark.executor.memory is '2', which are MiB to the pod, but bytes to the JVM",
    "write '450m'",
  ],
  [['spark.driver.memory=1073741824'], "--conf: spark.driver.memory is '1073741824', which are MiB", "write '1024m'"],
  [
    ['spark.driver.cores=2', 'spark.kubernetes.driver.limit.cores=1500m'],
    '--conf: the driver requests 2 of cpu and its limit is 1500m, which the API server refuses',
    'write a limit of at least 2, or request no more than 1500m',
  ],
  [
    ['spark.kubernetes.namespace=Data_Platform'],
    "--conf: spark.kubernetes.namespace is 'Data_Platform', but a name in Kubernetes may hold lower-case letters",
    "write 'data-platform'",
  ],
  [
    ['spark.kubernetes.driver.pod.name=Etl_Driver'],
    "--conf: spark.kubernetes.driver.pod.name is 'Etl_Driver', but a name in Kubernetes may hold lower-case letters",
    "write 'etl-driver'",
  ],
  [
    ['spark.dynamicAllocation.enabled=true', 'spark.dynamicAllocation.maxExecutors=3', 'spark.executor.instances=9'],
    '--conf: spark.executor.instances is 9 and spark.dynamicAllocation.maxExecutors is 3',
    'write no more than 3',
  ],
])('%j gives pods of no use', async (settings, message, fix) => {
  const { code, stdout, lines } = await told(settings);
  expect(code).toBe(1);
  expect(stdout).toMatch(/^Spark 3\.5\.9\n/);
  expect(lines).toEqual([expect.stringContaining(message), expect.stringContaining(fix)]);
});

test.each([
  [['spark.executor.memory=450m', 'spark.driver.memory=450m']],
  [['spark.driver.cores=2', 'spark.kubernetes.driver.limit.cores=2000m']],
  [['spark.kubernetes.namespace=data-platform', 'spark.kubernetes.driver.pod.name=etl.driver']],
  [['spark.kubernetes.driver.pod.name=${env:POD_NAME}']],
  [['spark.dynamicAllocation.enabled=true', 'spark.dynamicAllocation.maxExecutors=9', 'spark.executor.instances=9']],
])('%j is fine', async (settings) => {
  expect(await told(settings)).toMatchObject({ code: 0, lines: [] });
});

test('places in a SparkApplication', async () => {
  const job = `apiVersion: sparkoperator.k8s.io/v1beta2
kind: SparkApplication
metadata: {name: etl, namespace: data}
spec:
  type: Java
  mainClass: A
  mainApplicationFile: local:///a.jar
  sparkVersion: 3.5.9
  image: i
  driver: {memory: 256m}
  executor: {memory: 1g, cores: 2, coreLimit: 1200m, memoryLimit: 1Gi}
`;
  const { code, stderr } = await predict(['--application', 'j.yaml'], { files: { 'j.yaml': job } });
  expect(code).toBe(1);
  expect(linesOf(stderr).filter((line) => !line.startsWith(' '))).toEqual([
    expect.stringMatching(/^j\.yaml, data\/etl: spec\.driver\.memory: spark\.driver\.memory is '256m'/),
    expect.stringMatching(/^j\.yaml, data\/etl: spec\.executor\.coreLimit: the executor requests 2 of cpu/),
    expect.stringMatching(/^j\.yaml, data\/etl: spec\.executor\.memoryLimit: the executor requests 1408Mi of memory/),
  ]);
});

test('settings that a later one of the same place overrules', async () => {
  const files = {
    'a.conf': 'spark.executor.memory 1g\nspark.executor.cores 2\nspark.executor.memory=2g\nspark.executor.cores=2\n',
  };
  const { code, stdout, lines } = await told(['spark.driver.memory=1g', 'spark.driver.memory=2g'], ['--conf', 'a.conf'], files);
  expect(code).toBe(1);
  expect(stdout).toContain('2432Mi                      2432Mi\n');
  expect(lines.filter((line) => !line.startsWith(' '))).toEqual([
    "a.conf:1: spark.executor.memory is '1g' here and '2g' in a.conf:3, which wins",
    "--conf: spark.driver.memory is '1g' here and '2g' in --conf, which wins",
  ]);
});
