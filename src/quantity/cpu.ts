import { parseQuantity } from './quantity';

const MILLIS_PER_CPU = 1000;

/**
 * Reads a CPU quantity in Kubernetes notation: `500m`, `0.5`, `2`.
 *
 * @returns thousandths of a CPU, rounded up (Kubernetes counts CPU no finer: `100u` is `1m`);
 *   undefined when the text is no quantity or a negative one.
 */
export function parseCpu(text: string): number | undefined {
  return parseQuantity(text, BigInt(MILLIS_PER_CPU));
}

/**
 * Writes a CPU quantity as Kubernetes itself prints it: whole CPUs as `2`, everything else as `1500m`.
 *
 * @param millis thousandths of a CPU; a fraction of one is rounded up.
 */
export function printCpu(millis: number): string {
  const whole = Math.ceil(millis);
  return whole % MILLIS_PER_CPU === 0 ? String(whole / MILLIS_PER_CPU) : `${whole}m`;
}
