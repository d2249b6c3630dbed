import type { JsonObject, JsonValue } from '../../../manifest';
import { printDouble } from '../java/text';
import type { SparkPod } from '../pod';
import { isQuantityText } from '../quantity';
import { POD_SHAPE, type Shape } from './pod-shape';
import { Fraction, readYaml } from './read-yaml';

/** A pod template that Spark cannot read, with what is wrong in it. */
export class TemplateProblem extends Error {}

/** Reads the text of a pod template; throws a TemplateProblem when it is none. */
export function parsePodTemplate(text: string): JsonObject {
  let template: unknown;
  try {
    template = readYaml(text);
  } catch (error) {
    throw new TemplateProblem(`it is no YAML: ${(error as Error).message}`);
  }
  if (!isObject(template)) throw new TemplateProblem('it holds no pod');
  return clean(template, POD_SHAPE, 'the template') as JsonObject;
}

const prepared = new WeakMap<JsonObject, Map<string, SparkPod>>();

/**
 * The pod that Spark starts from: the template as its Kubernetes client reads and writes it, with Spark's container apart.
 * @param containerName the container to take; the first one when there is none of that name, or no name is given
 */
export function podOfTemplate(template: JsonObject, containerName = ''): SparkPod {
  const byName = prepared.get(template) ?? new Map<string, SparkPod>();
  prepared.set(template, byName);
  const pod = byName.get(containerName) ?? prepare(template, containerName);
  byName.set(containerName, pod);
  return pod;
}

function prepare(template: JsonObject, containerName: string): SparkPod {
  const pod = clean(template, POD_SHAPE, 'the template') as JsonObject;
  // whatever the template says of its version
  const { apiVersion: _, kind = 'Pod', metadata, spec, ...rest } = pod;
  if (spec === undefined) throw new TemplateProblem('it has no spec');
  const { containers = [], ...others } = spec as JsonObject;
  const list = containers as JsonObject[];
  const named = list.filter(({ name }) => containerName !== '' && name === containerName);
  const container = named.length === 1 ? named[0] : list[0];
  const remaining = list.filter((each) => each !== container);
  return {
    apiVersion: 'v1',
    kind: kind as string,
    rest,
    metadata: metadata as JsonObject | undefined,
    spec: remaining.length === 0 ? others : { ...others, containers: remaining },
    container: container ?? {},
  };
}

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Fraction);
const isEmpty = (value: JsonValue | undefined, shape: Shape): boolean =>
  (shape.kind === 'list' && (value as JsonValue[]).length === 0) ||
  (shape.kind === 'map' && Object.keys(value as JsonObject).length === 0);

/** What a template may hold before its values have their fields' types. */
type Raw = JsonValue | Fraction | bigint | Raw[] | { [field: string]: Raw };

/** A value of the template after reading and writing: nulls and empty lists are gone, scalars have their field's type. */
function clean(value: Raw, shape: Shape, path: string): JsonValue {
  switch (shape.kind) {
    case 'anything':
      return plain(value);
    case 'text':
      return text(value, path);
    case 'quantity':
      return quantityOf(value, path);
    case 'number-or-text':
      if (typeof value === 'string' || typeof value === 'number') return value;
      throw wrong(value, path, 'a number or a text');
    case 'whole':
      return whole(value, path);
    case 'long':
      return value instanceof Fraction ? Math.trunc(value.value) : whole(value, path);
    case 'boolean':
      return truth(value, path);
    case 'list':
      if (!Array.isArray(value)) throw wrong(value, path, 'a list');
      return value.map((item, index) => (item === null ? null : clean(item, shape.of, `${path}[${index}]`)));
    case 'map':
      return cleanFields(value, () => shape.of, path);
    case 'object':
      return cleanFields(value, (field) => shape.fields.get(field), path);
  }
}

const wrong = (value: Raw, path: string, expected: string): TemplateProblem =>
  new TemplateProblem(`${path} is ${JSON.stringify(plain(value))}: write ${expected}`);

/** A value that Spark's Kubernetes client does not know, as it is. */
function plain(value: Raw): JsonValue {
  if (value instanceof Fraction) return value.value;
  if (typeof value === 'bigint') return Number(value);
  if (Array.isArray(value)) return value.map(plain);
  if (!isObject(value)) return value as JsonValue;
  return Object.fromEntries(Object.entries(value).map(([field, inner]) => [field, plain(inner)]));
}

function cleanFields(value: Raw, shapeOf: (field: string) => Shape | undefined, path: string): JsonObject {
  if (!isObject(value)) throw wrong(value, path, 'fields');
  const fields: [string, JsonValue][] = [];
  for (const [field, inner] of Object.entries(value)) {
    const shape = shapeOf(field);
    if (shape === undefined) {
      fields.push([field, plain(inner)]);
      continue;
    }
    if (inner === null) {
      if (path === 'the template.spec' && field === 'containers') throw new TemplateProblem('its list of containers is null');
      continue;
    }
    const cleaned = clean(inner, shape, `${path}.${field}`);
    if (!isEmpty(cleaned, shape)) fields.push([field, cleaned]);
  }
  return Object.fromEntries(fields);
}

function text(value: Raw, path: string): string {
  if (typeof value === 'object' && !(value instanceof Fraction)) throw wrong(value, path, 'a text');
  return typeof value === 'number' && !Number.isInteger(value) ? printDouble(value) : String(value);
}

function quantityOf(value: Raw, path: string): string {
  const quantity = text(value, path);
  if (!isQuantityText(quantity)) throw wrong(value, path, 'a quantity such as 500m or 1Gi');
  return quantity;
}

function whole(value: Raw, path: string): number {
  const number = typeof value === 'string' && /^[+-]?[0-9]+$/.test(value.trim()) ? Number(value) : plain(value);
  if (typeof number === 'number' && Number.isInteger(number)) return number;
  throw wrong(value, path, 'a whole number');
}

function truth(value: Raw, path: string): boolean {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return value !== 0;
  const found = typeof value === 'string' ? TRUTHS.get(value) : undefined;
  if (found === undefined) throw wrong(value, path, 'true or false');
  return found;
}

const TRUTHS: ReadonlyMap<string, boolean> = new Map([
  ...['true', 'True', 'TRUE'].map((text) => [text, true] as const),
  ...['false', 'False', 'FALSE'].map((text) => [text, false] as const),
]);
