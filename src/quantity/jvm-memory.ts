const KIBIBYTE = 1024;

/** How often 1024 is multiplied; the suffixes that Spark's `JavaUtils.byteStringAs` knows in every supported version. */
const POWERS: ReadonlyMap<string, number> = new Map(
  Object.entries({ b: 0, k: 1, kb: 1, m: 2, mb: 2, g: 3, gb: 3, t: 4, tb: 4, p: 5, pb: 5 }),
);

/** Spark counts bytes in a 64-bit integer with a sign. */
const TOO_MANY_BYTES = 2 ** 63;

const PRINTED_SUFFIXES = ['k', 'm', 'g', 't'];

/**
 * Reads a byte string as Spark does: `512m`, `2g`, `1024` in a default unit; upper or lower case.
 *
 * Not byte strings, though they look like ones: `2Gi` (Kubernetes notation) and `0.5g` (Spark refuses fractions).
 *
 * @param text the byte string.
 * @param defaultUnit what a bare number counts; most of Spark's memory keys count mebibytes.
 * @returns bytes; undefined when Spark would refuse the text.
 */
export function parseJvmMemory(text: string, defaultUnit: 'b' | 'k' | 'm' | 'g' = 'm'): number | undefined {
  const [, digits, suffix] = /^(\d+)([a-z]*)$/.exec(text.trim().toLowerCase()) ?? [];
  if (digits === undefined || suffix === undefined) return undefined;
  const power = POWERS.get(suffix === '' ? defaultUnit : suffix);
  if (power === undefined) return undefined;
  const bytes = Number(digits) * KIBIBYTE ** power;
  return bytes < TOO_MANY_BYTES ? bytes : undefined;
}

/**
 * Writes a byte string for Spark or the JVM in the largest unit that is whole: `2g`, `1536m`.
 *
 * @param bytes rounded up to whole kibibytes, the smallest unit that the JVM's own options count.
 */
export function printJvmMemory(bytes: number): string {
  let amount = Math.ceil(bytes / KIBIBYTE);
  let unit = 0;
  while (amount > 0 && amount % KIBIBYTE === 0 && unit < PRINTED_SUFFIXES.length - 1) {
    amount /= KIBIBYTE;
    unit += 1;
  }
  return `${amount}${PRINTED_SUFFIXES[unit]}`;
}
