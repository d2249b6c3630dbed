import { trim } from '../java/text';
import { since } from '../versions';

const WHOLE = /^[+-]?[0-9]+$/;
const HEXADECIMAL = /^([+-]?)0[xX]([0-9a-fA-F]*)\.?([0-9a-fA-F]*)[pP]([+-]?[0-9]+)[fFdD]?$/;
const DOUBLE = /^[+-]?(?:NaN|Infinity|(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?[fFdD]?)$/;

/** Java reads the digits of every script in whole numbers, but not in sizes and fractions. */
const WHOLE_IN_ANY_SCRIPT = /^[+-]?\p{Nd}+$/u;

/** A whole number in ASCII; undefined for what is none. */
function wholeNumber(text: string): string | undefined {
  if (WHOLE.test(text)) return text;
  return WHOLE_IN_ANY_SCRIPT.test(text) && !SURROGATE.test(text) ? asciiDigits(text) : undefined;
}

/** Java looks at digits one UTF-16 unit at a time. */
const SURROGATE = /[\ud800-\udfff]/;

/** Whether a text has nothing but digits, of any script. */
export const isDigits = (text: string): boolean => /^\p{Nd}*$/u.test(text) && !SURROGATE.test(text);

/** A text with the digits of every script as those of ASCII. */
export const asciiDigits = (text: string): string => text.replaceAll(/\p{Nd}/gu, asciiDigit);

/** Digits stand together in Unicode, from a code that ends in 0 or in 6. */
function asciiDigit(digit: string): string {
  const code = digit.charCodeAt(0);
  const startsAtZero = /\p{Nd}/u.test(String.fromCharCode(code & ~15));
  return String((code & 15) - (startsAtZero ? 0 : 6));
}

/** Java's `Integer.parseInt`; undefined when it throws. */
export function parseInteger(text: string): number | undefined {
  const value = Number(wholeNumber(text) ?? Number.NaN);
  return value >= -2147483648 && value <= 2147483647 ? value : undefined;
}

/** Java's `Long.parseLong`; undefined when it throws. */
export function parseLong(text: string): number | undefined {
  const number = wholeNumber(text);
  if (number === undefined) return undefined;
  const value = BigInt(number.startsWith('+') ? number.slice(1) : number);
  return value >= -(2n ** 63n) && value < 2n ** 63n ? Number(value) : undefined;
}

/** Java's `Double.parseDouble`; undefined when it throws. */
export function parseDouble(text: string): number | undefined {
  const trimmed = trim(text);
  if (!DOUBLE.test(trimmed)) return parseHexadecimal(trimmed);
  return Number(/[fFdD]$/.test(trimmed) ? trimmed.slice(0, -1) : trimmed);
}

/** `0x1.8p1` */
function parseHexadecimal(text: string): number | undefined {
  const [, sign, whole, fraction, power] = HEXADECIMAL.exec(text) ?? [];
  if (whole === undefined || whole + fraction === '') return undefined;
  const size = Number.parseInt(whole + fraction, 16) * 2 ** (Number(power) - 4 * fraction.length);
  return sign === '-' ? -size : size;
}

/** Scala's `toBoolean`; undefined when it throws. */
export function parseBoolean(text: string): boolean | undefined {
  const lower = text.toLowerCase();
  return lower === 'true' ? true : lower === 'false' ? false : undefined;
}

const LETTERS = ['', 'k', 'm', 'g', 't', 'p'];
const BYTE_SUFFIXES: ReadonlyMap<string, number> = new Map(
  LETTERS.flatMap((letter, power): [string, number][] =>
    letter === '' ? [['b', 1]] : [letter, `${letter}b`].map((suffix): [string, number] => [suffix, 1024 ** power]),
  ),
);
const BINARY_SUFFIXES: ReadonlyMap<string, number> = new Map(
  LETTERS.slice(1).flatMap((letter, index) =>
    [`${letter}i`, `${letter}ib`].map((suffix): [string, number] => [suffix, 1024 ** (index + 1)]),
  ),
);
const BYTES = /^([0-9]+)([a-z]+)?$/;
const MEBIBYTE = 1024 ** 2;

/**
 * Spark's size texts (`512m`, `2g`; since 4.2 `2gi`, `2GiB` too), in bytes; undefined for what it does not take.
 * @param unit bytes that a bare number stands for
 */
export function parseSize(text: string, unit: number, version: string): number | undefined {
  const [, digits, suffix] = BYTES.exec(trim(text.toLowerCase())) ?? [];
  if (digits === undefined || parseLong(digits) === undefined) return undefined;
  const factor =
    suffix === undefined
      ? unit
      : (BYTE_SUFFIXES.get(suffix) ?? (since(version, '4.2') ? BINARY_SUFFIXES.get(suffix) : undefined));
  if (factor === undefined) return undefined;
  const bytes = Number(digits) * factor;
  return factor > unit && bytes / unit >= 2 ** 63 ? undefined : bytes;
}

/** The same in MiB, rounded down; a leading minus is taken, as for Spark's settings. */
export function parseMebibytes(text: string, version: string): number | undefined {
  const negative = text.startsWith('-');
  const bytes = parseSize(negative ? text.slice(1) : text, MEBIBYTE, version);
  if (bytes === undefined) return undefined;
  const mebibytes = Number.isSafeInteger(bytes) ? Math.floor(bytes / MEBIBYTE) : exactMebibytes(text, bytes);
  return negative ? -mebibytes : mebibytes;
}

/** Of a size of which a number does not hold every byte. */
function exactMebibytes(text: string, bytes: number): number {
  const digits = /[0-9]+/.exec(text)?.[0] ?? '0';
  const unit = BigInt(Math.round(bytes / Number(digits)));
  return Number((BigInt(digits) * unit) / BigInt(MEBIBYTE));
}

const SECONDS: Readonly<Record<string, number>> = { us: 1, ms: 1, s: 1, m: 60, min: 60, h: 3600, d: 86400 };
const PER_SECOND: Readonly<Record<string, number>> = { us: 1e6, ms: 1e3 };

/** Spark's time texts (`30s`, `5m`; a bare number is seconds), in whole seconds; undefined for what it does not take. */
export function parseSeconds(text: string): number | undefined {
  const [, digits, suffix = 's'] = /^(-?[0-9]+)([a-z]+)?$/.exec(trim(text.toLowerCase())) ?? [];
  if (digits === undefined || parseLong(digits) === undefined || !Object.hasOwn(SECONDS, suffix)) return undefined;
  return Math.trunc((Number(digits) * SECONDS[suffix]) / (PER_SECOND[suffix] ?? 1)) + 0;
}
