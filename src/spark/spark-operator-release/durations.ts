import type { Duration } from 'cdk8s';

const UNITS: { readonly [unit: string]: number } = { h: 3_600_000, m: 60_000, s: 1000, ms: 1 };

/** A duration as Go writes it, in its largest whole unit: `15s`, `2160h`. */
export function printGoDuration(duration: Duration): string {
  const milliseconds = duration.toMilliseconds();
  const [unit, size] = Object.entries(UNITS).find(([, length]) => milliseconds % length === 0) as [string, number];
  return `${milliseconds / size}${unit}`;
}

/** Milliseconds of a Go duration of whole or decimal h, m, s, ms; undefined when it is not one. */
export function parseGoDuration(text: string): number | undefined {
  if (!/^(\d+(\.\d+)?(h|ms|m|s))+$/.test(text)) return undefined;
  return [...text.matchAll(/(\d+(?:\.\d+)?)(h|ms|m|s)/g)].reduce(
    (sum, [, count, unit]) => sum + Number(count) * (UNITS[unit as string] as number),
    0,
  );
}
