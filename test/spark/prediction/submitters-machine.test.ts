import { submit } from '../../../src/spark/prediction';
import { isUri, rebuiltUri, resolveUri, schemeOf } from '../../../src/spark/prediction/java/uri';

const FOLDERS: Readonly<Record<string, readonly string[]>> = {
  '/': ['opt/'],
  '/opt': ['jars/', 'note.txt'],
  '/opt/jars': ['b.jar', 'a b.jar', 'a.jar', 'a.txt', 'more/'],
};

/** What spark-submit makes of the value of spark.files. */
const files = (value: string): string | undefined =>
  submit(
    ['--master', 'k8s://h', '--deploy-mode', 'cluster', '--conf', `spark.files=${value}`, '--class', 'a.B', 'local:///a.jar'],
    { version: '4.1.4', listFolder: (path) => FOLDERS[path] },
  ).conf.get('spark.files');

test.each([
  ['/opt/jars/*.jar', 'file:/opt/jars/a%20b.jar,file:/opt/jars/a.jar,file:/opt/jars/b.jar'],
  ['/opt/j*/{a}.jar,local:///x', 'file:/opt/jars/a.jar,local:///x'],
  ['/opt/jars/a.j*#name', 'file:/opt/jars/a.jar#name'],
  ['/opt/jars/?.jar', ''],
  ['/opt/jars', ''],
  ['/opt/*.none,/opt/note.txt/*', ''],
  ['/opt/jars/a\\.jar', 'file:/opt/jars/a.jar'],
  ['/opt/none.txt', 'file:/opt/none.txt'],
  ['https://h/*.jar', 'https://h/*.jar'],
])('%s', (value, expected) => {
  expect(files(value)).toBe(expected);
});

test.each([
  ['/opt/jars/*.jar#name', '3 files match'],
  ['/opt/a:b', 'with a : in it'],
  ['/opt/{a', 'a { that is not closed'],
  ['/opt/[a]', '[ and ] may not stand in a path'],
  ['LOCAL:///a', 'there is no file system LOCAL'],
])('%s is refused', (value, problem) => {
  expect(() => files(value)).toThrow(problem);
});

test('what Java reads as a URI', () => {
  const texts = [
    'local:/a?b#c',
    'https://[::1]/a',
    'x:y',
    '/a%41',
    'http://h/[1]',
    'a_b:c',
    'http://h/%zz',
    'http:',
    'a#b#c',
    'a b',
  ];
  expect(texts.filter(isUri)).toEqual(['local:/a?b#c', 'https://[::1]/a', 'x:y', '/a%41']);
  expect([schemeOf('x-1:y'), schemeOf('1x:y'), schemeOf('/a:b'), schemeOf('http://h/a\u00a0b')]).toEqual([
    'x-1',
    undefined,
    undefined,
    undefined,
  ]);
});

test('addresses are put together again with the escapes they need', () => {
  expect(rebuiltUri('https://h/%41%20%25%C3%BC?%2F#%20x')).toBe('https://h/A%20%25ü?/# x');
  expect(resolveUri('/a b#c')).toBe('file:/a%20b%23c');
  expect(resolveUri('/a#c')).toBe('file:/a#c');
});
