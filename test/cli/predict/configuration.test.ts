import { linesOf, predict } from './call';

const CONF = `# nightly
spark.app.name                            Nightly ETL
spark.kubernetes.namespace                data
spark.kubernetes.container.image          r.example.com/spark:3.5.9
spark.kubernetes.authenticate.driver.serviceAccountName  spark
spark.driver.memory                       4g
spark.executor.memory                     2g
spark.kubernetes.executor.request.cores   500m
spark.kubernetes.executor.limit.cores     2
spark.executor.instances                  3
`;
const files = { 'etl.conf': CONF };
const ETL = ['--spark-version', '3.5.9', '--conf', 'etl.conf'];

// 4096 + max(384, 409.6) and 2048 + max(384, 204.8).
test('the table', async () => {
  const { code, stdout, stderr } = await predict(ETL, { files });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toBe(`Spark 3.5.9
  role             driver                      executor
  pods             1                           3
  name             nightly-etl-<id>-driver     nightly-etl-<id>-exec-<n>
  cpu              1, limit none               500m, limit 2
  memory           4505Mi                      2432Mi
                   = 4096 heap + 409 overhead  = 2048 heap + 384 overhead
  total            4 pods, cpu 2500m, memory 11801Mi
  namespace        data
  image            r.example.com/spark:3.5.9
  service account  spark
`);
});

test('where everything comes from', async () => {
  const { code, stdout, stderr } = await predict([...ETL, '--conf', 'spark.executor.instances=4', '--explain'], { files });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toBe(`Spark 3.5.9
driver
  name             nightly-etl-<id>-driver = the name of the application and an id that Spark draws
                     spark.app.name Nightly ETL (etl.conf:2)
  namespace        data = spark.kubernetes.namespace (etl.conf:3)
  cpu request      1 = spark.driver.cores (default of Spark 3.5.9)
  cpu limit        none = spark.kubernetes.driver.limit.cores is not set
  memory           4505Mi = 4096 heap + max(384, floor(0.1 × 4096)) overhead
                     spark.driver.memory 4g (etl.conf:6)
                     least overhead 384 (fixed in Spark 3.5.9)
                     spark.kubernetes.memoryOverheadFactor 0.1 (default of Spark 3.5.9)
  image            r.example.com/spark:3.5.9 = spark.kubernetes.container.image (etl.conf:4)
  service account  spark = spark.kubernetes.authenticate.driver.serviceAccountName (etl.conf:5)
  creates          Service nightly-etl-<id>-driver-svc, ConfigMap spark-drv-<id>-conf-map
executor
  pods             4 = spark.executor.instances (--conf)
  name             nightly-etl-<id>-exec-<n> = the name of the application and an id that Spark draws
                     spark.app.name Nightly ETL (etl.conf:2)
  namespace        data = spark.kubernetes.namespace (etl.conf:3)
  cpu request      500m = spark.kubernetes.executor.request.cores (etl.conf:8)
  cpu limit        2 = spark.kubernetes.executor.limit.cores (etl.conf:9)
  memory           2432Mi = 2048 heap + max(384, 0.1 × 2048) overhead
                     spark.executor.memory 2g (etl.conf:7)
                     least overhead 384 (fixed in Spark 3.5.9)
                     spark.kubernetes.memoryOverheadFactor 0.1 (default of Spark 3.5.9)
  image            r.example.com/spark:3.5.9 = spark.kubernetes.container.image (etl.conf:4)
  service account  spark = spark.kubernetes.authenticate.driver.serviceAccountName (etl.conf:5)
all
  pods             5 = 1 driver + 4 executors
  cpu              3 = 1 + 4 × 500m
  memory           14233Mi = 4505Mi + 4 × 2432Mi
`);
});

