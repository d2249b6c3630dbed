import type { Problem } from '../../problem';

/*
 * What a value is, asked of the value. Compilers ask this before a program runs; plain JavaScript does not, and a text where
 * a size belongs would end in a TypeError or, worse, be left out of the manifest.
 */

/** A value as error texts print it, so that `"2"` and `2` differ. */
export function shown(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    // Constructs point at their parents, which JSON cannot hold.
    return `a ${(value as object).constructor.name}`;
  }
}

/** Whether it is an object with named parts. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether it is a list of texts. */
export function isTextList(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((part) => typeof part === 'string');
}

/** The problem of a value that is not of its kind; none when it is. */
export function kindProblems(what: string, value: unknown, right: boolean, fix: string): Problem[] {
  return right ? [] : [{ message: `${what} is ${shown(value)}, which is not the kind of value it takes`, fix }];
}

/** The same for a value that may be left out. */
export function optionalProblems(what: string, value: unknown, right: (value: unknown) => boolean, fix: string): Problem[] {
  return kindProblems(what, value, value === undefined || right(value), fix);
}
