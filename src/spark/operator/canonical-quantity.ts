const QUANTITY = /^([+-]?)(\d+\.?\d*|\.\d+)([KMGTPE]i|[numkMGTPE]|[eE][+-]?\d+|)$/;
const DECIMAL_SUFFIXES = ['n', 'u', 'm', '', 'k', 'M', 'G', 'T', 'P', 'E'];
const BINARY_SUFFIXES = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];
/** Kubernetes counts no finer than this. */
const NANOS = 10n ** 9n;
/** Quantities in binary notation are cut to it. */
const LARGEST = 2n ** 63n - 1n;

/** A number as it is written: digits in front of the point without leading zeros, digits behind it, and the unit. */
interface Written {
  readonly whole: string;
  readonly fraction: string;
  readonly suffix: string;
}

/**
 * A Kubernetes quantity as Kubernetes prints it once it has read it: in the largest unit that is whole (`1024Mi` becomes
 * `1Gi`, `0.5` becomes `500m`, `1000` becomes `1k`), or as it was written when Kubernetes takes that for the same thing
 * at a glance (`1500M`, `1.500G`).
 *
 * @returns `undefined` when the text is no quantity
 */
export function canonicalQuantity(text: string): string | undefined {
  const [, sign, digits, suffix] = QUANTITY.exec(text) ?? [];
  if (sign === undefined || digits === undefined || suffix === undefined) return undefined;
  const [whole = '', fraction = ''] = digits.split('.');
  const written = { whole: whole.replace(/^0+/, '') || '0', fraction, suffix };
  if (isKept(written)) return text;
  const nanos = nanosOf(written);
  const printed = print(nanos, suffix);
  return sign === '-' && nanos !== 0n ? `-${printed}` : printed;
}

/** The quick look by which Kubernetes decides that a text needs no other form. */
function isKept({ whole, fraction, suffix }: Written): boolean {
  if (suffix.endsWith('i')) {
    const digits = 14 - whole.length - 3 * BINARY_SUFFIXES.indexOf(suffix);
    return fraction === '' && digits >= 0 && (BigInt(whole) & 7n) !== 0n;
  }
  const digits = whole + fraction;
  const scale = decimalExponent(suffix) - fraction.length;
  return digits.length <= 18 && scale >= -9 && scale % 3 === 0 && !digits.endsWith('000') && !digits.startsWith('0');
}

function nanosOf({ whole, fraction, suffix }: Written): bigint {
  const binary = suffix.endsWith('i');
  const factor = binary ? 1024n ** BigInt(BINARY_SUFFIXES.indexOf(suffix)) : 1n;
  const scaled = BigInt(whole + fraction) * NANOS * factor;
  const exponent = decimalExponent(suffix) - fraction.length;
  const nanos = exponent >= 0 ? scaled * 10n ** BigInt(exponent) : divideUp(scaled, 10n ** BigInt(-exponent));
  return binary && nanos > LARGEST * NANOS ? LARGEST * NANOS : nanos;
}

function decimalExponent(suffix: string): number {
  if (suffix.endsWith('i')) return 0;
  const named = DECIMAL_SUFFIXES.indexOf(suffix);
  return named >= 0 ? (named - 3) * 3 : Number(suffix.slice(1));
}

function print(nanos: bigint, suffix: string): string {
  if (nanos === 0n) return '0';
  // Binary notation has no unit below 1Ki and no fractions.
  if (suffix.endsWith('i') && nanos >= 1024n * NANOS && nanos % NANOS === 0n) {
    const [amount, steps] = reduced(nanos / NANOS, 1024n, BINARY_SUFFIXES.length - 1);
    return `${amount}${BINARY_SUFFIXES[steps]}`;
  }
  const [amount, steps] = reduced(nanos, 1000n, DECIMAL_SUFFIXES.length - 1);
  if (!/^[eE]./.test(suffix)) return `${amount}${DECIMAL_SUFFIXES[steps]}`;
  return steps === 3 ? String(amount) : `${amount}e${(steps - 3) * 3}`;
}

/** Divides as often as it goes without a rest. */
function reduced(value: bigint, divisor: bigint, most: number): [amount: bigint, steps: number] {
  let amount = value;
  let steps = 0;
  while (steps < most && amount % divisor === 0n) {
    amount /= divisor;
    steps += 1;
  }
  return [amount, steps];
}

function divideUp(value: bigint, divisor: bigint): bigint {
  return (value + divisor - 1n) / divisor;
}