test('--json with --explain has both', async () => {
  const { stdout } = await predict([...ETL, '--json', '--explain'], { files });
  const { driver, explanation } = JSON.parse(stdout);
  expect(driver.kind).toBe('Pod');
  expect(explanation).toContainEqual({
    role: 'executor',
    what: 'cpu request',
    value: '500m',
    sources: [{ key: 'spark.kubernetes.executor.request.cores', value: '500m', from: 'etl.conf:8' }],
  });
});

test('Python programs get 0.4 of the heap beside it, whichever Spark submits', async () => {
  const image = ['--conf', 'spark.kubernetes.container.image=i'];
  for (const version of ['3.5.9', '4.0.5', '4.1.4', '4.2.1']) {
    const { stdout } = await predict(['--spark-version', version, ...image, '--python', '--json']);
    const { driver, executors } = JSON.parse(stdout);
    // 1024 + 409.6
    expect(driver.spec.containers[0].resources.requests.memory).toBe('1433Mi');
    expect(executors[0].pod.spec.containers[0].resources.limits.memory).toBe('1433Mi');
  }
});

test('what Kyuubi reads is checked and left out', async () => {
  const { code, stdout, stderr } = await predict(['--spark-version', '3.5.9', '--conf', 'k.conf', '--json'], {
    files: {
      'k.conf': `${CONF}kyuubi.engine.share.levl USER
kyuubi.session.engine.idle.timeout 30m
___bob___.spark.executor.memory 8g
___bob___.spark.executor.memry 8g
fs.s3a.endpoint x
kyuubi.engine.type SPARK_SQL
`,
    },
  });
  expect(code).toBe(1);
  const { driverProperties } = JSON.parse(stdout);
  expect(driverProperties['spark.executor.memory']).toBe('2g');
  expect(Object.keys(driverProperties).filter((key) => /kyuubi|bob|^fs/.test(key))).toEqual([]);
  expect(linesOf(stderr)).toEqual([
    'k.conf:11: kyuubi.engine.share.levl is not a key of Spark, Kyuubi, Iceberg or S3A',
    expect.stringContaining('kyuubi.engine.share.level'),
    "k.conf:12: kyuubi.session.engine.idle.timeout is '30m', but Kyuubi reads an ISO 8601 duration, or milliseconds",
    "    write 'PT30M'",
    expect.stringContaining('k.conf:14: ___bob___.spark.executor.memry'),
    expect.any(String),
    'k.conf:15: fs.s3a.endpoint is not read from here: Spark takes only keys that begin with spark.',
    '    write spark.hadoop.fs.s3a.endpoint',
  ]);
});

test('all parts of the memory, and their sources', async () => {
  const args = ['--spark-version', '4.1.4', '--python', '--explain', '--conf', 'm.conf'];
  const { code, stdout } = await predict(args, {
    files: {
      'm.conf': `spark.kubernetes.container.image i
spark.driver.memory 2g
spark.driver.memoryOverhead 512
spark.executor.memory 1g
spark.executor.minMemoryOverhead 1g
spark.executor.memoryOverheadFactor 0.2
spark.executor.pyspark.memory 300m
spark.memory.offHeap.enabled true
spark.memory.offHeap.size 268435456
`,
    },
  });
  expect(code).toBe(0);
  // 2048 + 512; 1024 + max(1024, 0.2 × 1024) + 256 + 300
  expect(stdout).toContain(`  memory           2560Mi = 2048 heap + 512 overhead
                     spark.driver.memory 2g (m.conf:2)
                     spark.driver.memoryOverhead 512 (m.conf:3)
`);
  expect(stdout).toContain(`  memory           2604Mi = 1024 heap + max(1024, 0.2 × 1024) overhead + 256 off-heap + 300 python
                     spark.executor.memory 1g (m.conf:4)
                     spark.executor.minMemoryOverhead 1g (m.conf:5)
                     spark.executor.memoryOverheadFactor 0.2 (m.conf:6)
                     spark.memory.offHeap.size 268435456 (m.conf:9)
                     spark.executor.pyspark.memory 300m (m.conf:7)
`);
});

