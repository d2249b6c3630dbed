import type { JsonObject, JsonValue } from '../../../manifest';
import { isObject } from '../../../manifest/values';
import { type FieldType, shapeOf } from './shape';

/** An affinity or a toleration as Go writes it as JSON: without optional texts, lists and maps that hold nothing. */
export function asWritten(object: JsonObject, shape: 'Affinity' | 'Toleration'): JsonObject {
  return writtenObject(object, shape);
}

function writtenObject(object: JsonObject, shape: string): JsonObject {
  const { fields } = shapeOf(shape);
  const entries = Object.entries(object).flatMap(([name, value]) => {
    const field = fields.get(name);
    if (field === undefined || (field.missing === 'fine' && isEmpty(value, field.type))) return [];
    return [[name, written(value, field.type)] as const];
  });
  return Object.fromEntries(entries);
}

function written(value: JsonValue, type: FieldType): JsonValue {
  if (type.is === 'object' && isObject(value)) return writtenObject(value, type.shape);
  return type.is === 'list' && Array.isArray(value) ? value.map((each) => written(each, type.of)) : value;
}

function isEmpty(value: JsonValue, { is }: FieldType): boolean {
  if (is === 'text') return value === '';
  return (is === 'list' || is === 'map') && Object.keys(value as object).length === 0;
}
