import { editDistance } from '../nearest';

/** How many keys are suggested. */
const SUGGESTIONS = 3;

/** What a missing, added or other part of a key costs, in single letters. */
const PART_COST = 2.5;

/** None further than a third of its letters, and never further than this. */
const FURTHEST = 5;

interface Candidate {
  readonly key: string;
  readonly score: number;
}

/**
 * The keys nearest to a misspelt one, best first. Upper and lower case, dots and hyphens hardly count; letters count one
 * each; whole parts of a key that are missing, added or others count little, so that a key in the wrong branch is found.
 */
export function nearestKeys(wrong: string, known: Iterable<string>, count = SUGGESTIONS): string[] {
  const key = newForm(wrong);
  const furthest = Math.min(FURTHEST, Math.max(1, Math.floor(key.letters.length / 3)));
  let best: Candidate[] = [];
  for (const candidate of known) {
    const bound = best.length < count ? furthest : Math.min(furthest, (best.at(-1) as Candidate).score);
    const score = distance(key, formOf(candidate), bound);
    if (score > bound) continue;
    best = [...best, { key: candidate, score }].sort((a, b) => a.score - b.score || (a.key < b.key ? -1 : 1)).slice(0, count);
  }
  return best.map((candidate) => candidate.key);
}

interface Form {
  readonly text: string;
  /** Lower case, without dots and hyphens. */
  readonly letters: string;
  /** How often each letter occurs. */
  readonly counts: Uint8Array;
  /** Lower case. */
  readonly parts: readonly string[];
}

/** Of keys of registries: the same ones come with every search. */
const forms = new Map<string, Form>();

function formOf(text: string): Form {
  let form = forms.get(text);
  if (form === undefined) {
    form = newForm(text);
    forms.set(text, form);
  }
  return form;
}

/** Letters and digits have a place of their own, all else shares the first ones. */
const PLACES = 32;

function newForm(text: string): Form {
  const lower = text.toLowerCase();
  const letters = lower.replaceAll(/[.\-_]/g, '');
  const counts = new Uint8Array(PLACES);
  for (let index = 0; index < letters.length; index++) {
    const place = letters.charCodeAt(index) % PLACES;
    counts[place] = Math.min(255, (counts[place] as number) + 1);
  }
  return { text, letters, counts, parts: lower.split('.') };
}

/** Whether letters are so different that more than some edits lie between the texts: an edit adds one, removes one, or both. */
function differsMore(from: Uint8Array, to: Uint8Array, edits: number): boolean {
  let [added, removed] = [0, 0];
  for (let place = 0; place < PLACES; place++) {
    const difference = (to[place] as number) - (from[place] as number);
    if (difference > 0) added += difference;
    else removed -= difference;
  }
  return added > edits || removed > edits;
}

/** Whole letters by the nearer of the two measures, then a little for what is not quite the same in spelling. */
function distance(key: Form, other: Form, bound: number): number {
  const byParts = partsDistance(key.parts, other.parts, bound);
  const edits = Math.floor(Math.min(bound, byParts));
  const byLetters = differsMore(key.counts, other.counts, edits)
    ? Number.POSITIVE_INFINITY
    : editDistance(key.letters, other.letters, edits);
  const score = Math.min(byLetters, byParts);
  if (score > bound) return Number.POSITIVE_INFINITY;
  return score + (key.parts.length === other.parts.length ? 0 : 0.2) + (key.text.length === other.text.length ? 0 : 0.01);
}

/** Insertions, removals and replacements of whole parts; a part with a letter or two wrong counts these letters. */
function partsDistance(from: readonly string[], to: readonly string[], bound: number): number {
  if (Math.abs(from.length - to.length) * PART_COST > bound) return Number.POSITIVE_INFINITY;
  let [start, fromEnd, toEnd] = [0, from.length, to.length];
  while (start < fromEnd && start < toEnd && from[start] === to[start]) start++;
  while (fromEnd > start && toEnd > start && from[fromEnd - 1] === to[toEnd - 1]) {
    fromEnd--;
    toEnd--;
  }
  const [wrong, right] = [fromEnd - start, toEnd - start];
  if (Math.max(wrong, right) > 2) return Number.POSITIVE_INFINITY;
  // The last part says most: another one is another key, unless its letters are near.
  const isLast = fromEnd === from.length;
  if (wrong !== right) return isLast ? Number.POSITIVE_INFINITY : Math.max(wrong, right) * PART_COST;
  let sum = 0;
  for (let index = start; index < fromEnd; index++) {
    const letters = editDistance(from[index] as string, to[index] as string, PART_COST + 1);
    const isOther = isLast && index === fromEnd - 1;
    sum += isOther ? letters : Math.min(PART_COST + 0.5, letters);
  }
  return sum;
}
