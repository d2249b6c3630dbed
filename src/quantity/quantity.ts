/** The largest quantity that Kubernetes holds; larger ones are cut to it when they are read. */
const LARGEST = 2n ** 63n - 1n;

/** Beyond this every decimal exponent gives the largest or the smallest quantity. */
const EXPONENT_LIMIT = 400;

const QUANTITY = /^([+-]?)(\d+\.?\d*|\.\d+)([KMGTPE]i|[numkMGTPE]|[eE][+-]?\d+|)$/;

const DECIMAL_EXPONENTS: { readonly [suffix: string]: number } = {
  n: -9,
  u: -6,
  m: -3,
  '': 0,
  k: 3,
  M: 6,
  G: 9,
  T: 12,
  P: 15,
  E: 18,
};

const BINARY_SUFFIXES = ['Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];

/**
 * Reads a Kubernetes quantity (`500m`, `1.5`, `2Gi`, `12e6`) in exact arithmetic.
 *
 * Kubernetes rounds up what is finer than the unit it counts in, so this does too.
 *
 * @param text the quantity.
 * @param perUnit how many of the wanted unit make one: 1000 for thousandths.
 * @returns the number of wanted units, rounded up; undefined when the text is no quantity or a negative one.
 */
export function parseQuantity(text: string, perUnit: bigint): number | undefined {
  const [, sign, digits, suffix] = QUANTITY.exec(text) ?? [];
  if (sign === undefined || digits === undefined || suffix === undefined) return undefined;

  const [whole = '', fraction = ''] = digits.split('.');
  const mantissa = BigInt(`0${whole}${fraction}`);
  if (sign === '-' && mantissa !== 0n) return undefined;

  const binaryPower = BINARY_SUFFIXES.indexOf(suffix) + 1;
  const exponent = (binaryPower > 0 ? 0 : decimalExponent(suffix)) - fraction.length;
  const scaled = mantissa * perUnit * 1024n ** BigInt(binaryPower);
  const value = exponent >= 0 ? scaled * 10n ** BigInt(exponent) : divideUp(scaled, 10n ** BigInt(-exponent));
  return Number(value > LARGEST ? LARGEST : value);
}

/** `1E` is one exa and `1E3` is a thousand: a letter alone is a suffix, with digits an exponent. */
function decimalExponent(suffix: string): number {
  const named = DECIMAL_EXPONENTS[suffix];
  if (named !== undefined) return named;
  return Math.max(-EXPONENT_LIMIT, Math.min(EXPONENT_LIMIT, Number(suffix.slice(1))));
}

function divideUp(value: bigint, divisor: bigint): bigint {
  return (value + divisor - 1n) / divisor;
}
