import type { Problem } from '../../problem';
import { type ConfReaders, entryProblem, launchProblem, lookUp } from '../../registry/lookup';
import type { Finding } from './finding';
import type { Setting } from './settings';

/** The versions that read the settings. */
export interface SettingReaders extends ConfReaders {
  /** @default - the newest known */
  readonly kyuubi?: string;
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

function settingProblem(key: string, value: string, readers: SettingReaders): Problem | undefined {
  const plain = key.replace(USER_PREFIX, '');
  if (plain.startsWith('spark.')) return launchProblem(key, value, readers);
  const verdict = lookUp(key, readers.kyuubi === undefined ? {} : { kyuubi: readers.kyuubi });
  const problem = entryProblem(key, value, verdict);
  const isKyuubis = plain.startsWith('kyuubi.') || ('entry' in verdict && verdict.entry.engine === 'kyuubi');
  if (problem !== undefined || isKyuubis) return problem;
  return {
    message: `${key} is not read from here: Spark takes only keys that begin with spark.`,
    fix: key.startsWith('fs.') ? `write spark.hadoop.${key}` : 'leave it out',
  };
}
