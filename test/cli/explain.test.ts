import { run } from '../../src/cli/main';

function call(args: readonly string[], files: { readonly [path: string]: string } = {}) {
  const out = { stdout: '', stderr: '' };
  const code = run(args, {
    stdout: (text) => {
      out.stdout += text;
    },
    stderr: (text) => {
      out.stderr += text;
    },
    readFile: (path) => {
      if (!Object.hasOwn(files, path)) throw new Error(`no such file: ${path}`);
      return files[path] as string;
    },
  });
  return { code, ...out };
}

test('a known key is explained', () => {
  const { code, stdout, stderr } = call(['explain', 'spark.executor.memory', '--spark-version', '4.0']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain('a key of Spark 4.0');
  expect(stdout).toContain('bytes, a bare number counts MiB');
  expect(stdout).toContain('3.5, 4.0, 4.1, 4.2');
});

test('a misspelt key is a finding, with what was meant', () => {
  const { code, stdout } = call(['explain', 'spark.sql.shufle.partitions', '--json']);
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject([
    { verdict: 'unknown', nearest: expect.arrayContaining(['spark.sql.shuffle.partitions']) },
  ]);
});

test('what changes between versions, for the keys that a file uses', () => {
  const files = { 'a.conf': 'spark.mesos.coarse true\nspark.executor.memory=2g\n' };
  const used = call(['explain', '--from', '3.5', '--to', '4.1', 'a.conf'], files);
  expect(used.code).toBe(1);
  expect(used.stdout).toContain('gone (1)\n  spark.mesos.coarse\n');
  const all = JSON.parse(call(['explain', '--from', '3.5', '--to', '4.1', 'a.conf', '--all', '--json'], files).stdout);
  expect(all.gone.length).toBeGreaterThan(1);
  // The default turned with Spark 4.0.
  expect(all.defaults).toContainEqual({ key: 'spark.sql.ansi.enabled', from: 'false', to: 'true' });
});

test.each([
  [[], 'no command'],
  [['explode'], "'explode' is no command"],
  [['explain'], 'no key'],
  [['explain', '--wrong'], 'wrong'],
  [['explain', 'a', '--spark-version', '2.4'], "--spark-version is '2.4'"],
  [['explain', '--from', '3.5'], 'belong together'],
  [['explain', 'a', '--json', '--spark-version', '3.5', '--spark-version', '4.0'], '--spark-version is given 2 times'],
  [['explain', '--from', '2.4', '--to', '9.0'], "no known version is '2.4' or '9.0'"],
  [['explain', '--from', '3.5', '--to', '1.12'], 'two engines'],
  [['explain', '--from', '3.5', '--to', '4.1', 'missing.conf'], "'missing.conf' cannot be read"],
])('%j is wrong usage', (args, message) => {
  const { code, stdout, stderr } = call(args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(message);
  expect(stderr).not.toMatch(/\n\s+at /);
});

test('YAML is no configuration in which nothing changes', () => {
  const { code, stdout, stderr } = call(['explain', '--from', '3.5', '--to', '4.1', 'a.yaml'], {
    'a.yaml': 'spark:\n  mesos: x:1\n',
  });
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain("'a.yaml' holds YAML, but settings are read from properties");
});

test('a configuration that stays as it is', () => {
  const { code, stdout } = call(['explain', '--from', '3.5', '--to', '4.1', 'a.conf'], { 'a.conf': 'spark.executor.cores 2\n' });
  expect({ code, stdout }).toEqual({ code: 0, stdout: 'Spark 3.5 → 4.1: nothing changes for the keys in use\n' });
});

test('everything that is wrong is told at once', () => {
  const { stderr } = call(['explain', '--from', '3.5', '--al', '--kyuubi-version', '1.2', 'one.conf', 'two.conf']);
  expect(stderr.split('\n\n')[0]?.split('\n')).toEqual([
    '--al is no option of explain, did you mean --all?',
    "--kyuubi-version is '1.2', known are 1.10, 1.11, 1.12",
    '--spark-version and --kyuubi-version belong to a key, not to --from and --to',
    '--from and --to belong together',
    "'one.conf' cannot be read: no such file: one.conf",
    "'two.conf' cannot be read: no such file: two.conf",
  ]);
});

test('help is no mistake', () => {
  expect(call(['--help']).code).toBe(0);
  expect(call(['explain', '--help']).stdout).toContain('--kyuubi-version');
});

test.each([
  ['spark.hadoop.fs.s3a.endpoint', "a key of Hadoop's S3A", 'only when an application is launched'],
  ['spark.sql.iceberg.vectorization.enabled', 'a key of Iceberg for Spark sessions', 'at the launch or by a session'],
  ['warehouse', 'a property of Iceberg catalogs: in Spark spark.sql.catalog.<catalog>.<property>', ''],
  ['write.target-file-size-bytes', 'a property of Iceberg tables', ''],
  ['kyuubi.frontend.protocols', 'a key of Kyuubi 1.12', 'only by the server (kyuubi-defaults.conf)'],
  ['spark.kubernetes.driver.podTemplateFile', 'the Spark of spark-submit, which makes the driver', 'only when'],
  ['spark.driver.memory', 'the Spark of spark-submit and that of the application', 'greater than 0'],
  ['spark.memory.storageFraction', 'a key of Spark 4.2', '0 or more and less than 1'],
  ['spark.sql.catalog.lakehouse.uri', 'one of the keys spark.sql.catalog.<catalog>.<property>', 'by a session'],
])('%s is explained as what it is', (key, what, more) => {
  const { code, stdout } = call(['explain', key]);
  expect(code).toBe(0);
  expect(stdout).toContain(what);
  expect(stdout).toContain(more);
});
