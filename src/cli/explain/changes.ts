import {
  compareVersions,
  engineOfVersion,
  type KeyEntry,
  type VersionChanges,
  type VersionedEngine,
  versionLine,
} from '../../registry/lookup';
import { readProperties } from '../../spark/conf/properties';
import { type CommandIo, EXIT } from '../command';
import type { InputFile } from '../input';
import { knownVersions } from '../versions';

/** Two version lines of one engine. */
export interface Range {
  readonly engine: VersionedEngine;
  readonly from: string;
  readonly to: string;
}

/** The range between two versions, or what is wrong with them. */
export function rangeOf(from: string, to: string): Range | string {
  const known = `known are Spark ${knownVersions('spark')} and Kyuubi ${knownVersions('kyuubi')}`;
  const wrong = [from, to].filter((version) => engineOfVersion(version) === undefined);
  if (wrong.length > 0) return `no known version is ${wrong.map((version) => `'${version}'`).join(' or ')}, ${known}`;
  const engine = engineOfVersion(from) as VersionedEngine;
  const [before, after] = [from, to].map((version) => versionLine(engine, version));
  if (before === undefined || after === undefined) return `'${from}' and '${to}' are versions of two engines, ${known}`;
  return { engine, from: before, to: after };
}

/** What `explain --from … --to …` was asked beside the versions. */
export interface ChangesQuestion {
  readonly files: readonly InputFile[];
  readonly all: boolean;
  readonly json: boolean;
}

/** Prints what changes between two versions; with files, only for the keys that they use. */
export function explainChanges(range: Range, { files, all, json }: ChangesQuestion, io: CommandIo): number {
  const used = new Map(files.flatMap(({ text }) => readProperties(text)).map(({ key, value }) => [key, value]));
  const isUsed = ({ key }: KeyEntry): boolean => used.has(key);
  const isPublic = ({ flags }: KeyEntry): boolean => !flags.includes('internal');
  const wanted = files.length === 0 ? isPublic : all ? (entry: KeyEntry) => isPublic(entry) || isUsed(entry) : isUsed;
  const changes = compareVersions(range.engine, range.from, range.to, wanted);
  if (json) io.stdout(`${JSON.stringify(jsonOf(range, changes, used), null, 2)}\n`);
  else io.stdout(textOf(range, changes, used));
  return changes.gone.some(isUsed) ? EXIT.findings : EXIT.fine;
}

type Used = ReadonlyMap<string, string>;

/** A default changed for a key that the configuration sets changes nothing: the note says so. */
const SET = 'set by the configuration';

function jsonOf({ engine, from, to }: Range, changes: VersionChanges, used: Used): object {
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

function textOf({ engine, from, to }: Range, changes: VersionChanges, used: Used): string {
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
  if (filled.length === 0) return `${title}: nothing changes${used.size > 0 ? ' for the keys in use' : ''}\n`;
  return `${title}\n${filled.map(([label, lines]) => `${label} (${lines.length})\n${lines.map((line) => `  ${line}\n`).join('')}`).join('')}`;
}
