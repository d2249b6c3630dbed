import { isObject } from './values';

/** A value that can stand in a manifest. */
export type JsonValue = string | number | boolean | null | JsonValue[] | JsonObject;
export interface JsonObject {
  [key: string]: JsonValue;
}

/** Splits `spec.driver.labels.app\.kubernetes\.io/name` at its dots; `\.` is a dot inside a key. */
export function splitPath(path: string): string[] {
  return path.split(/(?<!\\)\./).map((key) => key.replaceAll('\\.', '.'));
}

/** Merges two values: objects key by key, everything else (lists too) is replaced. */
export function merge(base: JsonValue | undefined, patch: JsonValue): JsonValue {
  if (!isObject(patch)) return patch;
  const kept = isObject(base) ? base : {};
  // Built from entries: an assignment to `__proto__` would not make a key.
  const patched = Object.entries(patch).map(([key, value]) => [
    key,
    merge(Object.hasOwn(kept, key) ? kept[key] : undefined, value),
  ]);
  return Object.fromEntries([...Object.entries(kept), ...patched]);
}

/** Merges a value at a path, making the parents that are missing. */
export function mergeAt(base: JsonObject, path: string, value: JsonValue): JsonObject {
  const patch = splitPath(path).reduceRight<JsonValue>((inner, key) => ({ [key]: inner }), value);
  return merge(base, patch) as JsonObject;
}

/** A plain copy without `undefined`, as it would stand in JSON. */
export function toPlainJson(value: object): JsonObject {
  return JSON.parse(JSON.stringify(value)) as JsonObject;
}

/** The same object with its keys in a fixed order: `apiVersion`, `kind`, `metadata` first at the top, the rest by code point. */
export function sortKeys(object: JsonObject): JsonObject {
  const sorted = sortDeep(object) as JsonObject;
  const head: JsonObject = {};
  for (const key of ['apiVersion', 'kind', 'metadata']) if (key in sorted) head[key] = sorted[key] as JsonValue;
  return { ...head, ...sorted };
}

function sortDeep(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(sortDeep);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sortDeep(value[key] as JsonValue)]),
  );
}
