import { otherwise, type Problem } from '../../problem';
import { type ConfReaders, entryProblem, launchProblem, lookUp, UNKNOWN_KEY } from '../../registry/lookup';
import type { Finding } from './finding';
import type { Setting } from './settings';

/** The versions that read the settings. */
export interface SettingReaders extends ConfReaders {
  /** @default - the newest known */
  readonly kyuubi?: string;
  /** Keys that no registry need know, or with a dot at the end all keys below. */
  readonly allowed: readonly string[];
}

/** Kyuubi's settings for one of its users. */
const USER_PREFIX = /^___.+?___\./;

/** What is wrong with settings, each checked against the versions that read it. */
export function settingFindings(settings: Iterable<Setting>, readers: SettingReaders): Finding[] {
  return [...settings].flatMap(({ key, value, origin }) => {
    const problem = settingProblem(key, value, readers);
    return problem === undefined ? [] : [{ where: origin, ...problem }];
  });
}

/** Settings without effect, as the same file (or the command line) sets another value for their keys further on. */
export function repetitionFindings(settings: readonly Setting[]): Finding[] {
  const placeOf = ({ key, origin }: Setting): string => `${origin.replace(/:\d+$/, '')}\0${key}`;
  const last = new Map(settings.map((setting) => [placeOf(setting), setting]));
  return settings.flatMap((setting) => {
    const { key, value, origin } = last.get(placeOf(setting)) as Setting;
    if (value === setting.value) return [];
    const message = `${key} is '${setting.value}' here and '${value}' in ${origin}, which wins`;
    return [{ where: setting.origin, message, fix: 'write it once' }];
  });
}

function settingProblem(key: string, value: string, readers: SettingReaders): Problem | undefined {
  return writingProblem(key, value) ?? readingProblem(key, value, readers);
}

function sparkProblem(key: string, value: string, readers: SettingReaders): Problem | undefined {
  const problem = launchProblem(key, value, readers);
  if (problem?.message.endsWith(UNKNOWN_KEY) !== true) return problem;
  if (readers.allowed.some((own) => key === own || (own.endsWith('.') && key.startsWith(own)))) return undefined;
  return { ...problem, fix: otherwise(problem.fix, `for a key of your own give --allow ${key}`) };
}

/** What properties take for a part of a key or of a value, and other formats do not. */
function writingProblem(key: string, value: string): Problem | undefined {
  const [, quoted] = /^["'](.+)["']$/.exec(key) ?? [];
  if (quoted !== undefined) return { message: `${key} is read with its quotes`, fix: `write ${quoted}, without quotes` };
  const comment = /\s+#/.exec(value);
  if (comment === null) return undefined;
  const rest = value.slice(0, comment.index);
  return { message: `${key} is '${value}': a # behind a value begins no comment`, fix: `write the comment above ${key} ${rest}` };
}

function readingProblem(key: string, value: string, readers: SettingReaders): Problem | undefined {
  const plain = key.replace(USER_PREFIX, '');
  if (plain.startsWith('spark.')) return sparkProblem(key, value, readers);
  const verdict = lookUp(key, readers.kyuubi === undefined ? {} : { kyuubi: readers.kyuubi });
  const problem = entryProblem(key, value, verdict);
  const isKyuubis = plain.startsWith('kyuubi.') || ('entry' in verdict && verdict.entry.engine === 'kyuubi');
  if (problem !== undefined || isKyuubis) return problem;
  return {
    message: `${key} is not read from here: Spark takes only keys that begin with spark.`,
    fix: key.startsWith('fs.') ? `write spark.hadoop.${key}` : 'leave it out',
  };
}
