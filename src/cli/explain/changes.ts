import {
  compareVersions,
  engineOfVersion,
  type KeyEntry,
  KNOWN_VERSIONS,
  type VersionChanges,
  type VersionedEngine,
  versionLine,
} from '../../registry/lookup';
import { type Property, readProperties } from '../../spark/conf/properties';
import { type CommandIo, EXIT, UsageError } from '../command';

/** What `explain --from … --to …` was asked. */
export interface ChangesQuestion {
  readonly from: string;
  readonly to: string;
  readonly files: readonly string[];
  readonly all: boolean;
  readonly json: boolean;
}

/** Prints what changes between two versions; with files, only for the keys that they use. */
export function explainChanges({ from, to, files, all, json }: ChangesQuestion, io: CommandIo): number {
  const engine = engineOf(from, to);
  const [before, after] = [versionLine(engine, from) as string, versionLine(engine, to) as string];
  const used = new Map(files.flatMap((file) => readConf(file, io)).map(({ key, value }) => [key, value]));
  const isUsed = ({ key }: KeyEntry): boolean => used.has(key);
  const isPublic = ({ flags }: KeyEntry): boolean => !flags.includes('internal');
  const wanted = files.length === 0 ? isPublic : all ? (entry: KeyEntry) => isPublic(entry) || isUsed(entry) : isUsed;
  const changes = compareVersions(engine, before, after, wanted);
  if (json) io.stdout(`${JSON.stringify(jsonOf(engine, before, after, changes, used), null, 2)}\n`);
  else io.stdout(textOf(engine, before, after, changes, used));
  return changes.gone.some(isUsed) ? EXIT.findings : EXIT.fine;
}

function engineOf(from: string, to: string): VersionedEngine {
  const engine = engineOfVersion(from);
  if (engine !== undefined && versionLine(engine, to) !== undefined) return engine;
  const known = `known are Spark ${KNOWN_VERSIONS.spark.join(', ')} and Kyuubi ${KNOWN_VERSIONS.kyuubi.join(', ')}`;
  const wrong = [from, to].find((version) => engineOfVersion(version) === undefined);
  if (wrong !== undefined) throw new UsageError(`'${wrong}' is no known version, ${known}`);
  throw new UsageError(`'${from}' and '${to}' are versions of two engines, ${known}`);
}

function readConf(file: string, io: CommandIo): Property[] {
  try {
    return readProperties(io.readFile(file));
  } catch (error) {
    throw new UsageError(`'${file}' cannot be read: ${(error as Error).message}`);
  }
}

type Used = ReadonlyMap<string, string>;

/** A default changed for a key that the configuration sets changes nothing: the note says so. */
const SET = 'set by the configuration';

function jsonOf(engine: VersionedEngine, from: string, to: string, changes: VersionChanges, used: Used): object {
  const mark = (key: string) => (used.has(key) ? { value: used.get(key) } : {});
  const entry = ({ key, type, replacement, default: fallback }: KeyEntry) => ({
    key,
    type,
    ...(fallback === undefined ? {} : { default: fallback }),
    ...(replacement === undefined ? {} : { replacement }),
    ...mark(key),
  });
  return {
    engine,
    from,
    to,
    gone: changes.gone.map(entry),
    added: changes.added.map(entry),
    deprecated: changes.deprecated.map(entry),
    defaults: changes.defaults.map((changed) => ({
      key: changed.key,
      from: changed.from ?? null,
      to: changed.to ?? null,
      ...mark(changed.key),
    })),
  };
}

function textOf(engine: VersionedEngine, from: string, to: string, changes: VersionChanges, used: Used): string {
  const name = engine === 'spark' ? 'Spark' : 'Kyuubi';
  const replaced = ({ key, replacement }: KeyEntry): string => (replacement === undefined ? key : `${key} → ${replacement}`);
  const sections: readonly (readonly [string, readonly string[]])[] = [
    ['gone', changes.gone.map(replaced)],
    ['new', changes.added.map(({ key, default: fallback }) => (fallback === undefined ? key : `${key} (${fallback})`))],
    ['deprecated', changes.deprecated.map(replaced)],
    [
      'defaults changed',
      changes.defaults.map(({ key, from: old, to: now }) => {
        const note = used.has(key) ? `, ${SET}: ${used.get(key)}` : '';
        return `${key}: ${old ?? 'none'} → ${now ?? 'none'}${note}`;
      }),
    ],
  ];
  const filled = sections.filter(([, lines]) => lines.length > 0);
  const title = `${name} ${from} → ${to}`;
  if (filled.length === 0) return `${title}: nothing changes\n`;
  return `${title}\n${filled.map(([label, lines]) => `${label} (${lines.length})\n${lines.map((line) => `  ${line}\n`).join('')}`).join('')}`;
}
