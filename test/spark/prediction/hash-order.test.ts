import {
  concurrentMapOrder,
  immutableMapOrder,
  mutableMapOrder,
  settingsOrder,
} from '../../../src/spark/prediction/java/hash-order';

// Orders that the maps of a JVM gave, with Scala 2.12 (Spark 3.5.9) and 2.13 (Spark 4.0.5).
const PREFIX = 'spark.kubernetes.x.';
const long = (names: string): string[] => names.split(' ').map((name) => PREFIX + name);
const short = (keys: readonly string[]): string => keys.map((key) => key.slice(PREFIX.length)).join(' ');

const KEYS = 'a099ef 7808e2 f0dc3f a85b97 6b7795 200b23 17e26e e1088b 99b082 b19d0b e6c249 310f3a b268c0';

test('a concurrent map', () => {
  expect(short(concurrentMapOrder(long(KEYS)))).toBe(
    'a85b97 b268c0 a099ef 17e26e b19d0b e6c249 310f3a 6b7795 e1088b 7808e2 200b23 f0dc3f 99b082',
  );
});

test('mutable maps of Scala', () => {
  expect(short(mutableMapOrder(long(KEYS), '2.12'))).toBe(
    '310f3a a85b97 99b082 f0dc3f e6c249 b268c0 6b7795 7808e2 b19d0b 17e26e e1088b 200b23 a099ef',
  );
  expect(short(mutableMapOrder(long(KEYS), '2.13'))).toBe(
    'a85b97 b268c0 17e26e a099ef b19d0b e6c249 310f3a 6b7795 e1088b 7808e2 200b23 f0dc3f 99b082',
  );
});

test('immutable maps of Scala', () => {
  expect(short(immutableMapOrder(long(KEYS), '2.12'))).toBe(
    'a85b97 b19d0b 7808e2 6b7795 e1088b 200b23 17e26e b268c0 a099ef 99b082 310f3a e6c249 f0dc3f',
  );
  expect(short(immutableMapOrder(long(KEYS), '2.13'))).toBe(
    'a85b97 b19d0b 7808e2 200b23 17e26e b268c0 a099ef 99b082 310f3a e6c249 f0dc3f 6b7795 e1088b',
  );
  expect(immutableMapOrder(['b', 'a', 'd', 'c'], '2.13')).toEqual(['b', 'a', 'd', 'c']);
});

const SETTINGS =
  '192833=v1 8efaea=v2 15770=v0 e30bc0=v1 9157cc=v3 ff789d=v1 f5c191=v2 af330e=v0 2d94c8=v2 bbd608=v2 5c0a7b=v4 c08c46=v0 7062b8=v2';
const settings = new Map(
  SETTINGS.split(' ').map((setting): [string, string] => [PREFIX + setting.split('=')[0], setting.split('=')[1]]),
);

test("Spark's configuration", () => {
  expect(short(settingsOrder([...settings.keys()], settings, '2.12'))).toBe(
    'bbd608 192833 2d94c8 ff789d f5c191 5c0a7b e30bc0 c08c46 15770 8efaea 7062b8 9157cc af330e',
  );
  expect(short(settingsOrder([...settings.keys()], settings, '2.13'))).toBe(
    '5c0a7b 7062b8 9157cc 2d94c8 ff789d e30bc0 c08c46 192833 8efaea bbd608 af330e 15770 f5c191',
  );
});
