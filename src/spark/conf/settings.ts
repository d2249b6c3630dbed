import type { Problem } from '../../problem';
import { isRecord, kindProblems, shown } from '../size/shapes';
import { secretReason } from './secrets';

/** What is wrong with a map of settings as such, whatever reads them. */
export function settingsProblems(what: string, settings: unknown, example: string): Problem[] {
  if (!isRecord(settings)) return kindProblems(what, settings, false, `write { ${example} }`);
  return Object.entries(settings).flatMap(([key, value]) => settingProblems(what, key, value));
}

/** What is wrong with a setting whoever reads it. */
function settingProblems(what: string, key: string, value: unknown): Problem[] {
  const problem = (message: string, fix: string): Problem[] => [{ message: `${what} ${message}`, fix }];
  if (key === '' || /[\s=]/.test(key)) {
    return problem(
      `${shown(key)} is no key: white space and = end it where it is read`,
      'write a key such as spark.sql.shuffle.partitions',
    );
  }
  if (typeof value !== 'string') return problem(`${key} is ${shown(value)}, but values are texts`, `write '${String(value)}'`);
  if (/^[\s\0]|[\s\0]$/.test(value)) {
    return problem(
      `${key} is ${shown(value)}, but white space at the ends of a value is cut when it is read`,
      `write ${shown(value.trim())}`,
    );
  }
  return [];
}

/** What is wrong with a setting that shows a secret. */
export function secretProblems(what: string, key: string, value: string, place: string, fix: string): Problem[] {
  const reason = secretReason(key, value);
  return reason === undefined ? [] : [{ message: `${what} ${key} ${reason}: it would stand in ${place}`, fix }];
}

/**
 * What is wrong with the keys that are to be taken though no registry has them.
 *
 * @param refusal why a key can or need not be taken
 */
export function allowedProblems(what: string, allowed: unknown, refusal: (key: string) => string | undefined): Problem[] {
  const example = "write { 'spark.acme.lineage': 'read by our listener' }";
  if (!isRecord(allowed)) return kindProblems(what, allowed, false, example);
  return Object.entries(allowed).flatMap(([key, reason]) => {
    if (typeof reason !== 'string' || reason.trim() === '') {
      return [{ message: `${what} ${key} has the reason ${shown(reason)}`, fix: 'write who reads the key: README.md lists it' }];
    }
    const why = refusal(key);
    return why === undefined ? [] : [{ message: `${what} ${key} ${why}`, fix: 'leave it out here' }];
  });
}