test.each<[string, string, string]>([
  ['2 when nobody says it', '', '2 = spark.executor.instances (default of Spark 3.5.9)'],
  ['a fixed one', 'spark.executor.instances 7\n', '7 = spark.executor.instances (d.conf:2)'],
  [
    'dynamic allocation',
    'spark.dynamicAllocation.enabled true\nspark.dynamicAllocation.minExecutors 1\nspark.dynamicAllocation.maxExecutors 10\nspark.executor.instances 4\n',
    `1..10 = dynamic allocation, 4 at the start
                     spark.dynamicAllocation.enabled true (d.conf:2)
                     spark.dynamicAllocation.minExecutors 1 (d.conf:3)
                     spark.dynamicAllocation.maxExecutors 10 (d.conf:4)
                     spark.executor.instances 4 (d.conf:5)`,
  ],
  ['without an end', 'spark.dynamicAllocation.enabled true\n', '0..unlimited = dynamic allocation, 0 at the start\n'],
])('the number of executors: %s', async (_what, settings, text) => {
  const files = { 'd.conf': `spark.kubernetes.container.image i\n${settings}` };
  const { stdout } = await predict(['--spark-version', '3.5.9', '--conf', 'd.conf', '--explain'], { files });
  expect(stdout).toContain(`  pods             ${text}`);
});

test('claims that executors bring along', async () => {
  const claim = 'spark.kubernetes.executor.volumes.persistentVolumeClaim.spark-local-dir-1';
  const settings = ['options.claimName=OnDemand', 'options.sizeLimit=20Gi', 'options.storageClass=fast', 'mount.path=/scratch'];
  const args = ['spark.kubernetes.container.image=i', ...settings.map((text) => `${claim}.${text}`)].flatMap((text) => [
    '--conf',
    text,
  ]);
  const { stdout } = await predict(['--spark-version', '3.5.9', ...args, '--explain']);
  expect(stdout).toContain('  creates          PersistentVolumeClaim main-<id>-exec-<n>-pvc-0 of 20Gi\n');
});

test('of several files and settings the later win', async () => {
  const files = {
    'a.conf': 'spark.driver.memory 1g\nspark.kubernetes.container.image a\n',
    'b.conf': 'spark.driver.memory 2g\n',
  };
  const args = [
    '--spark-version',
    '3.5.9',
    '--conf',
    'spark.kubernetes.container.image=o',
    '--conf',
    'a.conf',
    '--conf',
    'b.conf',
  ];
  const { stdout } = await predict([...args, '--explain'], { files });
  expect(stdout).toContain('spark.driver.memory 2g (b.conf:1)');
  expect(stdout).toContain('image            o = spark.kubernetes.container.image (--conf)');
});

test('a path may hold an equals sign, and a file begin with a byte order mark', async () => {
  const files = { './env=dev.conf': '\uFEFFspark.kubernetes.container.image i\n' };
  const { code, stdout } = await predict(['--spark-version', '3.5.9', '--conf', './env=dev.conf', '--explain'], { files });
  expect(code).toBe(0);
  expect(stdout).toContain('i = spark.kubernetes.container.image (./env=dev.conf:1)');
});

test.each<[string, string, string, string]>([
  ['YAML', 'spark:\n  executor:\n    memory: 2g\n', 'holds YAML', 'write whole keys'],
  ['a ConfigMap', 'apiVersion: v1\nkind: ConfigMap\ndata:\n  a: |\n    b\n', 'holds a ConfigMap', 'the file that the ConfigMap'],
  [
    'an application',
    'apiVersion: x/v1\nkind: SparkApplication\n',
    'holds a SparkApplication',
    'give it to predict with --application',
  ],
  ['a pod template', 'apiVersion: v1\r\nkind: Pod\r\n', 'holds a Pod', '--driver-template'],
])('%s is no file of settings', async (_what, text, message, fix) => {
  const args = ['--spark-version', '3.5.9', '--conf', 'spark.kubernetes.container.image=i', '--conf', 'c', '--conf', 'spark.x=1'];
  const { code, stdout, stderr } = await predict(args, { files: { c: text } });
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  const [unknown, , refused, advice] = linesOf(stderr);
  expect(unknown).toContain('spark.x is not a key');
  expect(refused).toMatch(new RegExp(`^c: refused: ${message}, but settings are read from properties`));
  expect(advice).toContain(fix);
});

