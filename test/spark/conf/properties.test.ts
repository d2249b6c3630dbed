import fc from 'fast-check';
import { printProperties, readProperties } from '../../../src/spark/conf/properties';

const read = (text: string) => readProperties(text).map(({ key, value }) => [key, value]);

/** Everything that could go wrong in a key: separators, comment marks, escapes, white space, line ends, other scripts. */
const hostile = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      ' ',
      '\t',
      '\n',
      '\r',
      '\f',
      '\\',
      '=',
      ':',
      '#',
      '!',
      'u',
      '0',
      'a',
      '\u00e9',
      '\u4e16',
      '\ud83d\ude00',
      '\0',
      '\u007f',
    ),
    fc.string({ minLength: 1, maxLength: 1 }),
  ),
  maxLength: 30,
});
/** Engines cut these from the ends of values, so that nothing could bring them back. */
const uncut = hostile.filter((text) => !/^[\0-\x20]|[\0-\x20]$/.test(text));

test('what is printed is read back', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(
          hostile.filter((key) => key !== ''),
          uncut,
        ),
      ),
      (settings) => {
        expect(read(printProperties(settings))).toEqual(settings);
      },
    ),
    { numRuns: 1000 },
  );
});

test('one line a setting, in ASCII', () => {
  fc.assert(
    fc.property(hostile, hostile, (key, value) => {
      expect(printProperties([[key, value]])).toMatch(/^[ -~]*\n$/);
    }),
  );
});

// By hand, after the grammar in the documentation of java.util.Properties.load.
test.each([
  [['a', 'b'], 'a=b\n'],
  [['a b', ' c d'], 'a\\ b=\\ c d\n'],
  [['#a', '#b'], '\\#a=#b\n'],
  [['a=b:c', 'd=e:f'], 'a\\=b\\:c=d=e:f\n'],
  [['a', 'C:\\x\ny\tz'], 'a=C:\\\\x\\ny\\tz\n'],
  [['a', 'caf\u00e9'], 'a=caf\\u00e9\n'],
  [['a', ''], 'a=\n'],
] as const)('%j is printed as %j', (setting, text) => expect(printProperties([setting])).toBe(text));

test('values lose white space at their ends, but no line breaks', () => {
  expect(read('a=\\u0020b\\t \nc=\\nd\\n\ne=\\u00a0f\n')).toEqual([
    ['a', 'b'],
    ['c', '\nd\n'],
    ['e', '\u00a0f'],
  ]);
});

test('the grammar of properties', () => {
  const text = '# no\n! no\n\n a b c \nd:e=f\n  g = h\\\n    i\nj\\ k l\nm\nn \\u0041\\t\\q\r\no=p\\\\\n';
  expect(readProperties(text).map(({ key, value, line }) => [key, value, line])).toEqual([
    ['a', 'b c', 4],
    ['d', 'e=f', 5],
    ['g', 'hi', 6],
    ['j k', 'l', 8],
    ['m', '', 9],
    ['n', 'A\tq', 10],
    ['o', 'p\\', 11],
  ]);
});
