import type { Duration } from 'cdk8s';
import { type Problem, refuseValue } from '../../problem';
import { isDuration } from '../../quantity';
import { isRecord, kindProblems, optionalProblems, shown } from './shapes';

/** Bounds of dynamic allocation. */
export interface DynamicExecutors {
  /** Executors that stay when there is nothing to do. 0 or more. */
  readonly minimum: number;
  /**
   * Executors at the start.
   * @default - `minimum`
   */
  readonly initial?: number;
  /** Executors at the peak; quotas and budgets are computed with it. 1 or more. */
  readonly maximum: number;
  /**
   * How long an executor that holds shuffle data may be idle before it is removed. Without it Spark keeps such executors for ever.
   * @default - infinite, as in Spark
   */
  readonly shuffleTrackingTimeout?: Duration;
}

/** How many executors an application has. */
export class Executors {
  /**
   * A fixed number.
   * @throws Error when it is not an integer of at least 1
   */
  static exactly(count: number): Executors {
    refuseValue(`Executors.exactly(${shown(count)})`, countProblems('count', count, 1));
    return new Executors(count);
  }

  /**
   * Dynamic allocation with shuffle tracking (there is no external shuffle service on Kubernetes).
   * @throws Error when the bounds are not integers with minimum ≤ initial ≤ maximum
   */
  static dynamic(bounds: DynamicExecutors): Executors {
    const example = 'write Executors.dynamic({ minimum: 1, maximum: 4 })';
    refuseValue('Executors.dynamic', kindProblems('bounds', bounds, isRecord(bounds), example));
    const { minimum, initial, maximum, shuffleTrackingTimeout } = bounds;
    const problems = [...countProblems('minimum', minimum, 0), ...countProblems('maximum', maximum, 1)];
    if (initial !== undefined) problems.push(...countProblems('initial', initial, 0));
    if (problems.length === 0) problems.push(...orderProblems(minimum, initial, maximum));
    const timeoutProblems = optionalProblems(
      'shuffleTrackingTimeout',
      shuffleTrackingTimeout,
      isDuration,
      'write Duration.minutes(30)',
    );
    problems.push(...timeoutProblems);
    if (timeoutProblems.length === 0 && shuffleTrackingTimeout !== undefined && shuffleTrackingTimeout.toMilliseconds() <= 0) {
      problems.push({ message: 'shuffleTrackingTimeout is 0', fix: 'write a duration above 0 or leave it out' });
    }
    refuseValue('Executors.dynamic', problems);
    return new Executors(undefined, bounds);
  }

  /** @internal */
  readonly _count?: number;
  /** @internal */
  readonly _bounds?: DynamicExecutors;

  private constructor(count?: number, bounds?: DynamicExecutors) {
    this._count = count;
    this._bounds = bounds;
  }
}

function countProblems(what: string, value: number, least: number): Problem[] {
  if (Number.isInteger(value) && value >= least) return [];
  return [
    {
      message: `${what} is ${shown(value)}, but executors are counted in whole numbers of at least ${least}`,
      fix: 'write an integer',
    },
  ];
}

function orderProblems(minimum: number, initial: number | undefined, maximum: number): Problem[] {
  const problems: Problem[] = [];
  if (minimum > maximum) {
    problems.push({ message: `minimum ${minimum} is above maximum ${maximum}`, fix: 'write minimum ≤ initial ≤ maximum' });
  } else if (initial !== undefined && (initial < minimum || initial > maximum)) {
    problems.push({
      message: `initial ${initial} is outside ${minimum} to ${maximum}`,
      fix: 'write minimum ≤ initial ≤ maximum, or leave initial out',
    });
  }
  return problems;
}
