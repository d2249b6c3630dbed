import { pairHash, type Scala, stringHash } from './scala-hash';

/**
 * Spark keeps its configuration in hash maps and walks through them, so that variables, volumes and the numbers of claims
 * come in the order of hashes. These functions give the order in which the JVM's and Scala's maps are walked through.
 */

/** Java's maps and Scala's newer ones use the upper half of a hash too. */
const spread = (text: string): number => {
  const hash = stringHash(text);
  return hash ^ (hash >>> 16);
};

/** No key. */
const NONE = -1;

/**
 * A table of a Java hash map as chains of numbers of keys: the first of each bin, and behind each key the next one of its bin.
 * Keys are put in and chains are parted as Java does, which the order within a bin depends on.
 */
interface Chains {
  readonly hashes: Int32Array;
  readonly next: Int32Array;
}

/** The order of a `java.util.concurrent.ConcurrentHashMap` into which keys were put in the order given. */
export function concurrentMapOrder(keys: readonly string[]): string[] {
  const count = keys.length;
  const chains: Chains = { hashes: new Int32Array(count), next: new Int32Array(count).fill(NONE) };
  let first = new Int32Array(16).fill(NONE);
  for (let key = 0; key < count; key++) {
    const hash = spread(keys[key]);
    chains.hashes[key] = hash;
    append(chains, first, hash & (first.length - 1), key);
    if (key + 1 >= first.length * 0.75) first = twiceAsLong(chains, first);
  }
  const order: string[] = [];
  for (const start of first) for (let key = start; key !== NONE; key = chains.next[key]) order.push(keys[key]);
  return order;
}

function append({ next }: Chains, first: Int32Array, bin: number, added: number): void {
  let last = first[bin];
  if (last === NONE) {
    first[bin] = added;
    return;
  }
  while (next[last] !== NONE) last = next[last];
  next[last] = added;
}

/** The end of a bin that goes to one half stays in order, what is before it is turned round. */
function twiceAsLong({ hashes, next }: Chains, first: Int32Array): Int32Array<ArrayBuffer> {
  const bit = first.length;
  const longer = new Int32Array(bit * 2).fill(NONE);
  for (let bin = 0; bin < bit; bin++) {
    const start = first[bin];
    if (start === NONE) continue;
    let run = start;
    for (let key = next[start]; key !== NONE; key = next[key]) {
      if ((hashes[key] & bit) !== (hashes[run] & bit)) run = key;
    }
    longer[(hashes[run] & bit) === 0 ? bin : bin + bit] = run;
    for (let key = start, following = NONE; key !== run; key = following) {
      following = next[key];
      const half = (hashes[key] & bit) === 0 ? bin : bin + bit;
      next[key] = longer[half];
      longer[half] = key;
    }
  }
  return longer;
}

/** The order of a `scala.collection.mutable.HashMap` into which keys were put in the order given. */
export function mutableMapOrder(keys: readonly string[], scala: Scala): string[] {
  return scala === '2.13' ? newMutableMapOrder(keys) : oldMutableMapOrder(keys);
}

function newMutableMapOrder(keys: readonly string[]): string[] {
  let length = 16;
  while (keys.length >= length * 0.75) length *= 2;
  const placed = keys.map((key) => {
    const hash = spread(key);
    return { key, hash, place: hash & (length - 1) };
  });
  return placed.sort((one, other) => one.place - other.place || one.hash - other.hash).map(({ key }) => key);
}

function oldMutableMapOrder(keys: readonly string[]): string[] {
  let table: string[][] = Array.from({ length: 16 }, () => []);
  const place = (key: string, length: number): number =>
    (rotated(swapped(stringHash(key)), 4) >>> Math.clz32(length - 1)) & (length - 1);
  let count = 0;
  for (const key of keys) {
    table[place(key, table.length)].unshift(key);
    count++;
    if (count <= table.length * 0.75) continue;
    const longer: string[][] = Array.from({ length: table.length * 2 }, () => []);
    for (const bin of [...table].reverse()) for (const moved of bin) longer[place(moved, longer.length)].unshift(moved);
    table = longer;
  }
  return [...table].reverse().flat();
}

/** Scala 2.12's second hash: bytes turned round between two multiplications, then bits rotated. */
function swapped(hash: number): number {
  const product = Math.imul(hash, 0x9e3775cd);
  const turned = (product >>> 24) | ((product >>> 8) & 0xff00) | ((product << 8) & 0xff0000) | (product << 24);
  return Math.imul(turned, 0x9e3775cd);
}

const rotated = (hash: number, bits: number): number => (hash >>> bits) | (hash << (32 - bits));

/** Immutable maps and sets of Scala up to this size keep their order. */
export const LEAST_HASHED = 4;

