/** Hashes as the JVM and Scala make them (MurmurHash3), of which the order of sets and maps comes. */

/** How a Scala library hashes and orders: 2.12 is Spark 3's, 2.13 is Spark 4's. */
export type Scala = '2.12' | '2.13';

const hashes = new Map<string, number>();
/** Keys whose hashes are kept. */
const KEPT = 10_000;

/** Java's `String.hashCode`. */
export function stringHash(text: string): number {
  const known = hashes.get(text);
  if (known !== undefined) return known;
  let hash = 0;
  for (let at = 0; at < text.length; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
  if (hashes.size >= KEPT) hashes.clear();
  hashes.set(text, hash);
  return hash;
}

const SEED = 0xcafebabe | 0;
const TUPLE = stringHash('Tuple2');

function scrambled(data: number): number {
  const part = Math.imul(data, 0xcc9e2d51);
  return Math.imul((part << 15) | (part >>> 17), 0x1b873593);
}

function mixed(hash: number, data: number): number {
  const whole = hash ^ scrambled(data);
  return (Math.imul((whole << 13) | (whole >>> 19), 5) + 0xe6546b64) | 0;
}

function finished(mixture: number, size: number): number {
  let hash = mixture ^ size;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

/** The hash of a pair of texts; 2.13 begins with the type's name. */
export function pairHash(one: string, other: string, scala: Scala): number {
  const start = scala === '2.13' ? mixed(SEED, TUPLE) : SEED;
  return finished(mixed(mixed(start, stringHash(one)), stringHash(other)), 2);
}

/**
 * The hash of a case class.
 *
 * @param fields their hashes
 */
export function caseClassHash(name: string, fields: readonly number[], scala: Scala): number {
  const start = scala === '2.13' ? mixed(SEED, stringHash(name)) : SEED;
  return finished(fields.reduce(mixed, start), fields.length);
}

/** The hash of an `Option`, by that of what is in it. */
export const optionHash = (content: number | undefined, scala: Scala): number =>
  content === undefined ? stringHash('None') : caseClassHash('Some', [content], scala);

/** The hash of a truth value. */
export const booleanHash = (value: boolean): number => (value ? 1231 : 1237);

/** The hash of a map of texts, whatever its order is. */
export function mapHash(entries: readonly (readonly [string, string])[], scala: Scala): number {
  let [sum, difference, product] = [0, 0, 1];
  for (const [key, value] of entries) {
    const hash = pairHash(key, value, scala);
    sum = (sum + hash) | 0;
    difference ^= hash;
    product = Math.imul(product, hash | 1);
  }
  return finished(mixed(mixed(stringHash('Map'), sum), difference) ^ scrambled(product), entries.length);
}
