import { type Duration, type Size, SizeRoundingBehavior } from 'cdk8s';
import type { Cpu } from 'cdk8s-plus-28';
import { parseCpu } from '../quantity';

/** Whether a value is a Cpu, whichever copy of cdk8s-plus made it. */
export function isCpu(value: unknown): value is Cpu {
  return typeof value === 'object' && value !== null && parseCpu(String((value as Cpu).amount)) !== undefined;
}

/** Whether a value is a Size, whichever copy of cdk8s made it. */
export function isSize(value: unknown): value is Size {
  return typeof (value as Size | undefined)?.toKibibytes === 'function';
}

/** Whether a value is a Duration, whichever copy of cdk8s made it. */
export function isDuration(value: unknown): value is Duration {
  return typeof (value as Duration | undefined)?.toSeconds === 'function';
}

/** Thousandths of a core of a cdk8s-plus Cpu (`amount` is `500m` or `2`). */
export function cpuMillis(cpu: Cpu): number {
  return parseCpu(cpu.amount as string) as number;
}

/** Bytes of a cdk8s Size. */
export function sizeBytes(size: Size): number {
  return size.toKibibytes({ rounding: SizeRoundingBehavior.NONE }) * 1024;
}

/** A duration as Go and Flux print it: `1h`, `5m`, `1h30m`, `45s`. */
export function goDuration(seconds: number): string {
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const rest = seconds % 60;
  return `${hours ? `${hours}h` : ''}${minutes ? `${minutes}m` : ''}${rest ? `${rest}s` : ''}` || '0s';
}
