import {
  type KeyEntry,
  keyProblem,
  lookUp,
  newestVersion,
  type ReaderVersions,
  type Verdict,
  versionsWith,
} from '../../registry/lookup';
import { type CommandIo, EXIT } from '../command';

/** What `--json` prints for a key. */
interface Explanation {
  readonly key: string;
  readonly verdict: Verdict['kind'];
  readonly message?: string;
  readonly fix?: string;
  readonly type?: string;
  readonly unit?: string;
  readonly default?: string;
  readonly allowed?: readonly string[];
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
      return { ...base, family: pattern, type: entry.type, ...(entry.since ? { since: entry.since } : {}) };
    }
    default:
      return { ...base, ...facts(verdict.entry) };
  }
}

function facts(entry: KeyEntry): Omit<Explanation, 'key' | 'verdict'> {
  const { engine, key, allowed, flags, ...rest } = entry;
  const isListed = (engine === 'spark' || engine === 'kyuubi') && !flags.includes('unregistered');
  const versions = isListed ? { versions: versionsWith(engine, key) } : {};
  const { type, unit, default: fallback, since, replacement } = rest;
  return {
    type,
    ...(unit ? { unit } : {}),
    ...(fallback === undefined ? {} : { default: fallback }),
    ...(allowed.length > 0 ? { allowed } : {}),
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

function textOf(one: Explanation, versions: ReaderVersions): string {
  const reader = one.key.startsWith('kyuubi.')
    ? `Kyuubi ${versions.kyuubi ?? newestVersion('kyuubi')}`
    : `Spark ${versions.spark ?? newestVersion('spark')}`;
  const lines = [one.key];
  const add = (label: string, text: string | undefined): void => {
    if (text !== undefined && text !== '') lines.push(`  ${label.padEnd(9)} ${text}`);
  };
  add(
    'what',
    one.message?.slice(one.key.length + 1) ?? (one.family === undefined ? `a key of ${reader}` : `one of the keys ${one.family}`),
  );
  add('fix', one.fix);
  const unit = one.unit === undefined ? '' : `, a bare number counts ${UNITS[one.unit] ?? one.unit}`;
  add('type', one.type === undefined ? undefined : `${one.type}${unit}`);
  add('default', one.default);
  add('allowed', one.allowed?.join(', '));
  add('since', one.since);
  add('versions', one.versions?.join(', '));
  add('flags', one.flags?.join(', '));
  return lines.join('\n');
}
