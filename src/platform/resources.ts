import { type Size, SizeRoundingBehavior } from 'cdk8s';
import type { Cpu } from 'cdk8s-plus-28';
import { parseCpu } from '../quantity';

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
