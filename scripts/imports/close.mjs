/** Kubernetes' own syntax of a quantity; the same pattern stands in every CRD that controller-gen wrote. */
const QUANTITY =
  '^(\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|([eE](\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))))?$';

/** Types whose wire form is not what their OpenAPI definition says. */
const WIRE_FORMS = {
  Quantity: { type: ['number', 'string'], pattern: QUANTITY },
  IntOrString: { type: ['integer', 'string'] },
};

/** Keywords that mean the same in OpenAPI and in JSON Schema; everything else is a hint to the API server. */
const KEPT = [
  'description',
  'enum',
  'maxItems',
  'maxLength',
  'maxProperties',
  'maximum',
  'minItems',
  'minLength',
  'minProperties',
  'minimum',
  'pattern',
  'required',
  'type',
];

/** `io.k8s.api.core.v1.PodSpec` → `PodSpec`. */
export const shortName = (ref) => ref.split(/[./]/).at(-1);

/**
 * An OpenAPI or CRD schema as JSON Schema (draft 7), every object closed that the API server would prune.
 *
 * The API server prunes what a structural schema does not name, so an object without properties accepts nothing, and says
 * so under strict field validation. `null` is refused unless the field is nullable: the server drops it, a manifest should not have it.
 *
 * @param {object} schema
 * @param {(definition: string) => string} refName the name under `definitions` of what a `$ref` points at
 */
export function close(schema, refName = shortName) {
  if (schema.$ref) return WIRE_FORMS[shortName(schema.$ref)] ?? { $ref: `#/definitions/${refName(schema.$ref)}` };
  if (schema['x-kubernetes-int-or-string']) return { ...pick(schema, ['description', 'pattern']), type: ['integer', 'string'] };
  const closed = pick(schema, KEPT);
  if (schema.pattern) closed.pattern = portable(schema.pattern);
  if (schema.nullable) closed.type = [schema.type, 'null'];
  if (schema.format === 'int32') {
    closed.minimum = Math.max(schema.minimum ?? -(2 ** 31), -(2 ** 31));
    closed.maximum = Math.min(schema.maximum ?? 2 ** 31 - 1, 2 ** 31 - 1);
  }
  if (schema.items) closed.items = close(schema.items, refName);
  if (schema.properties) closed.properties = mapValues(schema.properties, (property) => close(property, refName));
  if (schema.type === 'object') closed.additionalProperties = rest(schema, refName);
  return closed;
}

/** CRD patterns are Go's; JSON Schema's are ECMAScript's, which has no `(?i)` inside: both cases are written out instead. */
function portable(pattern) {
  if (!pattern.includes('(?i)')) return pattern;
  if (/[[\\]/.test(pattern)) throw new Error(`pattern ${pattern} ignores case, which is only translated for plain letters`);
  return pattern.replace('(?i)', '').replace(/[a-z]/gi, (letter) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`);
}

function rest(schema, refName) {
  if (typeof schema.additionalProperties === 'object') return close(schema.additionalProperties, refName);
  return Boolean(schema['x-kubernetes-preserve-unknown-fields'] || schema.additionalProperties);
}

/** A kind at the top of a manifest: which kind it is must be said, and its name; status belongs to the cluster. */
export function asManifest(schema, apiVersion, kind, metadata) {
  const { status, ...properties } = schema.properties;
  return {
    ...schema,
    properties: {
      ...properties,
      apiVersion: { type: 'string', enum: [apiVersion] },
      kind: { type: 'string', enum: [kind] },
      metadata,
    },
    required: [...new Set([...(schema.required ?? []), 'apiVersion', 'kind', 'metadata'])]
      .filter((name) => name !== 'status')
      .sort(),
  };
}

/** Metadata of a manifest in Git: `metadata.name` is always stated. */
export const NAMED_METADATA = { allOf: [{ $ref: '#/definitions/ObjectMeta' }, { required: ['name'] }] };

const pick = (object, keys) => Object.fromEntries(keys.filter((key) => key in object).map((key) => [key, object[key]]));

export const mapValues = (object, change) =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value, key)]));
