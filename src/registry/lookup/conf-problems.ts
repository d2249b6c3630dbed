import type { Problem } from '../../problem';
import { valueProblem } from '../values';
import { keyProblem } from './describe';
import { lookUp, type Verdict } from './look-up';
import { type ConfReaders, readersOf } from './readers';
import { sessionProblem } from './session';
import { versionLine } from './versions';

/**
 * What is wrong with a setting that is given when an application is launched, by the versions that read its key. Deprecated
 * keys that still work are no problem.
 */
export function launchProblem(key: string, value: string, { submitter, application }: ConfReaders): Problem | undefined {
  const reader = readersOf(key);
  const versions = { submitter: [submitter], application: [application], both: [application, submitter] }[reader];
  for (const version of versions) {
    const verdict = lookUp(key, { spark: version });
    const problem = entryProblem(key, value, verdict);
    if (problem === undefined) continue;
    const depends = verdict.kind === 'added' || verdict.kind === 'removed';
    if (!depends || version === application || versionLine('spark', submitter) === versionLine('spark', application))
      return problem;
    return {
      message: `${problem.message}, and it is Spark ${submitter} of spark-submit that reads it`,
      fix: verdict.kind === 'added' ? 'leave it out' : problem.fix,
    };
  }
  return undefined;
}

/** What is wrong with a setting that a session gives to an engine that may be running already. */
export function sessionSettingProblem(
  key: string,
  value: string,
  versions: { readonly spark: string; readonly kyuubi?: string },
): Problem | undefined {
  const verdict = lookUp(key, versions);
  return sessionProblem(key, verdict) ?? entryProblem(key, value, verdict);
}

/** What is wrong with one key, or else with its value. */
export function entryProblem(key: string, value: string, verdict: Verdict): Problem | undefined {
  if (verdict.kind === 'family') return valueProblem(verdict.member.entry, value);
  if (verdict.kind === 'known' || verdict.kind === 'deprecated') return valueProblem(verdict.entry, value);
  return keyProblem(key, verdict);
}
