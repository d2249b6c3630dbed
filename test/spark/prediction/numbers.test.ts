import { parseDouble, parseInteger, parseLong, parseMebibytes } from '../../../src/spark/prediction/conf/numbers';

test.each([
  ['٣', 3],
  ['-४२', -42],
  ['+7', 7],
  ['2147483648', undefined],
  ['1.0', undefined],
  ['', undefined],
])('the whole number %j', (text, expected) => {
  expect(parseInteger(text)).toBe(expected);
});

test('a long number has 64 bits', () => {
  expect([parseLong('9223372036854775807'), parseLong('9223372036854775808'), parseLong('٩')]).toEqual([2 ** 63, undefined, 9]);
});

test.each([
  ['0x1p-1', 0.5],
  ['-0x1.8P1f', -3],
  ['0x.8p0', 0.5],
  ['0xp1', undefined],
  ['0x1', undefined],
  [' 1e-1 ', 0.1],
])('the number %j', (text, expected) => {
  expect(parseDouble(text)).toBe(expected);
});

test('sizes are cut to MiB without loss', () => {
  expect(parseMebibytes('9223372036854775807b', '4.1.4')).toBe(8796093022207);
  expect(parseMebibytes('9007199254740993k', '4.1.4')).toBe(8796093022208);
});
