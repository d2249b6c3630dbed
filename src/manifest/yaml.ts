import { parse, stringify } from 'yaml';
import type { JsonObject } from './json';

/**
 * The one way in which this library writes YAML: version 1.1 quoting (`on`, `yes`, `0775` and `12:30` stay strings for every
 * reader), no folded lines, no anchors, LF.
 */
export function toYaml(object: JsonObject): string {
  return stringify(object, { version: '1.1', lineWidth: 0, aliasDuplicateObjects: false });
}

/** Reads one YAML document that holds an object; undefined when it is no YAML or holds something else. */
export function fromYaml(text: string): JsonObject | undefined {
  try {
    const value: unknown = parse(text, { logLevel: 'error' }); // what is not understood is the caller's to tell
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : undefined;
  } catch {
    return undefined;
  }
}
