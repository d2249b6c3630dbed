import { parse } from 'yaml';
import { linesOf, predict } from './call';

const JOB = `apiVersion: sparkoperator.k8s.io/v1beta2
kind: SparkApplication
metadata: {name: etl, namespace: data}
spec:
  type: Python
  mode: cluster
  sparkVersion: 3.5.9
  image: r.example.com/spark:3.5.9
  mainApplicationFile: local:///opt/etl.py
  driver: {cores: 1, memory: 2g, coreLimit: 1500m, serviceAccount: spark}
  executor: {cores: 2, memory: 4g, coreRequest: 500m, instances: 3}
`;
const other = (name: string, extra = ''): string => JOB.replace('name: etl', `name: ${name}`) + extra;

test('a table for every SparkApplication of a file, whatever else is in it', async () => {
  const files = {
    'jobs.yaml': `---\n${JOB}---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: x}\n---\n${other('load')}`,
    'more.yaml': `apiVersion: v1\nkind: List\nitems:\n- ${other('third').trim().replaceAll('\n', '\n  ')}\n`,
  };
  const { code, stdout, stderr } = await predict(['--application', 'jobs.yaml', '--application', 'more.yaml'], { files });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  // Python: 2048 + 0.4 × 2048, 4096 + 0.4 × 4096; cut off, not rounded.
  expect(stdout.split('\n\n')[0]).toBe(`data/etl: Spark 3.5.9, submitted by Spark 4.0.4
  role             driver                      executor
  pods             1                           3
  name             etl-driver                  etl-<id>-exec-<n>
  cpu              1, limit 1500m              500m, limit none
  memory           2867Mi                      5734Mi
                   = 2048 heap + 819 overhead  = 4096 heap + 1638 overhead
  total            4 pods, cpu 2500m, memory 20069Mi
  namespace        data
  image            r.example.com/spark:3.5.9
  service account  spark`);
  expect(linesOf(stdout).filter((line) => /^\S/.test(line))).toEqual(
    ['etl', 'load', 'third'].map((name) => `data/${name}: Spark 3.5.9, submitted by Spark 4.0.4`),
  );
});

test('where the numbers of a SparkApplication come from', async () => {
  const { stdout } = await predict(['--application', 'job.yaml', '--explain'], { files: { 'job.yaml': JOB } });
  expect(stdout).toContain('cpu request      500m = spark.kubernetes.executor.request.cores (spec.executor.coreRequest)\n');
  expect(stdout).toContain('memory           2867Mi = 2048 heap + max(384, floor(0.4 × 2048)) overhead\n');
  expect(stdout).toContain('spark.driver.memory 2g (spec.driver.memory)\n');
  expect(stdout).toContain('spark.kubernetes.memoryOverheadFactor 0.4 (default of Spark 4.0.4 for Python programs)\n');
  expect(stdout).toContain('pods             3 = spark.executor.instances (spec.executor.instances)\n');
});

test('--json gives the answers of all', async () => {
  const { code, stdout } = await predict(['--application', 'jobs.yaml', '--json'], {
    files: { 'jobs.yaml': `${JOB}---\n${other('load')}` },
  });
  expect(code).toBe(0);
  const answers = JSON.parse(stdout);
  expect(answers.map(({ id }: { id: string }) => id)).toEqual(['data/etl', 'data/load']);
  expect(answers[0].driver.metadata.name).toBe('etl-driver');
});

test('keys of sparkConf are checked, and the pods predicted all the same', async () => {
  const conf = '  sparkConf: {spark.sql.shufle.partitions: "8", spark.kubernetes.driver.podNamePrefix: x}\n';
  const { code, stdout, stderr } = await predict(['--application', 'j.yaml'], { files: { 'j.yaml': JOB + conf } });
  expect(code).toBe(1);
  expect(stdout).toContain('2867Mi');
  expect(stderr).toContain('j.yaml, data/etl: spec.sparkConf: spark.sql.shufle.partitions is not a key of Spark');
  expect(stderr).toContain('spark.kubernetes.driver.podNamePrefix does not exist in any Spark version');
});

test("keys of one's own", async () => {
  const conf = '  sparkConf: {spark.acme.lineage: x}\n';
  const args = ['--application', 'j.yaml', '--allow', 'spark.acme.'];
  expect(await predict(args, { files: { 'j.yaml': JOB + conf } })).toMatchObject({ code: 0, stderr: '' });
});

