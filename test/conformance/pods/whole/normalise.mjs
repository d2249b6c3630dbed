import { withoutChance } from './chance.mjs';
import { javaProperties } from './java-properties.mjs';

/** What Spark draws at run time, and nothing else: the shapes that are replaced wherever they stand. */
const DRAWN = [
  [/(?<=spark\.app\.submitTime"[:,]")\d{13}(?=")/g, 'time'],
  [/(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/g, 'secret'],
  [/spark-[0-9a-f]{32}/g, 'application'],
  [/(?<=spark-(?:upload-)?)[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9a-f])/g, 'uuid'],
  // a name that would start with a digit of the id gets an x in its place
  [/(?<![0-9a-z])(?:[0-9a-f]|x)[0-9a-f]{15,16}(?![0-9a-f])/g, 'id'],
];

/** Java's hash of a text. */
function hash(text) {
  let value = 0;
  for (let at = 0; at < text.length; at += 1) {
    value = (Math.imul(value, 31) + text.charCodeAt(at)) | 0;
  }
  return value;
}

/** Keys of one hash come as Spark's own maps had them before, which the library does not follow. */
function withParsedProperties(resource) {
  const text = resource.kind === 'ConfigMap' ? resource.data?.['spark.properties'] : undefined;
  if (text !== undefined) {
    const places = new Map();
    const place = ([key], index) => places.get(hash(key)) ?? places.set(hash(key), index).get(hash(key));
    resource.data['spark.properties'] = javaProperties(text)
      .map((entry, index) => ({ entry, place: place(entry, index) }))
      .sort((one, other) => one.place - other.place || (one.entry[0] < other.entry[0] ? -1 : 1))
      .map(({ entry }) => entry);
  }
}

/**
 * An answer without what is random: ids become `<kind n>`, n by their first appearance, so that the same id still has to stand at
 * the same places; what has its order by chance gets one; the dated text of spark.properties becomes what it says.
 */
export function normalised(answer) {
  if (answer.error !== undefined) {
    return { errorAt: answer.errorAt };
  }
  const result = sortedByKey(answer);
  const { driver, driverPreResources, driverResources, driverProperties, executors } = result;
  withoutChance('driver', driver, driverResources, driverProperties);
  for (const { pod, resources } of executors) {
    withoutChance('executor', pod, resources, driverProperties);
  }
  driverResources.forEach(withParsedProperties);
  const seen = new Map();
  const numbered = (kind) => (id) => {
    if (kind === 'uuid') {
      return `<${kind}>`; // every pod draws its own
    }
    if (!seen.has(id)) {
      seen.set(id, `<${kind} ${[...seen.values()].filter((name) => name.startsWith(`<${kind}`)).length + 1}>`);
    }
    return seen.get(id);
  };
  const inOrder = { driver, driverPreResources, driverResources, driverProperties: sortedByKey(driverProperties), executors };
  return JSON.parse(
    DRAWN.reduce((text, [shape, kind]) => text.replaceAll(shape, numbered(kind)), JSON.stringify(sortedByKey(inOrder))),
  );
}

/** The same with its members in order, so that ids are numbered alike whatever order the members came in. */
function sortedByKey(value) {
  if (Array.isArray(value)) {
    return value.map(sortedByKey);
  }
  if (value === null || typeof value !== 'object') {
    return value;
  }
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sortedByKey(value[key])]),
  );
}