test('what other formats have around settings', async () => {
  const files = {
    c: '"spark.sql.ansi.enabled": true\nspark.executor.instances 4 # pods\nspark.kubernetes.container.image: i\nspark.executor.memory: "2g"\nspark.executor.cores: \'2\'\n',
  };
  const { code, stderr } = await predict(['--spark-version', '3.5.9', '--conf', 'c'], { files });
  expect(code).toBe(1);
  expect(stderr).toContain('    write 2g, without quotes\n');
  expect(stderr).toContain('    write 2, without quotes\n');
  expect(stderr).toContain('c:1: "spark.sql.ansi.enabled" is read with its quotes\n    write spark.sql.ansi.enabled, without');
  expect(stderr).toContain("c:2: spark.executor.instances is '4 # pods': a # behind a value begins no comment\n");
  expect(stderr).toContain('    write the comment above spark.executor.instances 4\n');
});

test("keys of one's own", async () => {
  const keys = ['spark.acme.lineage=x', 'spark.acme.url=y', 'spark.acmes=z', 'spark.driver.podNamePrefix=p'];
  const args = [
    '--spark-version',
    '3.5.9',
    ...['spark.kubernetes.container.image=i', ...keys].flatMap((text) => ['--conf', text]),
  ];
  const told = async (...allowed: readonly string[]) =>
    linesOf((await predict([...args, ...allowed.flatMap((key) => ['--allow', key])])).stderr);
  expect(await told()).toHaveLength(8);
  expect((await told())[1]).toContain(' for a key of your own give --allow spark.acme.lineage');
  expect(await told('spark.acme.lineage')).toHaveLength(6);
  expect(await told('spark.acme.')).toHaveLength(4);
  expect(await told('spark.acme')).toHaveLength(8);
});

test('the master of the settings reaches the driver', async () => {
  const args = ['--spark-version', '3.5.9', '--conf', 'spark.kubernetes.container.image=i', '--json'];
  const masterOf = async (more: readonly string[]) =>
    JSON.parse((await predict([...args, ...more])).stdout).driverProperties['spark.master'];
  expect(await masterOf([])).toBe('k8s://https://kubernetes.default.svc:443');
  expect(await masterOf(['--conf', 'spark.master=k8s://https://10.0.0.1:6443'])).toBe('k8s://https://10.0.0.1:6443');
});

test('what Spark refuses', async () => {
  const args = ['--spark-version', '3.5.9', '--conf', 'spark.driver.memory=2g'];
  const text = await predict(args);
  expect({ code: text.code, stdout: text.stdout }).toEqual({ code: 1, stdout: '' });
  expect(text.stderr).toMatch(/^Spark 3\.5\.9: refused: .*image/);
  const json = await predict([...args, '--json']);
  expect(json.code).toBe(1);
  expect(JSON.parse(json.stdout)).toEqual({ error: expect.stringContaining('image'), errorAt: 'driver' });
});

test('the submitter builds the driver, the application the executors', async () => {
  const args = ['--spark-version', '3.5.9', '--submitter-version', '4.0.4', '--conf', 'spark.kubernetes.container.image=i'];
  const { stdout } = await predict([...args, '--json']);
  const { driver, executors } = JSON.parse(stdout);
  expect(driver.metadata.labels['spark-version']).toBe('4.0.4');
  expect(executors[0].pod.metadata.labels['spark-version']).toBe('3.5.9');
  expect((await predict(args)).stdout).toMatch(/^Spark 3\.5\.9, submitted by Spark 4\.0\.4\n/);
});

