import { FAMILIES, type KeyFamily } from '../data/families';
import type { KeyEntry } from './registry';
import type { Engine } from './versions';

/** A key of a family, in which users choose a part. */
export interface FamilyMember {
  /** With its places: `spark.executor.resource.<name>.amount`. */
  readonly pattern: string;
  /** What users chose, in the order of the places. */
  readonly chosen: readonly string[];
  /** The key with what is known of all of its family. */
  readonly entry: KeyEntry;
}

interface Pattern {
  readonly family: KeyFamily;
  /** What stands before the first place. */
  readonly start: string;
  readonly expression: RegExp;
}

const PLACE = /<\w+>/g;
/** The part of a pattern that is a place. */
const isPlace = (part: string): boolean => /^<\w+>$/.test(part);

/** A place at the end takes dots too (labels and node selectors have them), one in the middle is one part of the key. */
function patternOf(family: KeyFamily): Pattern {
  const literal = family.pattern.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const expression = literal.replaceAll(PLACE, (place, offset: number) =>
    offset + place.length === literal.length ? '(.+)' : '([^.]+)',
  );
  return { family, start: family.pattern.slice(0, family.pattern.indexOf('<')), expression: new RegExp(`^${expression}$`) };
}

// Longest first: the first that matches says most about a key.
const patterns = FAMILIES.filter(({ pattern }) => pattern.includes('<'))
  .map(patternOf)
  .sort((a, b) => b.start.length - a.start.length || b.family.pattern.length - a.family.pattern.length);

const single = new Map(FAMILIES.filter(({ pattern }) => !pattern.includes('<')).map((family) => [family.pattern, family]));

/** The keys that engines read by their literal names, without registering them. */
export function unregisteredKeys(): Iterable<string> {
  return single.keys();
}

/** A key that an engine reads by its literal name. */
export function unregisteredEntry(key: string): KeyEntry | undefined {
  const family = single.get(key);
  return family && entryOf(key, family);
}

/** The family that a key belongs to; of several the one with the longest fixed start. */
export function familyOf(key: string): FamilyMember | undefined {
  for (const { family, start, expression } of patterns) {
    const match = key.startsWith(start) ? expression.exec(key) : null;
    if (match !== null) return { pattern: family.pattern, chosen: match.slice(1), entry: entryOf(key, family) };
  }
  return undefined;
}

function entryOf(key: string, { type, since, unit, engines }: KeyFamily): KeyEntry {
  return {
    key,
    engine: engines[0] as Engine,
    type,
    flags: ['unregistered'],
    allowed: [],
    ...(since === '' ? {} : { since }),
    ...(unit === undefined ? {} : { unit }),
  };
}

/** For a key that is misspelt outside of the places: the members of families with the same choices, by counting parts. */
export function membersLike(key: string): string[] {
  const parts = key.split('.');
  return patterns.flatMap(({ family: { pattern } }) => {
    const places = pattern.split('.');
    const last = places.length - 1;
    const isOpen = isPlace(places[last] as string);
    if (isOpen ? parts.length <= last : parts.length !== places.length) return [];
    return [places.map((place, index) => (isPlace(place) ? partsFor(parts, index, isOpen && index === last) : place)).join('.')];
  });
}

const partsFor = (parts: readonly string[], index: number, toTheEnd: boolean): string =>
  parts.slice(index, toTheEnd ? undefined : index + 1).join('.');
