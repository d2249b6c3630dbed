import type { JsonObject, JsonValue } from '../../../manifest';
import { printDouble } from '../java/text';
import type { SparkPod } from '../pod';
import { isQuantityText } from '../quantity';
import { since } from '../versions';
import { POD_SHAPE, type Shape } from './pod-shape';
import { Fraction, readYaml, truthOf } from './read-yaml';

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
  try {
    return clean(template, POD_SHAPE, 'the template', undefined) as JsonObject;
  } catch (error) {
    if (error instanceof RangeError) throw new TemplateProblem('an alias in it stands for what it is a part of');
    throw error;
  }
}

/**
 * The Spark whose Kubernetes client reads the pod. Those of Spark 4 take `defaultMode: 0400` as octal and refuse fractions for
 * whole numbers, that of Spark 3 takes it as 400 and cuts fractions off; older ones do not know every field. When it is not
 * known yet, such values are kept for it.
 */
type Version = string | undefined;

const prepared = new WeakMap<JsonObject, Map<string, SparkPod>>();

/**
 * The pod that Spark starts from: the template as its Kubernetes client reads and writes it, with Spark's container apart.
 * @param version of the Spark that reads it
 * @param containerName the container to take; the first one when there is none of that name, or no name is given
 */
export function podOfTemplate(template: JsonObject, version: string, containerName = ''): SparkPod {
  const byReading = prepared.get(template) ?? new Map<string, SparkPod>();
  prepared.set(template, byReading);
  const reading = `${version} ${containerName}`;
  const pod = byReading.get(reading) ?? prepare(template, containerName, version);
  byReading.set(reading, pod);
  return pod;
}

function prepare(template: JsonObject, containerName: string, version: Version): SparkPod {
  const pod = clean(template, POD_SHAPE, 'the template', version) as JsonObject;
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
function clean(value: Raw, shape: Shape, path: string, version: Version): JsonValue {
  switch (shape.kind) {
    case 'anything':
      return plain(value);
    case 'text':
      return text(value, path);
    case 'quantity':
      return quantityOf(value, path);
    case 'number-or-text':
      if (typeof value === 'string' || (typeof value === 'number' && isWithin(value, INTEGER))) return value;
      throw wrong(value, path, 'a number or a text');
    case 'whole':
      return forClient(value, path, version, false);
    case 'late':
      return known(shape, version) === undefined ? plain(value) : clean(value, shape.of, path, version);
    case 'mode':
      return forClient(value, path, version, true);
    case 'long':
      return longWhole(value, path);
    case 'boolean':
      return truth(value, path);
    case 'list':
      if (!Array.isArray(value)) throw wrong(value, path, 'a list');
      return value.map((item, index) => cleanItem(item, shape.of, `${path}[${index}]`, version));
    case 'map':
      return cleanFields(value, () => shape.of, { path, version, isMap: true });
    case 'object':
      return cleanFields(value, (field) => shape.fields.get(field), { path, version, isMap: false });
  }
}

/** The shape of a field, as far as the client knows it. */
function known(shape: Shape | undefined, version: Version): Shape | undefined {
  if (shape?.kind !== 'late') return shape;
  return version !== undefined && since(version, shape.since) ? shape.of : undefined;
}

/** Of what has fields, a null is one without any. */
function cleanItem(item: Raw, shape: Shape, path: string, version: Version): JsonValue {
  if (item !== null) return clean(item, shape, path, version);
  return shape.kind === 'object' ? {} : null;
}

const wrong = (value: Raw, path: string, expected: string): TemplateProblem =>
  new TemplateProblem(`${path} is ${JSON.stringify(plain(value))}: write ${expected}`);

/** A value that Spark's Kubernetes client does not know, as it is. */
function plain(value: Raw): JsonValue {
  if (value instanceof Fraction) return Number.isFinite(value.value) ? value.value : String(value.value);
  if (typeof value === 'bigint') return Number(value);
  if (Array.isArray(value)) return value.map(plain);
  if (!isObject(value)) return value as JsonValue;
  return Object.fromEntries(Object.entries(value).map(([field, inner]) => [field, plain(inner)]));
}

interface Place {
  readonly path: string;
  readonly version: Version;
  readonly isMap: boolean;
}

function cleanFields(value: Raw, shapeOf: (field: string) => Shape | undefined, { path, version, isMap }: Place): JsonObject {
  if (!isObject(value)) throw wrong(value, path, 'fields');
  const fields: [string, JsonValue][] = [];
  for (const [field, inner] of Object.entries(value)) {
    const shape = known(shapeOf(field), version);
    if (shape === undefined) {
      fields.push([field, plain(inner)]);
      continue;
    }
    if (inner === null) {
      if (path === 'the template.spec' && field === 'containers') throw new TemplateProblem('its list of containers is null');
      if (isMap) fields.push([field, null]); // a map keeps its nulls, fields are left out
      continue;
    }
    const cleaned = clean(inner, shape, `${path}.${field}`, version);
    if (cleaned !== null && !isEmpty(cleaned, shape)) fields.push([field, cleaned]);
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

const INTEGER = 2n ** 31n;
const LONG = 2n ** 63n;

const isWithin = (value: number | bigint, limit: bigint): boolean => BigInt(value) >= -limit && BigInt(value) < limit;

function whole(value: Raw, path: string, limit = INTEGER): number {
  const number = typeof value === 'string' && /^[+-]?[0-9]+$/.test(value) ? BigInt(value.replace('+', '')) : value;
  if ((typeof number === 'number' && Number.isInteger(number)) || typeof number === 'bigint') {
    if (isWithin(number, limit)) return Number(number);
  }
  throw wrong(value, path, 'a whole number');
}

const OCTAL = /^0[oO]?([0-7]+)$/;

/** A whole number as a client reads it. */
function forClient(value: Raw, path: string, version: Version, isMode: boolean): JsonValue {
  const text = value instanceof Fraction || typeof value === 'string' ? String(value) : undefined;
  const octal = isMode && text !== undefined ? OCTAL.exec(text)?.[1] : undefined;
  const isFraction = text !== undefined && /^-?[0-9]+\.[0-9]+$/.test(text);
  const isForOne = octal !== undefined || isFraction || (text !== undefined && /^(?:\s.*|.*\s)?$/s.test(text));
  if (version === undefined && text !== undefined && isForOne) return text;
  if (version === undefined || since(version, '4.0')) return whole(octal === undefined ? value : Number.parseInt(octal, 8), path);
  if (text === '') return null;
  return whole(isFraction ? Math.trunc(Number(text)) : trimmed(value), path);
}

function longWhole(value: Raw, path: string): JsonValue {
  if (value instanceof Fraction) return Math.trunc(value.value);
  return value === '' ? null : whole(trimmed(value), path, LONG);
}

const trimmed = (value: Raw): Raw => (typeof value === 'string' ? value.trim() : value);

function truth(value: Raw, path: string): boolean | null {
  if (typeof value === 'boolean') return value;
  if (value === '') return null;
  if (typeof value === 'number') return value !== 0;
  const found = typeof value === 'string' ? truthOf(value) : undefined;
  if (found === undefined) throw wrong(value, path, 'true or false');
  return found;
}
