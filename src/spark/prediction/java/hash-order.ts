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

/** The order of a `java.util.concurrent.ConcurrentHashMap` into which keys were put in the order given. */
export function concurrentMapOrder(keys: Iterable<string>): string[] {
  let table: string[][] = Array.from({ length: 16 }, () => []);
  let count = 0;
  for (const key of keys) {
    table[spread(key) & (table.length - 1)].push(key);
    count++;
    if (count >= table.length * 0.75) table = twiceAsLong(table);
  }
  return table.flat();
}

/** The end of a bin that goes to one half stays in order, what is before it is turned round. */
function twiceAsLong(table: readonly string[][]): string[][] {
  const bit = table.length;
  const longer: string[][] = Array.from({ length: bit * 2 }, () => []);
  table.forEach((bin, index) => {
    if (bin.length === 0) return;
    const upper = (key: string): boolean => (spread(key) & bit) !== 0;
    let run = bin.length - 1;
    while (run > 0 && upper(bin[run - 1]) === upper(bin[run])) run--;
    const half = (key: string): string[] => longer[upper(key) ? index + bit : index];
    half(bin[run]).push(...bin.slice(run));
    for (const key of bin.slice(0, run)) half(key).unshift(key);
  });
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
  for (const key of concurrentMapOrder(concurrentMapOrder(settings.keys()))) {
    put({ key, hash: swapped(pairHash(key, settings.get(key) ?? '', '2.12')) });
  }
  return table.flatMap((pair) => (pair !== undefined && wanted.has(pair.key) ? [pair.key] : []));
}