test('a value without quotes is told, as the API server does not take it', async () => {
  const conf = '  sparkConf: {spark.sql.shuffle.partitions: 8}\n';
  const { code, stderr } = await predict(['--application', 'j.yaml'], { files: { 'j.yaml': JOB + conf } });
  expect(code).toBe(1);
  expect(linesOf(stderr)).toEqual([
    'j.yaml, data/etl: refused: spec.sparkConf[spark.sql.shuffle.partitions] is the number 8, but has to be a text',
    "    write '8', with quotes",
  ]);
});

test.each<[string, string, readonly string[]]>([
  ["Apache's operator", 'apiVersion: spark.apache.org/v1\nkind: SparkApplication\n', ["apiVersion is 'spark.apache.org/v1'"]],
  ['bad YAML', 'a: [1,\nb: 2\n', ['j.yaml:', 'is no YAML that can be read']],
  ['no kind', 'apiVersion: v1\nspec: {}\n', ['j.yaml: holds no kind']],
  ['other kinds', 'apiVersion: v1\nkind: Service\n', ['j.yaml: holds no SparkApplication: it holds only Service']],
  ['nothing', '# no\n', ['j.yaml: holds no SparkApplication: it is empty']],
  ['a list', '- 1\n', ['j.yaml: holds no object']],
  ['no version', JOB.replace('  sparkVersion: 3.5.9\n', ''), ['data/etl: refused: spec.sparkVersion is missing']],
  ['an unknown version', JOB.replace('3.5.9\n', '3.1.1\n'), ["spec.sparkVersion is '3.1.1'", '3.5, 4.0, 4.1, 4.2']],
])('%s is a finding', async (_what, text, messages) => {
  const { code, stdout, stderr } = await predict(['--application', 'j.yaml'], { files: { 'j.yaml': text } });
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  for (const message of messages) expect(stderr).toContain(message);
  expect(stderr).not.toMatch(/\n\s+at /);
});

test('one application that cannot be predicted does not hide the others', async () => {
  const broken = other('broken').replace('memory: 2g', 'memory: 2Gi');
  const files = { 'j.yaml': `${broken}---\n${JOB}` };
  const text = await predict(['--application', 'j.yaml'], { files });
  expect(text.code).toBe(1);
  expect(text.stdout).toMatch(/^data\/etl: /);
  expect(text.stderr).toContain('j.yaml, document 1, data/broken: refused: ');
  const json = await predict(['--application', 'j.yaml', '--json'], { files });
  expect(JSON.parse(json.stdout)).toMatchObject([
    { id: 'data/broken', error: expect.any(String), errorAt: expect.any(String) },
    { id: 'data/etl', driver: {} },
  ]);
});

test.each([
  ['metadata: {name: [a]}', 'metadata: {name: etl, namespace: data}'],
  ['spec: 1', JOB.slice(JOB.indexOf('spec:'))],
  ['mainApplicationFile: [1]', 'mainApplicationFile: local:///opt/etl.py'],
  [
    'driver: {template: {spec: {containers: [{ports: 1}]}}}',
    JOB.slice(JOB.indexOf('driver:'), JOB.indexOf('\n', JOB.indexOf('driver:'))),
  ],
])('a field of a wrong type (%s) is told without a stack trace', async (wrong, right) => {
  const args = ['--application', 'j.yaml', '--spark-version', '3.5.9'];
  const { code, stdout, stderr } = await predict(args, { files: { 'j.yaml': JOB.replace(right, wrong) } });
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(/^j\.yaml, .*: refused: /);
  expect(stderr).not.toMatch(/\n\s+at /);
});

