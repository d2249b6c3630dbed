import fc from 'fast-check';
import { MEBIBYTE, parseJvmMemory, parseMemory, printJvmMemory, printMemory } from '../../src/quantity';

const GIBIBYTE = 1_073_741_824;

describe('parseMemory', () => {
  test.each([
    ['512Mi', 536_870_912],
    ['2Gi', 2 * GIBIBYTE],
    ['1408Mi', 1_476_395_008],
    ['1G', 1_000_000_000],
    ['1024', 1024],
    ['128974848', 128_974_848],
    ['129e6', 129_000_000],
    ['129M', 129_000_000],
    ['128974848000m', 128_974_848],
    ['1.5Gi', 1_610_612_736],
    ['1E', 1e18],
    ['1E3', 1000],
    ['512m', 1],
    ['0.5', 1],
    ['1e-400', 1],
    ['1e500', 2 ** 63],
    ['8Ei', 2 ** 63],
  ])('reads %s as %d bytes', (text, bytes) => {
    expect(parseMemory(text)).toBe(bytes);
  });

  test.each(['', '2g', '2GB', '2gi', 'Gi', '1 Gi', '-1Gi', 'lots'])('refuses %j', (text) => {
    expect(parseMemory(text)).toBeUndefined();
  });

  test('keeps an amount exact however it is written', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), (mebibytes) => {
        expect(parseMemory(`${mebibytes}Mi`)).toBe(mebibytes * MEBIBYTE);
        expect(parseMemory(`${mebibytes * 1024}Ki`)).toBe(mebibytes * MEBIBYTE);
        expect(parseMemory(`${mebibytes * 1_048_576_000}m`)).toBe(mebibytes * MEBIBYTE);
      }),
    );
  });
});

describe('printMemory', () => {
  test.each([
    [3_006_267_392, '2867Mi'],
    [2 * GIBIBYTE, '2048Mi'],
    [1_000_000_000, '1000000000'],
    [0, '0'],
    [0.5, '1'],
  ])('writes %d bytes as %s', (bytes, text) => {
    expect(printMemory(bytes)).toBe(text);
  });

  test('is read back as the same number', () => {
    const bytes = fc.oneof(
      fc.maxSafeNat(),
      fc.nat(1_000_000).map((mebibytes) => mebibytes * MEBIBYTE),
    );
    fc.assert(
      fc.property(bytes, (amount) => {
        expect(parseMemory(printMemory(amount))).toBe(amount);
      }),
    );
  });
});

describe('parseJvmMemory', () => {
  test.each([
    ['512m', 536_870_912],
    ['2g', 2 * GIBIBYTE],
    ['2G', 2 * GIBIBYTE],
    ['2gb', 2 * GIBIBYTE],
    ['1t', 1024 * GIBIBYTE],
    ['8191p', 8191 * 1_048_576 * GIBIBYTE],
    ['1p', 1_048_576 * GIBIBYTE],
    ['384kb', 393_216],
    ['100b', 100],
    ['1024', GIBIBYTE],
    [' 1g ', GIBIBYTE],
  ])('reads %j as %d bytes', (text, bytes) => {
    expect(parseJvmMemory(text)).toBe(bytes);
  });

  test('counts a bare number in the unit of its key', () => {
    expect(parseJvmMemory('7', 'b')).toBe(7);
    expect(parseJvmMemory('7', 'k')).toBe(7168);
    expect(parseJvmMemory('7', 'm')).toBe(7_340_032);
    expect(parseJvmMemory('7', 'g')).toBe(7_516_192_768);
  });

  test.each(['', '2Gi', '512Mi', '0.5g', '-1g', 'g', '1 g', '1gg', '1e3', '1constructor', '8192p'])('refuses %j', (text) => {
    expect(parseJvmMemory(text)).toBeUndefined();
  });

  test('agrees with Kubernetes about the same amount', () => {
    expect(parseJvmMemory('1g')).toBe(parseJvmMemory('1024m'));
    expect(parseJvmMemory('1g')).toBe(parseMemory('1Gi'));
  });
});

describe('printJvmMemory', () => {
  test.each([
    [2 * GIBIBYTE, '2g'],
    [1_610_612_736, '1536m'],
    [393_216, '384k'],
    [1_099_511_627_776, '1t'],
    [1000, '1k'],
    [0, '0k'],
  ])('writes %d bytes as %s', (bytes, text) => {
    expect(printJvmMemory(bytes)).toBe(text);
  });

  test('is read back as the same number', () => {
    fc.assert(
      fc.property(fc.nat(2 ** 31 - 1), (kibibytes) => {
        expect(parseJvmMemory(printJvmMemory(kibibytes * 1024))).toBe(kibibytes * 1024);
      }),
    );
  });
});
