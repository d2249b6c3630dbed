import type { Duration } from 'cdk8s';
import type { JsonObject } from '../../manifest';
import { type Problem, refuseValue } from '../../problem';
import { isDuration } from '../../quantity';
import { isRecord, kindProblems, optionalProblems, shown } from '../size/shapes';

/** How often and after how long a failed run is tried again. */
export interface RetryOptions {
  /** How often a run whose driver failed is started again, at least 0. Without a count the operator never retries. */
  readonly retries: number;
  /**
   * Waiting time before a retry; it grows linearly with the number of attempts. Whole seconds.
   * @default Duration.seconds(10)
   */
  readonly retryInterval?: Duration;
  /** How often a failed submission is tried again, at least 0 (a quota that is full, an API server that does not answer). */
  readonly submissionRetries: number;
  /**
   * Waiting time before a submission is tried again. Whole seconds.
   * @default Duration.seconds(10)
   */
  readonly submissionRetryInterval?: Duration;
}

/** What the operator does when a run has ended. */
export class RestartPolicy {
  /** Nothing. */
  static never(): RestartPolicy {
    return new RestartPolicy({ type: 'Never' });
  }

  /**
   * Starts a failed run again, a stated number of times.
   * @throws Error when a count is not an integer, when both are 0 or when an interval is not whole seconds of at least 1
   */
  static onFailure(options: RetryOptions): RestartPolicy {
    const subject = 'RestartPolicy.onFailure';
    refuseValue(subject, kindProblems('options', options, isRecord(options), 'write { retries: 3, submissionRetries: 3 }'));
    const { retryInterval, submissionRetryInterval } = options;
    refuseValue(subject, [
      ...optionalProblems('retryInterval', retryInterval, isDuration, 'write Duration.seconds(10)'),
      ...optionalProblems('submissionRetryInterval', submissionRetryInterval, isDuration, 'write Duration.seconds(10)'),
    ]);
    const { retries, submissionRetries } = options;
    const interval = retryInterval?.toMilliseconds() ?? 10_000;
    const submissionInterval = submissionRetryInterval?.toMilliseconds() ?? 10_000;
    const problems = [
      ...countProblems('retries', retries),
      ...countProblems('submissionRetries', submissionRetries),
      ...intervalProblems('retryInterval', interval),
      ...intervalProblems('submissionRetryInterval', submissionInterval),
    ];
    if (retries === 0 && submissionRetries === 0) {
      problems.push({
        message: 'retries and submissionRetries are both 0, so nothing is retried',
        fix: 'write RestartPolicy.never()',
      });
    }
    refuseValue(subject, problems);
    return new RestartPolicy({
      type: 'OnFailure',
      onFailureRetries: retries,
      onFailureRetryInterval: interval / 1000,
      onSubmissionFailureRetries: submissionRetries,
      onSubmissionFailureRetryInterval: submissionInterval / 1000,
    });
  }

  /** Starts again whenever a run has ended, also after success and for ever: only for streams. */
  static always(): RestartPolicy {
    return new RestartPolicy({ type: 'Always' });
  }

  private constructor(private readonly policy: JsonObject) {}

  /** @internal */
  _toJson(): JsonObject {
    return { ...this.policy };
  }
}

function countProblems(what: string, value: unknown): Problem[] {
  if (Number.isInteger(value) && (value as number) >= 0) return [];
  return [
    {
      message: `${what} is ${shown(value)}, but without a whole number of at least 0 the operator never retries`,
      fix: `write ${what}: 3`,
    },
  ];
}

function intervalProblems(what: string, milliseconds: number): Problem[] {
  if (milliseconds % 1000 === 0 && milliseconds >= 1000) return [];
  return [
    {
      message: `${what} is ${milliseconds} ms, but the operator waits whole seconds, at least 1`,
      fix: 'write Duration.seconds(…)',
    },
  ];
}
