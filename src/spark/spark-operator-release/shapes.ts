import type { Problem } from '../../problem';

/**
 * What kind of value a property takes. Compilers refuse the others; plain JavaScript and `Any` of Python let them
 * through, and some would then be left out of the manifest without notice.
 */
export type Shape = (path: string, value: unknown) => Problem[];

/** Shapes of the keys of a struct. */
export interface Shapes {
  readonly [key: string]: Shape;
}

/** Why a text is not allowed, or undefined when it is. */
type TextRule = (text: string) => string | undefined;

/** A value as JSON; what JSON cannot hold (constructs, functions, NaN) by its type. */
function printValue(value: unknown): string {
  if (typeof value === 'number') return String(value);
  try {
    return JSON.stringify(value) ?? typeof value;
  } catch {
    return `an object of ${(value as object).constructor?.name ?? 'no class'}`;
  }
}

const unfit = (path: string, value: unknown, expected: string, fix: string): Problem[] => [
  { message: `${path} is ${printValue(value)}, expected ${expected}`, fix },
];

const isMap = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The keys that are written; `undefined` is "not set" everywhere. */
const written = (map: { readonly [key: string]: unknown }) => Object.entries(map).filter(([, value]) => value !== undefined);

export const text: Shape = (path, value) => {
  if (typeof value === 'string') return [];
  const quotable = typeof value === 'number' || typeof value === 'boolean';
  return unfit(path, value, 'a text', quotable ? `write it in quotes: '${value}'` : 'write a text');
};

export const number: Shape = (path, value) => {
  if (typeof value === 'number') return [];
  const isQuoted = typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value));
  return unfit(
    path,
    value,
    'a number',
    isQuoted ? `write it without quotes: ${Number(value)}` : 'write a number, or leave it out',
  );
};

export const boolean: Shape = (path, value) =>
  typeof value === 'boolean' ? [] : unfit(path, value, 'true or false', 'write it without quotes, or leave it out');

/** Any map: what stands in it is somebody else's to check. */
export const openMap: Shape = (path, value) => (isMap(value) ? [] : unfit(path, value, 'a map', 'write { … }, or leave it out'));

/** A value made by a class. It is known by a method, because an app may hold two copies of the class's package. */
export const madeBy =
  (expected: string, fix: string, fits: (value: { readonly [key: string]: unknown }) => boolean): Shape =>
  (path, value) =>
    isMap(value) && fits(value) ? [] : unfit(path, value, expected, fix);

/** Whether a method of a value answers with a whole number; those of units throw where they cannot. */
export function answersWhole(value: { readonly [key: string]: unknown }, method: string): boolean {
  const call = value[method];
  if (typeof call !== 'function') return false;
  try {
    return Number.isInteger(call.call(value));
  } catch {
    return false;
  }
}

export const listOf =
  (item: Shape, example: string): Shape =>
  (path, value) =>
    Array.isArray(value)
      ? value.flatMap((entry, index) => item(`${path}[${index}]`, entry))
      : unfit(path, value, 'a list', `write ${example}`);

/** A map with any keys; `keyRule` says which are allowed. */
export const mapOf =
  (item: Shape, example: string, keyRule: TextRule = () => undefined): Shape =>
  (path, value) => {
    if (!isMap(value)) return unfit(path, value, 'a map', `write ${example}`);
    return written(value).flatMap(([key, entry]) => {
      const reason = keyRule(key);
      const wrongKey = reason
        ? [{ message: `${path} has the key ${JSON.stringify(key)}: ${reason}`, fix: `write ${example}` }]
        : [];
      return [...wrongKey, ...item(`${path}.${key}`, entry)];
    });
  };

/** A text that keeps a rule. */
export const textWith =
  (rule: TextRule, fix: string): Shape =>
  (path, value) => {
    if (typeof value !== 'string') return text(path, value);
    const reason = rule(value);
    return reason ? [{ message: `${path} is ${JSON.stringify(value)}: ${reason}`, fix }] : [];
  };

/** A map with exactly these keys, some of which have to be there. */
export const struct =
  (shapes: Shapes, example: string, required: readonly string[] = []): Shape =>
  (path, value) => {
    if (!isMap(value)) return unfit(path, value, 'a map', `write ${example}`);
    const missing = required
      .filter((key) => value[key] === undefined)
      .map((key) => ({ message: `${path} has no ${key}`, fix: `write ${example}` }));
    const problems = written(value).flatMap(([key, entry]) =>
      Object.hasOwn(shapes, key)
        ? (shapes[key] as Shape)(`${path}.${key}`, entry)
        : [
            {
              message: `${path} has the key ${JSON.stringify(key)}, which would be ignored`,
              fix: `allowed are ${Object.keys(shapes).sort().join(', ')}`,
            },
          ],
    );
    return [...missing, ...problems];
  };
