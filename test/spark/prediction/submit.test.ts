import { type Submission, submit } from '../../../src/spark/prediction';
import { writeProperties } from '../../../src/spark/prediction/java/properties';

const MASTER = ['--master', 'k8s://https://host:6443', '--deploy-mode=cluster'];
const submitted = (args: readonly string[], file?: string): Submission =>
  submit([...MASTER, ...args], { version: '4.0.5', readFile: () => (file === undefined ? undefined : Buffer.from(file)) });

test('options win over --conf, --conf over the properties file', () => {
  const file = 'spark.driver.memory = 1g \nspark.executor.memory 2g\nspark.executor.cores: 2\nother.key=x\n';
  const args = ['--properties-file', 'f', '--conf', 'spark.executor.memory=3g', '-c', 'spark.driver.cores=1', '--driver-cores=4'];
  const { conf, mainClass } = submitted([...args, '--class', 'a.B', 'local:///a.jar'], file);
  expect(mainClass).toBe('a.B');
  expect(Object.fromEntries(conf)).toEqual({
    'spark.master': 'k8s://https://host:6443',
    'spark.submit.deployMode': 'cluster',
    'spark.app.name': 'a.B',
    'spark.app.submitTime': '0000000000000',
    'spark.driver.memory': '1g',
    'spark.driver.cores': '4',
    'spark.executor.memory': '3g',
    'spark.executor.cores': '2',
    'spark.jars': 'local:///a.jar',
    'spark.submit.pyFiles': '',
  });
});

test("the application's own arguments are left alone", () => {
  const {
    arguments: own,
    mainResource,
    proxyUser,
  } = submitted(['--proxy-user', 'bob', 'local:///x/job.py', '--name', 'y', '--z']);
  expect([own, mainResource, proxyUser]).toEqual([['--name', 'y', '--z'], { kind: 'python', file: 'local:///x/job.py' }, 'bob']);
});

test.each([
  ['local:///x/my job.R', 'r', 'my job.R'],
  ['local:///x/job.py', 'python', 'job.py'],
])('without a name %s is called by its file', (file, kind, name) => {
  const { conf, mainResource } = submitted([file]);
  expect([mainResource.kind, conf.get('spark.app.name')]).toEqual([kind, name.replace(' ', '%20')]);
});

test.each([
  [[...MASTER], /no application is given/],
  [['--master', 'yarn', '--deploy-mode', 'cluster', 'local:///a.py'], /the master is yarn/],
  [['--master', 'k8s://h', 'local:///a.py'], /the deploy mode is client/],
  [[...MASTER, '--conf', 'spark.x', 'local:///a.py'], /--conf spark\.x has no value/],
  [[...MASTER, '--name'], /the option --name has no value/],
  [[...MASTER, '--properties-file', 'f', 'local:///a.py'], /no properties file f/],
  [[...MASTER, '--num-executors', '0', 'local:///a.py'], /spark\.executor\.instances is 0/],
  [[...MASTER, '--files', 'a{b', 'local:///a.py'], /spark\.files names \/a\{b, with a \{ that is not closed/],
  [[...MASTER, '--conf', 'spark.jars=x[1].jar', 'local:///a.py'], /spark\.jars names \/x\[1\]\.jar/],
  [[...MASTER, '--files', '/a:b', 'local:///a.py'], /spark\.files names \/a:b, with a : in it/],
  [[...MASTER, '--packages', 'a:b', 'local:///a.py'], /spark\.jars\.packages names a:b\n.*<group>:<artifact>:<version>/],
  [[...MASTER, '--packages', 'a:b:c', '--exclude-packages', 'd', 'local:///a.py'], /spark\.jars\.excludes names d\n/],
  [[...MASTER, '--conf', 'spark.jars.ivy=x', 'local:///a.py'], /spark\.jars\.ivy is x\n.*absolute path/],
  [[...MASTER, '--conf', 'spark.jars.ivySettings=/x', 'local:///a.py'], /spark\.jars\.ivySettings is \/x/],
  [[...MASTER, '--conf', 'spark.buffer.size=64k', 'local:///a.py'], /spark\.buffer\.size is 64k/],
  [[...MASTER, '--proxy-user', 'u', '--principal', 'p', 'local:///a.py'], /keep --proxy-user or --principal/],
])('spark-submit refuses %j', (args, message) => {
  expect(() => submit(args, { version: '4.0.5' })).toThrow(message);
});

test("relative paths are those of spark-submit's working directory", () => {
  const args = [...MASTER, '--files', 'a.txt#b,/c', '--conf', 'spark.yarn.dist.jars=d', '../job.py'];
  const { conf, mainResource } = submit(args, { version: '4.0.5', folder: '/home/me' });
  expect(conf.get('spark.files')).toBe('file:/home/me/a.txt#b,file:/c');
  expect(conf.get('spark.yarn.dist.jars')).toBe('file:/home/me/d');
  expect(mainResource.file).toBe('file:/home/job.py');
});

test('a properties file with a bad escape is refused', () => {
  const args = ['--properties-file', 'f', 'local:///a.py'];
  expect(() => submitted(args, 'spark.a \\u12')).toThrow(/has a \\u without four hexadecimal digits/);
  expect(submitted(args, '# \\u12\nspark.a \\\\u12').conf.get('spark.a')).toBe('\\u12');
});

test('properties are written as java.util.Properties writes them', () => {
  const properties = new Map([
    ['ü\\', 'line\nline\ttab\r\f'],
    ['a b', ' x = y : z # ! '],
  ]);
  expect(writeProperties(properties, 'comment').split('\n')).toEqual([
    '#comment',
    '#Thu Jan 01 00:00:00 UTC 1970',
    String.raw`ü\\=line\nline\ttab\r\f`,
    String.raw`a\ b=\ x \= y \: z \# \! `,
    '',
  ]);
});
