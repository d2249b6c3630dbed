import { flagVersion, type KeyEntry, versionRegistry } from './registry';
import type { VersionedEngine } from './versions';

/** A key whose default is another one in the later version. */
export interface ChangedDefault {
  readonly key: string;
  /** Undefined when the key has no default there. */
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/** What changes for configurations from one version of an engine to another. */
export interface VersionChanges {
  /** Keys that the later version does not have, or refuses, as the earlier one knew them. */
  readonly gone: readonly KeyEntry[];
  /** Keys that only the later version has. */
  readonly added: readonly KeyEntry[];
  /** Keys that only the later version calls deprecated. */
  readonly deprecated: readonly KeyEntry[];
  readonly defaults: readonly ChangedDefault[];
}

const isGone = (entry: KeyEntry | undefined): boolean => entry === undefined || flagVersion(entry, 'removed') !== undefined;
const isDeprecated = (entry: KeyEntry): boolean => entry.flags.some((flag) => /^deprecated(=|$)/.test(flag));

/**
 * What changes from one version line to another, in the order of the keys.
 *
 * @param wanted which keys to look at; all that are not internal by default.
 */
export function compareVersions(
  engine: VersionedEngine,
  from: string,
  to: string,
  wanted: (entry: KeyEntry) => boolean = (entry) => !entry.flags.includes('internal'),
): VersionChanges {
  const [before, after] = [versionRegistry(engine, from), versionRegistry(engine, to)];
  const keys = [...new Set([...before.keys(), ...after.keys()])].sort();
  const pairs = keys
    .map((key) => ({ key, old: before.get(key), now: after.get(key) }))
    .filter(({ old, now }) => wanted((now ?? old) as KeyEntry));
  return {
    gone: pairs.flatMap(({ old, now }) => (old !== undefined && !isGone(old) && isGone(now) ? [withReplacement(old, now)] : [])),
    added: pairs.flatMap(({ old, now }) => (old === undefined && now !== undefined && !isGone(now) ? [now] : [])),
    deprecated: pairs.flatMap(({ old, now }) =>
      old !== undefined && now !== undefined && !isGone(now) && isDeprecated(now) && !isDeprecated(old) ? [now] : [],
    ),
    defaults: pairs.flatMap(({ key, old, now }) =>
      old !== undefined && now !== undefined && !isGone(now) && old.default !== now.default
        ? [{ key, from: old.default, to: now.default }]
        : [],
    ),
  };
}

/** A version that keeps a key to refuse it knows best what to write instead. */
function withReplacement(old: KeyEntry, now: KeyEntry | undefined): KeyEntry {
  const replacement = now?.replacement ?? old.replacement;
  return replacement === undefined ? old : { ...old, replacement };
}
