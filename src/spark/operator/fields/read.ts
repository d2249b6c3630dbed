import type { JsonObject, JsonValue } from '../../../manifest';
import { isObject } from '../../../manifest/values';
import { described, scalarProblem } from './scalars';
import { type Field, type FieldType, type Shape, shapeOf, TEMPLATE_SHAPE } from './shape';
import { suggestion } from './suggestion';

/** What is wrong with a field. */
export interface FieldProblem {
  /**
   * The API server or the operator's webhook refuses the manifest; it refuses an unknown field under strict validation, and
   * prunes it otherwise; or the operator does not see what is stored.
   */
  readonly effect: 'refused' | 'pruned' | 'unseen';
  readonly path: string;
  /** Its path, and what is wrong: `spec.driver.memory is the number 1024, but has to be a text`. */
  readonly problem: string;
  readonly fix: string;
}

/** A manifest as it is stored. */
export interface ReadFields {
  /** Without unknown fields and those of wrong types, with the API server's defaults and the zeros that Go writes. */
  readonly object: JsonObject;
  readonly problems: readonly FieldProblem[];
}

/** Reads a manifest field by field as the API server and the operator do. */
export function readFields(manifest: JsonObject, kind: 'SparkApplication' | 'ScheduledSparkApplication'): ReadFields {
  const reading = new Reading();
  const object = reading.object(manifest, shapeOf(kind), '', false);
  return { object: object ?? {}, problems: reading.problems };
}

class Reading {
  readonly problems: FieldProblem[] = [];

  /** The value as it is stored; undefined when it cannot be. */
  value(value: JsonValue, type: FieldType, path: string, inTemplate: boolean): JsonValue | undefined {
    switch (type.is) {
      case 'object':
        return this.object(value, shapeOf(type.shape), path, inTemplate || type.shape === TEMPLATE_SHAPE);
      case 'list':
        return this.#list(value, type, path, inTemplate);
      case 'map':
        return this.#map(value, type, path, inTemplate);
      default: {
        const found = scalarProblem(value, type, inTemplate);
        if (found === undefined) return value;
        this.#refuse(path, found.problem, found.fix);
        return undefined;
      }
    }
  }

  object(value: JsonValue, shape: Shape, path: string, inTemplate: boolean): JsonObject | undefined {
    if (!isObject(value)) return this.#wrong(path, value, 'an object');
    const result: Record<string, JsonValue> = {};
    for (const [name, inner] of Object.entries(value)) {
      const field = shape.fields.get(name);
      if (field === undefined) this.#lost(at(path, name), name, shape, inTemplate);
      else if (inner !== null && inner !== undefined) {
        const read = this.value(inner, field.type, at(path, name), inTemplate);
        if (read !== undefined && !(inTemplate && isLeftOut(read, field))) result[name] = read;
      }
    }
    for (const [name, field] of shape.filled)
      if (missing(value, name)) this.#fill(result, name, field, at(path, name), inTemplate);
    return result;
  }

  #fill(result: Record<string, JsonValue>, name: string, field: Field, path: string, inTemplate: boolean): void {
    // In templates the API server's defaults do not count; a quantity is never empty in Go.
    const byDefault = inTemplate && field.type.is !== 'quantity' ? undefined : field.byDefault;
    if (byDefault !== undefined) result[name] = scalarOf(byDefault, field.type);
    else if (field.missing === 'zero') result[name] = this.#zero(field.type, path, inTemplate);
    else if (field.missing === 'refused' && !inTemplate) this.#refuse(path, 'is missing', 'add it');
  }

  #zero(type: FieldType, path: string, inTemplate: boolean): JsonValue {
    if (type.is === 'object') return this.value({}, type, path, inTemplate) ?? {};
    if (type.is === 'list' || type.is === 'map') return null;
    return type.is === 'text' ? '' : type.is === 'boolean' ? false : 0;
  }

  #list(value: JsonValue, { of, keys }: Extract<FieldType, { is: 'list' }>, path: string, inTemplate: boolean) {
    if (!Array.isArray(value)) return this.#wrong(path, value, 'a list');
    const list = value.map((each, index) => {
      const place = `${path}[${index}]`;
      return each === null ? this.#zero(of, place, inTemplate) : this.value(each, of, place, inTemplate);
    });
    if (keys.length > 0 && !inTemplate) this.#twice(list, keys, path);
    return list.filter((each) => each !== undefined);
  }

  /** Elements of some lists are told apart by their keys. */
  #twice(list: readonly (JsonValue | undefined)[], keys: readonly string[], path: string): void {
    const seen = new Set<string>();
    list.forEach((each, index) => {
      if (!isObject(each)) return;
      const key = keys.map((name) => `${name} ${String(each[name])}`).join(', ');
      if (seen.has(key)) this.#refuse(`${path}[${index}]`, `has ${key} like another one in the list`, 'keep one of them');
      seen.add(key);
    });
  }

  #map(value: JsonValue, { of }: Extract<FieldType, { is: 'map' }>, path: string, inTemplate: boolean) {
    if (!isObject(value)) return this.#wrong(path, value, 'an object');
    // Of what the operator's definitions describe, the API server drops entries that are null; Go makes them empty.
    const isKept = inTemplate || path.startsWith('metadata');
    const entries = Object.entries(value).flatMap(([key, inner]) => {
      const place = `${path}[${key}]`;
      const read =
        inner !== null ? this.value(inner, of, place, inTemplate) : isKept ? this.#zero(of, place, inTemplate) : undefined;
      return read === undefined ? [] : [[key, read] as const];
    });
    return Object.fromEntries(entries);
  }

  #wrong(path: string, value: JsonValue, what: string): undefined {
    this.#refuse(path, `is ${described(value)}, but has to be ${what}`, `write ${what}`);
  }

  #refuse(path: string, problem: string, fix: string): void {
    this.problems.push({ effect: 'refused', path, problem: `${path} ${problem}`, fix });
  }

  /** The API server keeps what it finds in a template; the operator's types then do not have it. */
  #lost(path: string, name: string, shape: Shape, inTemplate: boolean): void {
    const problem = inTemplate
      ? `${path} is lost: the operator reads templates with the types of Kubernetes 1.32, which do not have it`
      : `${path} does not exist: kubectl apply refuses it, without validation it is lost`;
    this.problems.push({ effect: inTemplate ? 'unseen' : 'pruned', path, problem, fix: suggestion(name, shape) });
  }
}

const at = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`);

const missing = (object: JsonObject, name: string): boolean => object[name] === undefined || object[name] === null;

/** Lists and maps that hold nothing are not in the file that the operator writes of a template. */
function isLeftOut(value: JsonValue, { type, missing }: Field): boolean {
  return (type.is === 'list' || type.is === 'map') && missing === 'fine' && Object.keys(value as object).length === 0;
}

function scalarOf(text: string, type: FieldType): JsonValue {
  if (type.is === 'boolean') return text === 'true';
  return type.is === 'number' ? Number(text) : text;
}
