import type { Scala } from './java/scala-hash';

const orders = new Map<string, number>();

/** Versions of a line by a number that grows. */
function orderOf(version: string): number {
  const known = orders.get(version);
  if (known !== undefined) return known;
  const [major, minor] = lineOf(version);
  const order = major * 1000 + minor;
  orders.set(version, order);
  return order;
}

/** Whether a Spark version is of a line or a later one: `since('4.1.4', '4.1')`. */
export function since(version: string, line: string): boolean {
  return orderOf(version) >= orderOf(line);
}

/** Major and minor number of a Spark version. */
function lineOf(version: string): readonly [number, number] {
  const [major, minor] = version.split('.');
  return [Number(major), Number(minor ?? 0)];
}

/** Whether a Spark version has a change that came to several lines at once: `hasAny('4.0.5', ['4.0.5', '4.1.4', '4.2.0'])`. */
export function hasAny(version: string, releases: readonly string[]): boolean {
  const newest = releases.at(-1) ?? '';
  const release = releases.find((each) => orderOf(each) === orderOf(version));
  if (release === undefined) return since(version, newest);
  return Number(version.split('.')[2] ?? 0) >= Number(release.split('.')[2] ?? 0);
}

/** The Scala of a Spark's usual distribution. */
export function scalaOf(version: string): Scala {
  return since(version, '4.0') ? '2.13' : '2.12';
}