/** The order of a `scala.collection.immutable.Map` made of keys in the order given: up to four stay as they are. */
export function immutableMapOrder(keys: readonly string[], scala: Scala): readonly string[] {
  return keys.length <= LEAST_HASHED ? keys : trieOrder(keys, (key) => improved(stringHash(key)), scala);
}

/** The order of a `scala.collection.immutable.Set` of members with these hashes, made in the order given. */
export function immutableSetOrder<T>(members: readonly T[], hash: (member: T) => number, scala: Scala): readonly T[] {
  if (members.length <= LEAST_HASHED) return members;
  return trieOrder(members, (member) => improved(hash(member)), scala);
}

function improved(hash: number): number {
  let mixed = (hash + ~(hash << 9)) | 0;
  mixed ^= mixed >>> 14;
  mixed = (mixed + (mixed << 4)) | 0;
  return mixed ^ (mixed >>> 10);
}

/** Levels of a trie over five bits of the hash at a time. */
const LEVELS = 7;

interface Leaf<T> {
  readonly member: T;
  /** The branches to it, the topmost first, as digits to the base 32. */
  readonly path: number;
}

function leafOf<T>(member: T, hash: number): Leaf<T> {
  let path = 0;
  for (let level = 0; level < LEVELS; level++) path = path * 32 + ((hash >>> (5 * level)) & 31);
  return { member, path };
}

/** The order of a trie of hashes; 2.13 visits the values of a node before the nodes below it. */
function trieOrder<T>(members: readonly T[], hash: (member: T) => number, scala: Scala): T[] {
  const leaves = members.map((member) => leafOf(member, hash(member))).sort((one, other) => one.path - other.path);
  if (scala === '2.12') return leaves.map(({ member }) => member);
  const order: T[] = [];
  visitNode(leaves, 32 ** (LEVELS - 1), order);
  return order;
}

/** @param unit what one branch of the node counts in a path */
function visitNode<T>(leaves: readonly Leaf<T>[], unit: number, order: T[]): void {
  const below: (readonly Leaf<T>[])[] = [];
  for (let start = 0, end = 0; start < leaves.length; start = end) {
    const branch = Math.floor(leaves[start].path / unit);
    while (end < leaves.length && Math.floor(leaves[end].path / unit) === branch) end++;
    if (end - start === 1) order.push(leaves[start].member);
    else below.push(leaves.slice(start, end));
  }
  for (const node of below) {
    if (unit > 1) visitNode(node, unit / 32, order);
    else order.push(...node.map(({ member }) => member));
  }
}

/**
 * The order in which Spark walks through some keys of a configuration.
 * @param settings everything in the configuration, in the order in which it was put in
 */
export function settingsOrder(keys: readonly string[], settings: ReadonlyMap<string, string>, scala: Scala): string[] {
  // Spark makes a set of pairs of its map before it makes a list of them
  return scala === '2.13' ? newPairOrder(keys, settings) : oldPairOrder(keys, settings);
}

function newPairOrder(keys: readonly string[], settings: ReadonlyMap<string, string>): string[] {
  let length = 16;
  while (settings.size >= length * 0.75) length *= 2;
  const placed = keys.map((key) => {
    const pair = pairHash(key, settings.get(key) ?? '', '2.13');
    const hash = pair ^ (pair >>> 16);
    return { key, hash, place: hash & (length - 1) };
  });
  return placed.sort((one, other) => one.place - other.place || one.hash - other.hash).map(({ key }) => key);
}

/** Scala 2.12's sets are arrays in which a pair goes to the next free place. */
function oldPairOrder(keys: readonly string[], settings: ReadonlyMap<string, string>): string[] {
  const wanted = new Set(keys);
  type Pair = { readonly key: string; readonly hash: number };
  let table: (Pair | undefined)[] = Array.from({ length: 32 });
  let count = 0;
  const put = (pair: Pair): void => {
    const bits = 31 - Math.clz32(table.length);
    let place = (rotated(pair.hash, bits) >>> (32 - bits)) & (table.length - 1);
    while (table[place] !== undefined) place = (place + 1) % table.length;
    table[place] = pair;
    count++;
    if (count < Math.floor(table.length * 0.45)) return;
    const old = table;
    table = Array.from({ length: old.length * 2 });
    count = 0;
    for (const moved of old) if (moved !== undefined) put(moved);
  };
  // the configuration that steps read is a copy, made by walking through the original
  for (const key of concurrentMapOrder(concurrentMapOrder([...settings.keys()]))) {
    put({ key, hash: swapped(pairHash(key, settings.get(key) ?? '', '2.12')) });
  }
  return table.flatMap((pair) => (pair !== undefined && wanted.has(pair.key) ? [pair.key] : []));
}
