import { type Engine, KNOWN_VERSIONS, type VersionedEngine } from './versions';

/** What an engine says about one of its keys. */
export interface KeyEntry {
  readonly key: string;
  readonly engine: Engine;
  /** `string`, `int`, `long`, `boolean`, `double`, `duration`, `bytes`, `enum`, `list` or `class`. */
  readonly type: string;
  /** What a bare number counts, for `duration` and `bytes`: `ms`, `s`, `b`, `k`, `m`. */
  readonly unit?: string;
  /** The default as the engine prints it; undefined when the key has none. */
  readonly default?: string;
  /** The version that brought the key, as the engine says it. */
  readonly since?: string;
  /** `internal`, `static`, `deprecated=3.2`, `removed=3.0`. */
  readonly flags: readonly string[];
  /** The values of an `enum`. */
  readonly allowed: readonly string[];
  /** What a number may be, in the unit of the key: `1..`, `(0..1`, `0,1025..65534`. */
  readonly range?: string;
  /** The version line whose registry this is; undefined for engines of which one is known. */
  readonly version?: string;
  /** The key to use instead. */
  readonly replacement?: string;
}

/** All keys of one version of one engine. Entries are read from their lines when they are asked for. */
export class Registry {
  private readonly lines = new Map<string, string>();

  /**
   * @param text one key a line; the columns are those of `KeyEntry`, separated by tabs
   * @param version the version line, of engines of which several are known
   */
  constructor(
    private readonly engine: Engine,
    text: string,
    private readonly version?: string,
  ) {
    for (const line of text.split('\n')) {
      const end = line.indexOf('\t');
      if (end > 0) this.lines.set(line.slice(0, end), line);
    }
  }

  has(key: string): boolean {
    return this.lines.has(key);
  }

  /** Whether a key is kept only to refuse it. */
  isRemoved(key: string): boolean {
    return this.lines.get(key)?.includes('removed=') === true;
  }

  keys(): Iterable<string> {
    return this.lines.keys();
  }

  get(key: string): KeyEntry | undefined {
    const line = this.lines.get(key);
    if (line === undefined) return undefined;
    const [, type = 'string', unit, fallback, since, flags, allowed, replacement] = line.split('\t');
    const entry: { -readonly [P in keyof KeyEntry]: KeyEntry[P] } = {
      key,
      engine: this.engine,
      type,
      flags: list(flags),
      allowed: allowed?.includes('..') ? NONE : list(allowed),
    };
    if (allowed?.includes('..')) entry.range = allowed;
    if (this.version !== undefined) entry.version = this.version;
    if (unit) entry.unit = unit;
    if (fallback) entry.default = fallback;
    if (since) entry.since = since;
    if (replacement) entry.replacement = replacement;
    return entry;
  }
}

const NONE: readonly string[] = [];
const list = (text: string | undefined): readonly string[] => (text ? text.split(',') : NONE);

/** The version after `name=` among an entry's flags. */
export function flagVersion(entry: KeyEntry, name: 'deprecated' | 'removed'): string | undefined {
  return entry.flags.find((flag) => flag.startsWith(`${name}=`))?.slice(name.length + 1);
}

interface DataModule {
  readonly KEYS: string;
}

/** `require` and not `import`, so that a version's data is read when the first of its keys is looked up. */
const DATA: Readonly<Record<string, () => DataModule>> = {
  'spark-3.5': () => require('../data/spark-3.5'),
  'spark-4.0': () => require('../data/spark-4.0'),
  'spark-4.1': () => require('../data/spark-4.1'),
  'spark-4.2': () => require('../data/spark-4.2'),
  'kyuubi-1.10': () => require('../data/kyuubi-1.10'),
  'kyuubi-1.11': () => require('../data/kyuubi-1.11'),
  'kyuubi-1.12': () => require('../data/kyuubi-1.12'),
  hadoop: () => require('../data/hadoop-s3a'),
  iceberg: () => require('../data/iceberg'),
};

const loaded = new Map<string, Registry>();

function load(name: string, engine: Engine, version?: string): Registry {
  let registry = loaded.get(name);
  if (registry === undefined) {
    registry = new Registry(engine, (DATA[name] as () => DataModule)().KEYS, version);
    loaded.set(name, registry);
  }
  return registry;
}

/** The registry of a version line (`4.0`) of Spark or Kyuubi. */
export function versionRegistry(engine: VersionedEngine, line: string): Registry {
  return load(`${engine}-${line}`, engine, line);
}

/** The registry of S3A's keys (`fs.s3a.…`), or of Iceberg's. */
export function sharedRegistry(engine: 'hadoop' | 'iceberg'): Registry {
  return load(engine, engine);
}

/** The version lines whose registry has a key, oldest first. */
export function versionsWith(engine: VersionedEngine, key: string): string[] {
  return KNOWN_VERSIONS[engine].filter((line) => versionRegistry(engine, line).has(key));
}