test('settings that lead away from pods are told', async () => {
  const settings = ['spark.master=yarn', 'spark.submit.deployMode=client', 'spark.kubernetes.container.image=i'];
  const { code, stdout, stderr } = await predict(['--spark-version', '3.5.9', ...settings.flatMap((text) => ['--conf', text])]);
  expect(code).toBe(1);
  expect(stdout).toContain('1408Mi');
  expect(stderr).toContain("--conf: spark.master is 'yarn', but only k8s:// makes pods");
  expect(stderr).toContain("--conf: spark.submit.deployMode is 'client'");
});

test('--user says who submits', async () => {
  const args = ['--spark-version', '3.5.9', '--conf', 'spark.kubernetes.container.image=i', '--json'];
  const user = async (more: readonly string[]) =>
    JSON.parse((await predict([...args, ...more])).stdout).driver.spec.containers[0].env.find(
      ({ name }: { name: string }) => name === 'SPARK_USER',
    ).value;
  expect(await user([])).toBe('ann');
  expect(await user(['--user', 'bob'])).toBe('bob');
});

test('roles stand below each other when they do not fit beside', async () => {
  const image = `registry.example.com/${'very-'.repeat(16)}long`;
  const args = ['--spark-version', '3.5.9', '--conf', `spark.kubernetes.driver.container.image=${image}`];
  const { stdout } = await predict([...args, '--conf', 'spark.kubernetes.executor.container.image=i']);
  expect(linesOf(stdout).filter((line) => line.startsWith('  role'))).toEqual([
    '  role             driver',
    '  role             executor',
  ]);
  expect(stdout).toContain(`  image            ${image}\n`);
  expect(stdout).toContain('  image            i\n');
});

const KYUUBI = ['--spark-version', '3.5.9', '--conf', 'kyuubi-defaults.conf'];

test('settings of which half do not exist: all of it is told at once', async () => {
  const { code, stdout, stderr } = await predict(KYUUBI);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  const told = linesOf(stderr).filter((line) => !line.startsWith(' '));
  expect(told).toEqual([
    "kyuubi-defaults.conf:11: spark.driver.cores is '0.5', but Spark reads an integer",
    "kyuubi-defaults.conf:14: spark.executor.cores is '0.5', but Spark reads an integer",
    expect.stringContaining(
      'kyuubi-defaults.conf:17: spark.kubernetes.driver.podTemplatesFile does not exist in any Spark version',
    ),
    expect.stringContaining('kyuubi-defaults.conf:18: spark.kubernetes.executor.podTemplatesFile does not exist'),
    'kyuubi-defaults.conf:19: spark.kubernetes.driver.podNamePrefix does not exist in any Spark version',
    'Spark 3.5.9: refused: spark.driver.cores is 0.5',
  ]);
});

test('the same with whole cores: what Spark ignores is told, and the pods are predicted', async () => {
  const roles = ['driver', 'executor'].flatMap((role) => [
    `spark.${role}.cores=1`,
    `spark.kubernetes.${role}.request.cores=500m`,
  ]);
  const { code, stdout, stderr } = await predict([...KYUUBI, ...roles.flatMap((text) => ['--conf', text])]);
  expect(code).toBe(1);
  expect(linesOf(stderr).filter((line) => !line.startsWith(' '))).toHaveLength(3);
  expect(stdout).toBe(`Spark 3.5.9
  role             driver                      executor
  pods             1                           2
  name             main-<id>-driver            dbt-spark-exec-<n>
  cpu              500m, limit none            500m, limit none
  memory           1408Mi                      1408Mi
                   = 1024 heap + 384 overhead  = 1024 heap + 384 overhead
  total            3 pods, cpu 1500m, memory 4224Mi
  namespace        kyuubi
  image            registry.example.com/spark-engine-iceberg:3.5.9-1.12.0
  service account  kyuubi-sa
`);
});
