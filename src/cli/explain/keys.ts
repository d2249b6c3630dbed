import {
  type KeyEntry,
  type KeyReader,
  keyProblem,
  lookUp,
  newestVersion,
  type ReaderVersions,
  readersOf,
  sessionProblem,
  type Verdict,
  versionsWith,
} from '../../registry/lookup';
import { rangeOf } from '../../registry/values';
import { type CommandIo, EXIT } from '../command';

/** What `--json` prints for a key. */
interface Explanation {
  readonly key: string;
  readonly verdict: Verdict['kind'];
  /** Whose key it is: `spark`, `kyuubi`, `hadoop` (S3A) or `iceberg`. */
  readonly engine?: string;
  readonly message?: string;
  readonly fix?: string;
  readonly type?: string;
  readonly unit?: string;
  readonly default?: string;
  readonly allowed?: readonly string[];
  /** What a number must be. */
  readonly range?: string;
  /** Of Spark's keys: whether spark-submit's Spark acts on it, the application's, or both. */
  readonly reader?: KeyReader;
  /** Where it can be set: only when an application is launched, by sessions too, or only by the server of Kyuubi. */
  readonly place?: 'launch' | 'session' | 'server';
  readonly since?: string;
  /** The known versions of the engine that have the key. */
  readonly versions?: readonly string[];
  readonly flags?: readonly string[];
  readonly replacement?: string;
  readonly family?: string;
  readonly nearest?: readonly string[];
}

/** Prints what keys are to the versions that read them. */
export function explainKeys(keys: readonly string[], versions: ReaderVersions, json: boolean, io: CommandIo): number {
  const explanations = keys.map((key) => explanationOf(key, lookUp(key, versions)));
  io.stdout(
    json ? `${JSON.stringify(explanations, null, 2)}\n` : explanations.map((one) => `${textOf(one, versions)}\n`).join('\n'),
  );
  const isWrong = ({ verdict }: Explanation): boolean => ['unknown', 'misnomer', 'removed', 'added'].includes(verdict);
  return explanations.some(isWrong) ? EXIT.findings : EXIT.fine;
}

function explanationOf(key: string, verdict: Verdict): Explanation {
  const problem = keyProblem(key, verdict) ?? {};
  const base = { key, verdict: verdict.kind, ...problem };
  switch (verdict.kind) {
    case 'misnomer':
      return base;
    case 'unknown':
      return { ...base, nearest: verdict.nearest };
    case 'family': {
      const { pattern, entry } = verdict.member;
      const since = entry.since ? { since: entry.since } : {};
      return { ...base, engine: entry.engine, family: pattern, type: entry.type, ...since, ...usage(key, verdict) };
    }
    default:
      return { ...base, ...facts(verdict.entry), ...usage(key, verdict) };
  }
}

/** Who acts on a key, and where it can be set. */
function usage(key: string, verdict: Verdict): Pick<Explanation, 'reader' | 'place'> {
  if (verdict.kind === 'removed' || verdict.kind === 'added') return {};
  const entry = verdict.kind === 'family' ? verdict.member.entry : 'entry' in verdict ? verdict.entry : undefined;
  const plain = key.replace(/^___.+?___\./, '');
  if (plain.startsWith('kyuubi.')) return { place: entry?.flags.includes('server') ? 'server' : 'session' };
  if (!plain.startsWith('spark.')) return {};
  return { reader: readersOf(plain), place: sessionProblem(plain, verdict) === undefined ? 'session' : 'launch' };
}

function facts(entry: KeyEntry): Omit<Explanation, 'key' | 'verdict'> {
  const { engine, key, allowed, flags, ...rest } = entry;
  const isListed = (engine === 'spark' || engine === 'kyuubi') && !flags.includes('unregistered');
  const versions = isListed ? { versions: versionsWith(engine, key) } : {};
  const { type, unit, default: fallback, since, replacement } = rest;
  const range = rangeOf(entry)?.text;
  return {
    engine,
    type,
    ...(unit ? { unit } : {}),
    ...(fallback === undefined ? {} : { default: fallback }),
    ...(allowed.length > 0 ? { allowed } : {}),
    ...(range === undefined ? {} : { range }),
    ...(since ? { since } : {}),
    ...versions,
    ...(flags.length > 0 ? { flags } : {}),
    ...(replacement ? { replacement } : {}),
  };
}

const UNITS: Readonly<Record<string, string>> = {
  ns: 'nanoseconds',
  ms: 'milliseconds',
  s: 'seconds',
  min: 'minutes',
  b: 'bytes',
  k: 'KiB',
  m: 'MiB',
  g: 'GiB',
};

const READERS: Readonly<Record<KeyReader, string>> = {
  submitter: 'the Spark of spark-submit, which makes the driver',
  application: 'the Spark of the application',
  both: 'the Spark of spark-submit and that of the application',
};

const PLACES = {
  launch: 'only when an application is launched',
  session: 'at the launch or by a session',
  server: 'only by the server (kyuubi-defaults.conf)',
} as const;

/** Iceberg's properties stand in other places than configuration keys. */
const ICEBERG_PLACES: readonly (readonly [flag: string, what: string])[] = [
  ['session', 'a key of Iceberg for Spark sessions'],
  ['catalog', 'a property of Iceberg catalogs: in Spark spark.sql.catalog.<catalog>.<property>'],
  ['table', 'a property of Iceberg tables'],
  ['read', 'an option of Iceberg for reads'],
  ['write', 'an option of Iceberg for writes'],
];

function whatOf(one: Explanation, versions: ReaderVersions): string {
  if (one.family !== undefined) return `one of the keys ${one.family}`;
  if (one.engine === 'hadoop') return "a key of Hadoop's S3A";
  if (one.engine === 'iceberg') return ICEBERG_PLACES.find(([flag]) => one.flags?.includes(flag))?.[1] ?? 'a key of Iceberg';
  const engine = one.engine === 'kyuubi' ? 'kyuubi' : 'spark';
  return `a key of ${engine === 'kyuubi' ? 'Kyuubi' : 'Spark'} ${versions[engine] ?? newestVersion(engine)}`;
}

function textOf(one: Explanation, versions: ReaderVersions): string {
  const lines = [one.key];
  const add = (label: string, text: string | undefined): void => {
    if (text !== undefined && text !== '') lines.push(`  ${label.padEnd(9)} ${text}`);
  };
  add('what', one.message?.slice(one.key.length + 1) ?? whatOf(one, versions));
  add('fix', one.fix);
  const unit = one.unit === undefined ? '' : `, a bare number counts ${UNITS[one.unit] ?? one.unit}`;
  add('type', one.type === undefined ? undefined : `${one.type}${unit}`);
  add('default', one.default);
  add('allowed', one.allowed?.join(', ') ?? one.range);
  add('read by', one.reader === undefined ? undefined : READERS[one.reader]);
  add('set', one.place === undefined ? undefined : PLACES[one.place]);
  add('since', one.since);
  add('versions', one.versions?.join(', '));
  add('flags', one.flags?.join(', '));
  return lines.join('\n');
}
