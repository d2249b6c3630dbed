import { isDeepStrictEqual } from 'node:util';
import { withoutChance } from '../pods/whole/chance.mjs';

/** How two JSON values differ: one sentence a place, none when they do not. */
export function differences(ours, theirs, path = '') {
  if (isDeepStrictEqual(ours, theirs)) {
    return [];
  }
  const nested = (value) => typeof value === 'object' && value !== null;
  if (!nested(ours) || !nested(theirs) || Array.isArray(ours) !== Array.isArray(theirs)) {
    return [`${path || 'all'}: predicted ${JSON.stringify(ours)}, real ${JSON.stringify(theirs)}`];
  }
  return [...new Set([...Object.keys(ours), ...Object.keys(theirs)])].flatMap((key) =>
    differences(ours[key], theirs[key], path ? `${path}.${key}` : key),
  );
}

/** The pairs after `--conf`, and everything else in its order. */
function parted(words) {
  const pairs = [];
  const rest = [];
  for (let index = 0; index < words.length; index += 1) {
    if (words[index] === '--conf' && words[index + 1]?.startsWith('spark.')) {
      index += 1;
      const [, key, value] = /^([^=]*)=(.*)$/s.exec(words[index]);
      pairs.push([key, value]);
    } else {
      rest.push(words[index]);
    }
  }
  return { pairs, rest };
}

/** All values of each key, in their order: spark-submit takes the last one. */
function valuesByKey(pairs) {
  const result = {};
  for (const [key, value] of [...pairs].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))) {
    result[key] = [...(result[key] ?? []), value];
  }
  return result;
}

/**
 * How two argument lists differ. The operator goes through maps in random order, so keys are compared regardless of their
 * order; the values of one key are not.
 */
export function argumentDifferences(ours, theirs) {
  const [predicted, real] = [parted(ours), parted(theirs)];
  return [
    ...differences(predicted.rest, real.rest, 'arguments without --conf'),
    ...differences(valuesByKey(predicted.pairs), valuesByKey(real.pairs), '--conf'),
  ];
}

const QUANTITIES = new Set(['limits', 'requests']);

/** A template without what Go writes for absent fields and leaves out of stated ones, and with quantities in one notation. */
export function plainTemplate(template, canonicalQuantity) {
  const quantity = (value) => canonicalQuantity(String(value)) ?? value;
  const plain = (value, key) => {
    if (Array.isArray(value)) {
      return value.map((each) => plain(each));
    }
    if (typeof value !== 'object' || value === null) {
      return key === 'sizeLimit' || key === 'divisor' ? quantity(value) : value;
    }
    const entries = Object.entries(value).map(([name, inner]) => [
      name,
      QUANTITIES.has(key) ? quantity(inner) : plain(inner, name),
    ]);
    return Object.fromEntries(entries.filter(([name, inner]) => !isZero(name, inner)));
  };
  return plain(template);
}

function isZero(name, value) {
  if (value === null || value === '' || value === false || (value === 0 && name === 'initialDelaySeconds')) {
    return true;
  }
  const empty = typeof value === 'object' && Object.keys(value).length === 0;
  return (
    empty &&
    (Array.isArray(value) ||
      ['resources', 'metadata', 'labels', 'annotations', 'nodeSelector', 'limits', 'requests'].includes(name))
  );
}

const HEX = /(?<![0-9a-f])[0-9a-f]{16,}(?![0-9a-f])/g;
const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** A text with placeholders for what Spark draws at random. */
export const plainText = (text) => text.replaceAll(UUID, '<uuid>').replaceAll(HEX, '<hex>');

/**
 * A pod of the API server without what that draws or records by itself, with placeholders for what Spark draws, and with one
 * order for what has its order by chance. `properties` are the driver's.
 */
export function plainPod(pod, passByLabel, properties) {
  const { uid, creationTimestamp, managedFields, ...metadata } = pod.metadata;
  const { [passByLabel]: _, ...labels } = metadata.labels ?? {};
  const result = JSON.parse(plainText(JSON.stringify({ ...pod, metadata: { ...metadata, labels } })));
  withoutChance(labels['spark-role'], result, [], properties);
  return result;
}