test('what nobody wrote comes from the operator or from Spark', async () => {
  const text = `apiVersion: sparkoperator.k8s.io/v1beta2
kind: SparkApplication
metadata: {name: tiny}
spec:
  type: Scala
  mainClass: org.example.Tiny
  mainApplicationFile: local:///opt/tiny.jar
  sparkVersion: 4.0.5
  image: i
  driver: {memoryLimit: 4Gi, gpu: {name: nvidia.com/gpu, quantity: 2}, sidecars: [{name: proxy, image: p}]}
  executor: {}
  dynamicAllocation: {enabled: true, maxExecutors: 5}
  sparkConf: {spark.executor.memory: 3g}
`;
  const { code, stdout } = await predict(['--application', 'j.yaml', '--explain'], { files: { 'j.yaml': text } });
  expect(code).toBe(0);
  expect(stdout).toMatch(/^default\/tiny: Spark 4\.0\.5, submitted by Spark 4\.0\.4\n/);
  expect(stdout).toContain('cpu request      1 = spark.driver.cores (spark-operator 2.5.2)\n');
  expect(stdout).toContain('memory           1408Mi = 1024 heap + max(384, 0.1 × 1024) overhead\n');
  expect(stdout).toContain('memory limit     4Gi = spec.driver.memoryLimit\n');
  expect(stdout).toContain('nvidia.com/gpu   2 = spec.driver.gpu\n');
  expect(stdout).toContain('spark.driver.minMemoryOverhead 384m (default of Spark 4.0.4)\n');
  expect(stdout).toContain('pods             0..5 = dynamic allocation, 0 at the start\n');
  expect(stdout).toContain('spark.executor.memory 3g (spec.sparkConf)\n');
  const table = (await predict(['--application', 'j.yaml'], { files: { 'j.yaml': text } })).stdout;
  expect(table).toMatch(/beside Spark +proxy without requests +none\n/);
  expect(table).toMatch(/also needs +nvidia\.com\/gpu 2 +none\n/);
});

test('--spark-version says what the image really holds', async () => {
  const args = ['--application', 'j.yaml', '--spark-version', '4.1.4', '--submitter-version', '4.0.5', '--json'];
  const { stdout } = await predict(args, { files: { 'j.yaml': JOB } });
  const [{ driver, executors }] = JSON.parse(stdout);
  expect(driver.metadata.labels['spark-version']).toBe('4.0.5');
  expect(executors[0].pod.metadata.labels['spark-version']).toBe('4.1.4');
});

test('a run of a ScheduledSparkApplication', async () => {
  const spec = JOB.slice(JOB.indexOf('spec:\n') + 'spec:\n'.length).replaceAll(/^/gm, '  ');
  const text = `apiVersion: sparkoperator.k8s.io/v1beta2
kind: ScheduledSparkApplication
metadata: {name: nightly, namespace: data}
spec:
  schedule: "0 3 * * *"
  template:
${spec}`;
  const { code, stdout, stderr } = await predict(['--application', 'j.yaml', '--explain'], { files: { 'j.yaml': text } });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^data\/nightly: Spark 3\.5\.9/);
  expect(stdout).toContain('  name             nightly-<time>-driver');
  expect(stdout).toContain('namespace        data = spark.kubernetes.namespace (metadata.namespace)');
  expect(stdout).toContain('spark.driver.memory 2g (spec.template.driver.memory)');
});

test('YAML is read as Kubernetes reads it', async () => {
  const template =
    '{template: {spec: {containers: [{name: m}], volumes: [{name: v, configMap: {name: c, defaultMode: 0644}}]}}, labels: {at: 12:30:00}, ';
  const text = JOB.replace('driver: {', `driver: ${template}`);
  const { stdout } = await predict(['--application', 'j.yaml', '--json'], { files: { 'j.yaml': text } });
  const [{ driver }] = JSON.parse(stdout);
  const volume = driver.spec.volumes.find(({ name }: { name: string }) => name === 'v');
  // 0644 is octal; a time of day is a text.
  expect(volume.configMap.defaultMode).toBe(420);
  expect(driver.metadata.labels.at).toBe('12:30:00');
});

test('files of manifests need no option', async () => {
  const { code, stdout } = await predict(['a.yaml', '--application', 'b.txt', 'c.json'], {
    files: { 'a.yaml': other('a'), 'b.txt': other('b'), 'c.json': JSON.stringify(parse(other('c'))) },
  });
  expect(code).toBe(0);
  expect(stdout.match(/^data\/\w+/gm)).toEqual(['data/b', 'data/a', 'data/c']);
  expect((await predict(['a.yaml', '--conf', 'spark.a=b'])).stderr).toContain('--application and --conf exclude each other');
});

test.each([
  ['apiVersion: v1\nkind: List\n', JOB],
  ['apiVersion: sparkoperator.k8s.io/v1beta2\nkind: SparkApplicationList\n', JOB.replace(/^(apiVersion|kind).*\n/gm, '')],
])('a list (%j) is taken apart', async (head, item) => {
  const text = `${head}items:\n-${item.replaceAll(/^/gm, '  ').slice(1)}\n`;
  const { code, stdout } = await predict(['j.yaml'], { files: { 'j.yaml': text } });
  expect(code).toBe(0);
  expect(stdout).toMatch(/^data\/etl: /);
});

