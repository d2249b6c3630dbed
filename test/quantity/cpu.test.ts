import fc from 'fast-check';
import { parseCpu, printCpu } from '../../src/quantity';

describe('parseCpu', () => {
  test.each([
    ['500m', 500],
    ['0.5', 500],
    ['2', 2000],
    ['1.5', 1500],
    ['+1', 1000],
    ['.25', 250],
    ['1.', 1000],
    ['0', 0],
    ['-0', 0],
    ['1k', 1_000_000],
    ['1e3', 1_000_000],
    ['5E-1', 500],
    ['100u', 1],
    ['1n', 1],
    ['1500001u', 1501],
    ['0.0005', 1],
    ['0.1', 100],
    ['1Ki', 1_024_000],
  ])('reads %s as %d thousandths', (text, millis) => {
    expect(parseCpu(text)).toBe(millis);
  });

  test.each(['', ' 1', '1 ', 'm', '.', '1,5', '1cpu', '1mm', '-1', '-500m', '1e', '0x10', 'NaN', '1 m', '1ki', '1MI', '٣'])(
    'refuses %j',
    (text) => {
      expect(parseCpu(text)).toBeUndefined();
    },
  );
});

describe('printCpu', () => {
  test.each([
    [500, '500m'],
    [2000, '2'],
    [1500, '1500m'],
    [0, '0'],
    [0.2, '1m'],
    [333.34, '334m'],
  ])('writes %d thousandths as %s', (millis, text) => {
    expect(printCpu(millis)).toBe(text);
  });

  test('is read back as the same number', () => {
    fc.assert(
      fc.property(fc.nat(10_000_000), (millis) => {
        expect(parseCpu(printCpu(millis))).toBe(millis);
      }),
    );
  });
});
