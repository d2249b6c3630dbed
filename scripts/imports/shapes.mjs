import { mapValues } from './close.mjs';

/**
 * Gives every object inside a schema a name, and equal objects the same one: CRDs have no references, so a pod's container
 * is written out each time it occurs (SparkApplication and its scheduled twin repeat over a megabyte).
 */
export class Shapes {
  definitions = {};
  #names = new Map();

  /** @param {string[]} taken names that are in use for something else */
  constructor(taken) {
    this.taken = new Set(taken);
  }

  /** The schema with what is inside of it lifted to definitions; it stays where it is itself. */
  liftInside(schema, path) {
    const lifted = { ...schema };
    if (schema.properties)
      lifted.properties = mapValues(sorted(schema.properties), (value, key) => this.lift(value, [...path, pascal(key)]));
    if (schema.items) lifted.items = this.lift(schema.items, [...path.slice(0, -1), singular(path.at(-1))]);
    if (typeof schema.additionalProperties === 'object')
      lifted.additionalProperties = this.lift(schema.additionalProperties, path);
    return lifted;
  }

  lift(schema, path) {
    const lifted = this.liftInside(schema, path);
    if (!lifted.properties) return lifted;
    const text = JSON.stringify(withoutDescriptions(lifted));
    if (!this.#names.has(text)) this.#names.set(text, this.#name(path));
    const name = this.#names.get(text);
    this.definitions[name] ??= lifted;
    return { $ref: `#/definitions/${name}` };
  }

  /** The key; where that is taken or stands right under the kind (`Spec`), as many keys above it as needed. */
  #name(path) {
    for (let length = path.length === 2 ? 2 : 1; length <= path.length; length++) {
      const name = path.slice(-length).join('');
      if (this.taken.has(name)) continue;
      this.taken.add(name);
      return name;
    }
    throw new Error(`no free name for ${path.join('.')}`);
  }
}

/** A schema without its prose, at every depth; properties that are called `description` stay. */
export function withoutDescriptions(schema) {
  const { description, ...bare } = schema;
  for (const key of ['properties', 'definitions']) if (bare[key]) bare[key] = mapValues(bare[key], withoutDescriptions);
  if (bare.items) bare.items = withoutDescriptions(bare.items);
  if (typeof bare.additionalProperties === 'object') bare.additionalProperties = withoutDescriptions(bare.additionalProperties);
  return bare;
}

const sorted = (object) => Object.fromEntries(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1)));
const pascal = (key) => key.replace(/(^|[^A-Za-z0-9]+)([A-Za-z0-9]?)/g, (_, __, letter) => letter.toUpperCase());
const SINGULAR = [
  [/ies$/, 'y'],
  [/(ias|ch|ss|x)es$/, '$1'],
  [/([^s])s$/, '$1'],
];
function singular(name) {
  const [plural, end] = SINGULAR.find(([pattern]) => pattern.test(name)) ?? [];
  return plural ? name.replace(plural, end) : name;
}