test('a key that stands twice is told, and the later one counts', async () => {
  const { code, stdout, stderr } = await predict(['j.yaml'], { files: { 'j.yaml': `${JOB}  image: late\n` } });
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr: `j.yaml:${JOB.split('\n').length}: has a key that stands above already: kubectl takes the last one\n    keep one of them\n`,
  });
  expect(stdout).toContain('image            late\n');
});

test.each([
  ['sparkoperator.k8s.io/v1alpha1', 'SparkConnect', 'is a SparkConnect, whose pods are not predicted'],
  ['sparkoperator.k8s.io/v1beta2', 'sparkApplication', "kind is 'sparkApplication', which the operator's API does not have"],
  ['sparkoperator.k8s.io/v1beta1', 'SparkApplication', "apiVersion is 'sparkoperator.k8s.io/v1beta1', which the operator's API"],
])('%s %s beside an application is told', async (apiVersion, kind, message) => {
  const text = `${JOB}---\napiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: c}\nspec: {}\n`;
  const { code, stdout, stderr } = await predict(['j.yaml'], { files: { 'j.yaml': text } });
  expect(code).toBe(1);
  expect(stdout).toMatch(/^data\/etl: /);
  expect(stderr).toMatch(/^j\.yaml, document 2/);
  expect(stderr).toContain(message);
});

test('every refusal has its own lines, unknown fields too', async () => {
  const text = JOB.replace('cores: 1, memory: 2g', 'memory: 2048, memroy: 1g, cores: "1"').replace('3.5.9\n', "'3.5'\n");
  const { code, stdout, stderr } = await predict(['j.yaml'], { files: { 'j.yaml': text } });
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(linesOf(stderr)).toEqual([
    'j.yaml, data/etl: spec.driver.memroy does not exist: kubectl apply refuses it, without validation it is lost',
    '    did you mean memory?',
    'j.yaml, data/etl: refused: spec.driver.memory is the number 2048, but has to be a text',
    "    write '2048', with quotes",
    "j.yaml, data/etl: refused: spec.driver.cores is the text '1', but has to be a whole number",
    '    write 1, without quotes',
    expect.stringContaining("refused: spec.sparkVersion is '3.5': write the exact release"),
    expect.stringContaining('write the release of the Spark in the image'),
  ]);
  const json = await predict(['j.yaml', '--json'], { files: { 'j.yaml': text } });
  expect(JSON.parse(json.stdout)[0].error).toMatch(/memory is the number 2048.*; spec\.driver\.cores .*; spec\.sparkVersion /);
});

test('fields of a ScheduledSparkApplication are named where they stand', async () => {
  const text = `apiVersion: sparkoperator.k8s.io/v1beta2
kind: ScheduledSparkApplication
metadata: {name: nightly}
spec: {schedule: "@daily", timezone: UTC, template: {type: Perl, sparkVersion: 3.5.9, driver: {cores: 0}}}
`;
  const { stderr } = await predict(['j.yaml'], { files: { 'j.yaml': text } });
  expect(linesOf(stderr).filter((line) => !line.startsWith(' '))).toEqual([
    'j.yaml, default/nightly: spec.timezone does not exist: kubectl apply refuses it, without validation it is lost',
    "j.yaml, default/nightly: refused: spec.template.type is 'Perl', which is none of Java, Python, Scala, R",
    'j.yaml, default/nightly: refused: spec.template.driver.cores is 0, the least is 1',
    'j.yaml, default/nightly: refused: spec.template.mainApplicationFile is missing',
  ]);
});

test('files that only an extended image of the operator finds are told', async () => {
  const deps = '  deps: {jars: ["local:///a.jar", "s3a://b/c.jar"], files: ["hdfs://nn/f"], pyFiles: ["https://h/x.py"]}\n';
  const { code, stdout, stderr } = await predict(['j.yaml'], { files: { 'j.yaml': JOB + deps } });
  expect(code).toBe(1);
  expect(stdout).toMatch(/^data\/etl: /);
  expect(linesOf(stderr).filter((line) => !line.startsWith(' '))).toEqual([
    expect.stringMatching(/data\/etl: spec\.deps\.jars: names files in s3a, .* no file system for s3a$/),
    expect.stringMatching(/data\/etl: spec\.deps\.files: names files in hdfs, .* has to reach them$/),
  ]);
});
