import { predict } from './call';

const conf = { 'a.conf': 'spark.executor.memory 2g\n', 'utf16.conf': '\uFFFD\uFFFDs\0p\0' };
const dir = (): never => {
  throw Object.assign(new Error('EISDIR: illegal operation on a directory, read'), { code: 'EISDIR' });
};
const folder = Object.defineProperty({}, 'folder', { get: dir, enumerable: true }) as { readonly [path: string]: string };

test.each<[readonly string[], readonly string[]]>([
  [[], ['nothing to predict']],
  [
    ['--conf', 'a.conf'],
    ['--spark-version is missing', '3.5, 4.0, 4.1, 4.2'],
  ],
  [
    ['--spark-version', '2.4.8', '--conf', 'a.conf'],
    ["--spark-version is '2.4.8'", '3.5, 4.0, 4.1, 4.2'],
  ],
  [['--spark-version', '3.5', '--conf', 'a.conf'], ["--spark-version is '3.5': write the exact release"]],
  [['--spark-version', 'v3.5.9', '--conf', 'a.conf'], ["write '3.5.9'"]],
  [['--spark-version', '3.5.9', '--submitter-version', '5.0.0', '--conf', 'a.conf'], ["--submitter-version is '5.0.0'"]],
  [['--spark-version', '3.5.9', '--kyuubi-version', '1.2', '--conf', 'a.conf'], ['1.10, 1.11, 1.12']],
  [['--spark-version', '3.5.9', '--conf'], ['--conf needs a value']],
  [['--spark-version', '3.5.9', '--conf', '--json'], ['--conf needs a value']],
  [['--json=yes', '--spark-version', '3.5.9', '--conf', 'a.conf'], ['--json takes no value']],
  [['--sparkversion', '3.5.9', '--conf', 'a.conf'], ['--sparkversion is no option of predict, did you mean --spark-version?']],
  [
    ['a.conf', '--spark-version', '3.5.9'],
    ["'a.conf' belongs to no option", 'nothing to predict'],
  ],
  [['--application', 'a.yaml', '--conf', 'a.conf', '--python'], ['--application and --conf, --python exclude each other']],
  [['--batch', '--json', '--application', 'x'], ['without --application, --json']],
  [['--spark-version', '3.5.9', '--spark-version', '4.0.4'], ['--spark-version is given 2 times (3.5.9, 4.0.4), but only one']],
  [['-conf', 'a.conf'], ['-conf is no option of predict, did you mean --conf?']],
  [['-c', 'a.conf'], ['-c is no option of predict\n']],
  [
    ['--conf', 'spark.x 2g', '--spark-version', '3.5.9'],
    ["'spark.x 2g' cannot be read", 'give it as --conf spark.x=2g'],
  ],
  [['--conf', 'utf16.conf', '--spark-version', '3.5.9'], ["'utf16.conf' cannot be read: it is UTF-16 or no text at all"]],
  [['--python', '--r', '--spark-version', '3.5.9', '--conf', 'a.conf'], ['--python and --r exclude each other']],
])('%j is wrong usage', async (args, messages) => {
  const { code, stdout, stderr } = await predict(args, { files: conf });
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  for (const message of messages) expect(stderr).toContain(message);
  expect(stderr).toContain('usage: spark-platform predict');
  expect(stderr).not.toMatch(/\n\s+at /);
});

test('everything that is wrong is told at once', async () => {
  const { stderr } = await predict(['--wrong', '-conf', '--spark-version', '1.0.0', '--kyuubi-version', '9', 'stray']);
  const [told] = stderr.split('\n\n');
  expect(told?.split('\n')).toEqual([
    '--wrong is no option of predict',
    '-conf is no option of predict, did you mean --conf?',
    "'stray' belongs to no option, files are given as --conf stray or --application stray",
    'nothing to predict: give --conf <file>, --conf <key>=<value>, --application <file> or --batch',
    "--spark-version is '1.0.0': known are the releases of 3.5, 4.0, 4.1, 4.2",
    "--kyuubi-version is '9', known are 1.10, 1.11, 1.12",
  ]);
});

test('every file that cannot be read is told at once, with all else that is wrong', async () => {
  const args = [
    '--submitter-version',
    '9.0.0',
    '--conf',
    'missing.conf',
    '--conf',
    'folder',
    '--driver-template',
    'missing.yaml',
  ];
  const { code, stdout, stderr } = await predict(args, { files: folder });
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain('--spark-version is missing');
  expect(stderr).toContain("--submitter-version is '9.0.0'");
  expect(stderr).toContain("'missing.conf' cannot be read: no such file\n");
  expect(stderr).toContain("'folder' cannot be read: it is a directory, not a file\n");
  expect(stderr).toContain("'missing.yaml' cannot be read: no such file\n");
});

test('help is no mistake', async () => {
  const { code, stdout, stderr } = await predict(['--help', '--wrong']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain('SPARK_USER');
});
