import { type Misnomer, misnomerOf } from '../misnomers';
import { editDistance } from '../nearest';
import { type FamilyMember, familyOf, membersLike, unregisteredEntry, unregisteredKeys } from './families';
import { nearestKeys } from './nearest-keys';
import { flagVersion, type KeyEntry, type Registry, sharedRegistry, versionRegistry, versionsWith } from './registry';
import { KNOWN_VERSIONS, newestVersion, type ReaderVersions, type VersionedEngine, versionLine } from './versions';

/** What a key is to the versions that read it. */
export type Verdict =
  | { readonly kind: 'known'; readonly entry: KeyEntry }
  /** Still read, or ignored with a warning: `entry.replacement` says what to use. */
  | { readonly kind: 'deprecated'; readonly entry: KeyEntry; readonly since?: string }
  /** Earlier versions had it; `since` is the first that has not. */
  | { readonly kind: 'removed'; readonly entry: KeyEntry; readonly since: string }
  /** Later versions have it; `since` is the first. */
  | { readonly kind: 'added'; readonly entry: KeyEntry; readonly since: string }
  | { readonly kind: 'family'; readonly member: FamilyMember }
  | { readonly kind: 'misnomer'; readonly misnomer: Misnomer }
  | { readonly kind: 'unknown'; readonly nearest: readonly string[] };

/** Members of families hold a part of the misspelt key itself, so they must be nearer than others. */
const MEMBER_LETTERS = 2;

const HADOOP_PREFIX = 'spark.hadoop.';
const S3A_KEY = /^(spark\.hadoop\.)?(fs\.s3a\..*)$/;
/** Settings of one bucket stand before the ones of all: `fs.s3a.bucket.<bucket>.endpoint`. */
const BUCKET = /^fs\.s3a\.bucket\.[^.]+\./;
/** Kyuubi's settings for one user: `___bob___.kyuubi.…`. */
const USER_PREFIX = /^___.+?___\./;

/**
 * What a configuration key is to the versions that read it.
 *
 * @param key as it stands in the configuration, with `spark.hadoop.` before keys of Hadoop.
 * @param versions the readers; the newest known ones by default.
 * @throws Error when a version is not among `KNOWN_VERSIONS`.
 */
export function lookUp(key: string, versions: ReaderVersions = {}): Verdict {
  const misnomer = misnomerOf(key);
  if (misnomer !== undefined) return { kind: 'misnomer', misnomer };
  const plain = key.startsWith('___') ? key.replace(USER_PREFIX, '') : key;
  const s3a = plain.includes('fs.s3a.') ? S3A_KEY.exec(plain)?.[2] : undefined;
  if (s3a !== undefined) return lookUpS3a(key, s3a);
  const engine: VersionedEngine = plain.startsWith('kyuubi.') ? 'kyuubi' : 'spark';
  const line = readerLine(engine, versions);
  const entry = versionRegistry(engine, line).get(plain) ?? sharedRegistry('iceberg').get(plain) ?? foreignEntry(plain, versions);
  if (entry !== undefined) return verdictOf(entry);
  const unregistered = unregisteredEntry(plain);
  if (unregistered !== undefined) return unlessNewer(unregistered, line, { kind: 'known', entry: unregistered });
  return lookUpElsewhere(engine, line, plain) ?? unlessFamily(plain, line, versions);
}

/** A key that the reader knows: its flags say whether it still counts. */
function verdictOf(entry: KeyEntry): Verdict {
  if (entry.flags.length === 0) return { kind: 'known', entry };
  const removed = flagVersion(entry, 'removed');
  if (removed !== undefined) return { kind: 'removed', entry, since: removed };
  const deprecated = flagVersion(entry, 'deprecated');
  if (deprecated !== undefined) return { kind: 'deprecated', entry, since: deprecated };
  if (entry.flags.includes('deprecated')) return { kind: 'deprecated', entry };
  return { kind: 'known', entry };
}

/** Kyuubi's registry holds a few keys without its prefix (`hive.server2.…`). */
function foreignEntry(key: string, versions: ReaderVersions): KeyEntry | undefined {
  if (key.startsWith('spark.')) return undefined;
  return versionRegistry('kyuubi', readerLine('kyuubi', versions)).get(key);
}

