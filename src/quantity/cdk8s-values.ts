import type { Duration, Size } from 'cdk8s';
import type { Cpu } from 'cdk8s-plus-28';
import { parseCpu } from './cpu';

/*
 * Values of cdk8s are known by what they can do, not by their class: two copies of cdk8s may be installed, and plain
 * JavaScript lets a text stand where a size belongs.
 */

/** Whether a value is a `Cpu` of cdk8s-plus. */
export function isCpu(value: unknown): value is Cpu {
  const amount = (value as Cpu | null | undefined)?.amount;
  return typeof amount === 'string' && parseCpu(amount) !== undefined;
}

/** Whether a value is a `Size` of cdk8s. */
export function isSize(value: unknown): value is Size {
  return typeof (value as Size | null | undefined)?.toMebibytes === 'function';
}

/** Whether a value is a `Duration` of cdk8s. */
export function isDuration(value: unknown): value is Duration {
  return typeof (value as Duration | null | undefined)?.toMilliseconds === 'function';
}
