import { parseQuantity } from './quantity';

/** Bytes in a mebibyte (`1Mi` of Kubernetes, `1m` of the JVM). */
export const MEBIBYTE = 1_048_576;

/**
 * Reads a memory quantity in Kubernetes notation: `512Mi`, `2Gi`, `1G`, `1024`.
 *
 * @returns bytes, rounded up; undefined when the text is no quantity or a negative one. `512m` is a valid quantity of
 *   half a byte (1 after rounding): use {@link parseJvmMemory} for what Spark reads.
 */
export function parseMemory(text: string): number | undefined {
  return parseQuantity(text, 1n);
}

/**
 * Writes a memory quantity for a manifest: whole mebibytes as `2867Mi`, the unit in which Spark writes its pods, so that
 * numbers can be compared by eye; anything else in bytes.
 *
 * @param bytes a fraction of one is rounded up.
 */
export function printMemory(bytes: number): string {
  const whole = Math.ceil(bytes);
  return whole > 0 && whole % MEBIBYTE === 0 ? `${whole / MEBIBYTE}Mi` : String(whole);
}
