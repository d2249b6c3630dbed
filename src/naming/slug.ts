import { createHash } from 'node:crypto';
import { DNS_LABEL_LENGTH } from './kubernetes';

const HASH_LENGTH = 8;

/** The shortest length limit for which a name with its hash still fits. */
const SHORTEST_LIMIT = HASH_LENGTH + 2;

/**
 * Makes a valid, readable DNS label of any text: lower case, everything else than letters and digits to single `-`.
 *
 * A valid label comes back unchanged. What is too long is cut and ends in a hash of the whole text, so that two long
 * texts stay two names; a text without any letter or digit of ASCII is its hash. Texts that differ only in letter case or
 * punctuation give the same label: check for clashes where several are made, or use {@link dagSlug}.
 *
 * @param text any text.
 * @param maxLength the longest label wanted, in characters, 10 to 63. @default 63
 */
export function toDnsLabel(text: string, maxLength: number = DNS_LABEL_LENGTH): string {
  requireLimit(maxLength);
  const label = readable(text);
  if (label === '') return hashOf(text);
  return label.length <= maxLength ? label : `${trimDashes(label.slice(0, maxLength - HASH_LENGTH - 1))}-${shortHash(text)}`;
}

/**
 * The part of a pod's name that says which Airflow DAG it belongs to.
 *
 * Plain ids (`analytics_pipeline_v2`) only get `-` for `_`. All others end in a hash of the id, because `a.b`, `A_B` and `a-b`
 * would otherwise be one name; plain ids that end like such a hash get one too, so that the two kinds never meet.
 *
 * @param id the DAG's id, any text.
 * @param maxLength the longest slug wanted, in characters, at least 10.
 */
export function dagSlug(id: string, maxLength: number): string {
  requireLimit(maxLength);
  const isPlain = /^[a-z0-9]+(_[a-z0-9]+)*$/.test(id) && !/(^|_)x[0-9a-f]{8}$/.test(id);
  if (isPlain && id.length <= maxLength) return id.replaceAll('_', '-');
  const base = trimDashes(readable(id).slice(0, maxLength - SHORTEST_LIMIT));
  return base === '' ? hashOf(id) : `${base}-${hashOf(id)}`;
}

function requireLimit(maxLength: number): void {
  if (maxLength < SHORTEST_LIMIT)
    throw new RangeError(`a name of at most ${maxLength} characters cannot hold a hash, ${SHORTEST_LIMIT} can`);
}

/** Only ASCII is lowered: other alphabets' rules depend on the version of Unicode. */
function readable(text: string): string {
  const lowered = text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  return trimDashes(lowered.replace(/[^a-z0-9]+/g, '-'));
}

function trimDashes(text: string): string {
  return text.replace(/^-+|-+$/g, '');
}

function shortHash(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex').slice(0, HASH_LENGTH);
}

/** A hash that starts with a letter, so that it is a name of its own. */
function hashOf(text: string): string {
  return `x${shortHash(text)}`;
}