/** A key that other versions of the engine have. */
function lookUpElsewhere(engine: VersionedEngine, line: string, key: string): Verdict | undefined {
  const others = versionsWith(engine, key);
  const lines: readonly string[] = KNOWN_VERSIONS[engine];
  const own = lines.indexOf(line);
  const later = others.find((other) => lines.indexOf(other) > own);
  const earlier = others.filter((other) => lines.indexOf(other) < own).at(-1);
  if (earlier !== undefined) {
    const entry = versionRegistry(engine, earlier).get(key) as KeyEntry;
    return { kind: 'removed', entry, since: flagVersion(entry, 'removed') ?? (lines[lines.indexOf(earlier) + 1] as string) };
  }
  if (later === undefined) return undefined;
  return { kind: 'added', entry: versionRegistry(engine, later).get(key) as KeyEntry, since: later };
}

function lookUpS3a(written: string, key: string): Verdict {
  const registry = sharedRegistry('hadoop');
  const entry = registry.get(key) ?? registry.get(key.replace(BUCKET, 'fs.s3a.'));
  if (entry !== undefined) return verdictOf({ ...entry, key: written });
  const family = familyOf(written);
  // Every Hadoop key is a member of spark.hadoop.<key>: that one says nothing about S3A.
  if (family?.pattern.includes('s3a')) return { kind: 'family', member: family };
  const prefix = written.slice(0, written.length - key.length);
  return { kind: 'unknown', nearest: nearestKeys(key, registry.keys()).map((near) => prefix + near) };
}

function unlessFamily(key: string, line: string, versions: ReaderVersions): Verdict {
  const member = familyOf(key);
  if (member !== undefined && isRealMember(member, versions)) {
    return unlessNewer(member.entry, line, { kind: 'family', member });
  }
  return { kind: 'unknown', nearest: nearestKeys(key, candidates(key, versions)) };
}

/** Kyuubi takes its Kubernetes keys for one context or one namespace of it too; the rest must then be such a key. */
function isRealMember({ pattern, chosen }: FamilyMember, versions: ReaderVersions): boolean {
  if (pattern !== 'kyuubi.kubernetes.<context>.<key>') return true;
  const registry = versionRegistry('kyuubi', readerLine('kyuubi', versions));
  const rest = chosen[1] as string;
  return [rest, rest.slice(rest.indexOf('.') + 1)].some((key) => registry.has(`kyuubi.kubernetes.${key}`));
}

/** What an engine reads without registering it has no entry in the versions before it came. */
function unlessNewer(entry: KeyEntry, line: string, otherwise: Verdict): Verdict {
  const since = /^\d+\.\d+/.exec(entry.since ?? '')?.[0];
  const isNewer = since !== undefined && entry.engine === 'spark' && Number(since) > Number(line);
  return isNewer ? { kind: 'added', entry, since } : otherwise;
}

/** The keys that a misspelt one may have been meant as. */
function* candidates(key: string, versions: ReaderVersions): Iterable<string> {
  const first = key.split('.', 1)[0]?.toLowerCase();
  const spark = versionRegistry('spark', readerLine('spark', versions));
  if (first !== 'kyuubi') {
    yield* offered(spark);
    yield* sharedRegistry('iceberg').keys();
    yield* unregisteredKeys();
    yield* membersLike(key).filter((member) => editDistance(key, member, MEMBER_LETTERS) <= MEMBER_LETTERS);
  }
  if (first !== 'spark') yield* versionRegistry('kyuubi', readerLine('kyuubi', versions)).keys();
  if (first !== 'kyuubi') {
    const prefix = /hadoop/i.test(key) ? HADOOP_PREFIX : '';
    for (const s3a of sharedRegistry('hadoop').keys()) yield prefix + s3a;
  }
}

/** The keys that may be offered: not the ones that the version has only to refuse them. */
function* offered(registry: Registry): Iterable<string> {
  for (const key of registry.keys()) if (!registry.isRemoved(key)) yield key;
}

/** The version line that reads an engine's keys. */
export function readerLine(engine: VersionedEngine, versions: ReaderVersions): string {
  const version = versions[engine];
  if (version === undefined) return newestVersion(engine);
  const line = versionLine(engine, version);
  if (line === undefined) {
    throw new Error(`${engine} '${version}' is not known, only ${KNOWN_VERSIONS[engine].join(', ')}`);
  }
  return line;
}
