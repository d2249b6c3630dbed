import type { Problem } from '../../problem';
import type { Verdict } from './look-up';
import type { KeyEntry } from './registry';

const NAMES = { spark: 'Spark', kyuubi: 'Kyuubi', hadoop: 'Hadoop', iceberg: 'Iceberg' } as const;

/** What is said of a key that no engine has. */
export const UNKNOWN_KEY = 'is not a key of Spark, Kyuubi, Iceberg or S3A';

/** What is wrong with writing a key, by what it is to its reader; undefined when nothing is. */
export function keyProblem(key: string, verdict: Verdict): Problem | undefined {
  switch (verdict.kind) {
    case 'known':
    case 'family':
      return undefined;
    case 'deprecated': {
      const since = verdict.since === undefined ? '' : ` since ${NAMES[verdict.entry.engine]} ${verdict.since}`;
      return { message: `${key} is deprecated${since}`, fix: insteadOf(verdict.entry) };
    }
    case 'removed':
      return { message: `${key} was removed in ${NAMES[verdict.entry.engine]} ${verdict.since}`, fix: insteadOf(verdict.entry) };
    case 'added':
      return {
        message: `${key} is too new: ${NAMES[verdict.entry.engine]} has it since ${verdict.since}`,
        fix: `leave it out, or run ${NAMES[verdict.entry.engine]} ${verdict.since} or later`,
      };
    case 'misnomer':
      return { message: `${key} ${verdict.misnomer.why}`, fix: verdict.misnomer.fix };
    case 'unknown':
      return {
        message: `${key} ${UNKNOWN_KEY}`,
        fix: verdict.nearest.length === 0 ? 'leave it out' : `did you mean ${verdict.nearest.join(', ')}?`,
      };
  }
}

const insteadOf = ({ replacement }: KeyEntry): string => (replacement === undefined ? 'leave it out' : `write ${replacement}`);
