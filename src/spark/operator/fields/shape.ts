import { SHAPES } from './data/shapes';

/** What a field may hold. */
export type FieldType =
  | { readonly is: 'object'; readonly shape: string }
  | { readonly is: 'list'; readonly of: FieldType; readonly keys: readonly string[] }
  | { readonly is: 'map'; readonly of: FieldType }
  | { readonly is: 'text'; readonly oneOf?: readonly string[]; readonly pattern?: RegExp }
  | { readonly is: 'number'; readonly least: number; readonly most: number }
  | { readonly is: 'boolean' | 'quantity' | 'port' | 'time' | 'any' };

/** A field of an object. */
export interface Field {
  readonly type: FieldType;
  /** What happens when it is missing: nothing, it gets its zero from the webhook, or the API server refuses it then. */
  readonly missing: 'fine' | 'zero' | 'refused';
  /** What the API server writes when it is missing. */
  readonly byDefault?: string;
}

/** What an object may hold. */
export interface Shape {
  readonly fields: ReadonlyMap<string, Field>;
  /** Those of the fields about which something is done when they are missing. */
  readonly filled: readonly (readonly [name: string, field: Field])[];
}

/** Pod templates: the operator's definitions say nothing about them, so only their types count. */
export const TEMPLATE_SHAPE = 'PodTemplate';

const MISSING = { '': 'fine', '*': 'zero', '!': 'refused' } as const;

const known = new Map<string, Shape>();
let lines: ReadonlyMap<string, string> | undefined;

/** The object of a name, such as SparkApplicationSpec. */
export function shapeOf(name: string): Shape {
  let shape = known.get(name);
  if (shape === undefined) {
    lines ??= new Map(SHAPES.split('\n').map((line) => [line.slice(0, line.indexOf(' ')), line] as const));
    shape = parseShape(lines.get(name) ?? '');
    known.set(name, shape);
  }
  return shape;
}

function parseShape(line: string): Shape {
  const entries = line
    .slice(line.indexOf('{') + 2, -2)
    .split('; ')
    .map(parseField);
  const isFilled = ({ missing, byDefault }: Field): boolean => missing !== 'fine' || byDefault !== undefined;
  return { fields: new Map(entries), filled: entries.filter(([, field]) => isFilled(field)) };
}

function parseField(text: string): [name: string, field: Field] {
  const [, name = '', mark = '', type = '', byDefault] = /^(\w+)([*!]?): (\S+?(?: by [\w,]+\])?)(?:=(.*))?$/.exec(text) ?? [];
  const missing = MISSING[mark as keyof typeof MISSING];
  return [name, { type: parseType(type), missing, ...(byDefault === undefined ? {} : { byDefault }) }];
}

const LIMITS: Readonly<Record<string, number>> = { int32: 2 ** 31, int64: 2 ** 63 };

function parseType(text: string): FieldType {
  if (text.startsWith('[')) {
    const [of = '', keys] = text.slice(1, -1).split(' by ');
    return { is: 'list', of: parseType(of), keys: keys?.split(',') ?? [] };
  }
  if (text.startsWith('{')) return { is: 'map', of: parseType(text.slice(1, -1)) };
  const [, name = '', options, pattern] = /^(\w+)(?:\((.*)\))?(?:\/(.*)\/)?$/.exec(text) ?? [];
  if (name === 'string') {
    return { is: 'text', ...(options && { oneOf: options.split('|') }), ...(pattern && { pattern: new RegExp(pattern) }) };
  }
  const limit = LIMITS[name];
  if (limit !== undefined) {
    const [least, most] = (options ?? '..').split('..');
    return { is: 'number', least: least ? Number(least) : -limit, most: most ? Number(most) : limit - 1 };
  }
  const plain = ['boolean', 'quantity', 'port', 'time', 'any'] as const;
  const is = plain.find((each) => each === name);
  return is === undefined ? { is: 'object', shape: name } : { is };
}
