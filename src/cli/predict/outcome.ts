import type { Problem } from '../../problem';
import type { Finding } from './finding';
import type { Prediction } from './prediction';

/** Spark or the operator would refuse what was to be predicted. */
export interface Refused {
  readonly id?: string;
  /** Where what is refused was written: a file. */
  readonly where: string;
  /** `submit`, `driver`, `executor`, as in the answers of `--batch`. */
  readonly errorAt: string;
  readonly message: string;
  readonly fix: string;
  /** What is refused, one by one. @default - it is one thing */
  readonly each?: readonly Problem[];
}

/** What came of something that was to be predicted. */
export type Outcome = Prediction | Refused;

/** All that a run of the command found out. */
export interface Report {
  readonly outcomes: readonly Outcome[];
  /** What does not keep Spark from making pods, and is wrong all the same. */
  readonly findings: readonly Finding[];
}

export function isRefused(outcome: Outcome): outcome is Refused {
  return 'errorAt' in outcome;
}

export function isPredicted(outcome: Outcome): outcome is Prediction {
  return !isRefused(outcome);
}

/** An outcome in the form in which `--batch` answers. */
export function answerOf(outcome: Outcome): object {
  const id = outcome.id === undefined ? {} : { id: outcome.id };
  if (isRefused(outcome)) return { ...id, error: `${outcome.message}\n  ${outcome.fix}`, errorAt: outcome.errorAt };
  const { driver, driverPreResources, driverResources, driverProperties, executors } = outcome.pods;
  return { ...id, driver, driverPreResources, driverResources, driverProperties, executors };
}

/** One answer for several files of one submission that are all refused. */
export function commonAnswer(refusals: readonly Refused[]): object {
  const errors = refusals.map(({ where, message, fix }) => `${where}: ${message}\n  ${fix}`);
  return { error: errors.join('\n'), errorAt: refusals[0]?.errorAt };
}
