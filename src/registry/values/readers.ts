/** How an engine reads the text of a value: the number behind it, or undefined when the engine refuses the text. */
export type Reader = (text: string) => number | undefined;

const INT_LIMIT = 2 ** 31;
const LONG_LIMIT = 2n ** 63n;

/** Java's `Integer.parseInt`. */
export function readInt(text: string): number | undefined {
  const value = /^[+-]?\d+$/.test(text) ? Number(text) : Number.NaN;
  return value >= -INT_LIMIT && value < INT_LIMIT ? value : undefined;
}

/** Java's `Long.parseLong`. */
export function readLong(text: string): number | undefined {
  if (!/^[+-]?\d+$/.test(text)) return undefined;
  const value = BigInt(text.replace('+', ''));
  return value >= -LONG_LIMIT && value < LONG_LIMIT ? Number(value) : undefined;
}

/** Java's `Double.parseDouble`, without the hexadecimal form that nobody writes. */
export function readDouble(text: string): number | undefined {
  if (/^[+-]?(NaN|Infinity)$/.test(text)) return Number(text);
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?[fd]?$/i.test(text) ? Number.parseFloat(text) : undefined;
}

/** Scala's `toBoolean`: 1 or 0. */
export function readBoolean(text: string): number | undefined {
  return { true: 1, false: 0 }[text.toLowerCase()];
}

/** Nanoseconds of the suffixes that Spark's `JavaUtils.timeStringAs` knows. */
const SPARK_TIMES: ReadonlyMap<string, number> = new Map(
  Object.entries({ us: 1e3, ms: 1e6, s: 1e9, m: 60e9, min: 60e9, h: 3600e9, d: 86400e9 }),
);
/** The nanoseconds of a unit of Spark's or Kyuubi's registry. */
export const nanoseconds = (unit: string): number => SPARK_TIMES.get(unit) ?? 1;

/** Those of Hadoop's `Configuration.getTimeDuration`. */
const HADOOP_TIMES: ReadonlyMap<string, number> = new Map(
  Object.entries({ ns: 1, us: 1e3, ms: 1e6, s: 1e9, m: 60e9, h: 3600e9, d: 86400e9 }),
);

/** `30s`, `5min`, a bare number in the key's unit: nanoseconds. Spark refuses fractions. */
export const readSparkDuration = (unit: string): Reader => suffixed(SPARK_TIMES, unit);

/** The same in Hadoop's suffixes. */
export const readHadoopDuration = (unit: string): Reader => suffixed(HADOOP_TIMES, unit);

/** Java's `Duration.parse` (`PT30S`, `P1DT2H`), else milliseconds: nanoseconds. */
export function readIsoDuration(text: string): number | undefined {
  const millis = readLong(text);
  if (millis !== undefined) return millis * 1e6;
  const match =
    /^([-+]?)P(?:([-+]?\d+)D)?(T(?:([-+]?\d+)H)?(?:([-+]?\d+)M)?(?:([-+]?\d+(?:[.,]\d{0,9})?)S)?)?$/i.exec(text) ?? undefined;
  if (match === undefined || match[3]?.toUpperCase() === 'T') return undefined;
  const [, sign, days, , hours, minutes, seconds] = match;
  if ([days, hours, minutes, seconds].every((part) => part === undefined)) return undefined;
  const amount = (part: string | undefined): number => Number((part ?? '0').replace(',', '.'));
  const total = amount(days) * 86400 + amount(hours) * 3600 + amount(minutes) * 60 + amount(seconds);
  return (sign === '-' ? -total : total) * 1e9;
}

const BYTE_POWERS = { '': 0, b: 0, k: 1, m: 2, g: 3, t: 4, p: 5, e: 6 } as const;

/** Hadoop's `Configuration.getLongBytes`: `64M`, `128k`, a bare number of bytes. */
export const readHadoopBytes: Reader = suffixed(
  new Map(
    Object.entries(BYTE_POWERS)
      .filter(([unit]) => unit !== 'b' && unit !== '')
      .map(([unit, power]) => [unit, 1024 ** power]),
  ),
  '',
);

/** Bytes that a unit of Spark's registry counts. */
export function bytesOfUnit(unit: string | undefined): 'b' | 'k' | 'm' | 'g' {
  const letter = (unit ?? 'b').charAt(0).toLowerCase();
  return letter === 'k' || letter === 'm' || letter === 'g' ? letter : 'b';
}

/** A whole number and one of these suffixes; a number alone counts in the unit. */
function suffixed(factors: ReadonlyMap<string, number>, unit: string): Reader {
  return (text) => {
    const [, digits, suffix] = /^(-?\d+)([a-z]*)$/.exec(text.toLowerCase()) ?? [];
    if (digits === undefined || suffix === undefined) return undefined;
    const factor = suffix === '' ? (factors.get(unit) ?? 1) : factors.get(suffix);
    return factor === undefined ? undefined : Number(digits) * factor;
  };
}
