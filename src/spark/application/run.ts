import type { Duration } from 'cdk8s';
import { type Problem, refuseValue } from '../../problem';
import { isDuration } from '../../quantity';
import { isRecord, kindProblems, optionalProblems, shown } from '../size/shapes';

/** Annotation of the driver that changes when a run is asked for again. */
export const REVISION_ANNOTATION = 'cdk8s-spark-platform/revision';

/** Options of {@link SparkRun.once}. */
export interface OnceOptions {
  /**
   * Any text; changing it starts the run again though nothing else changed.
   * @default - none
   */
  readonly revision?: string;
}

/** Options of {@link SparkRun.template}. */
export interface TemplateOptions {
  /**
   * How long a finished run is kept before the operator deletes it. Whole seconds, at least 1.
   * @default - for ever; the orchestrator deletes it
   */
  readonly timeToLive?: Duration;
  /**
   * How many runs the orchestrator has at the same time at most. Budgets count with it.
   * @default 1
   */
  readonly maximumConcurrentRuns?: number;
}

/**
 * Who starts the application and when. Only a template may have a time to live: where Flux applies the application, the
 * operator would delete it after that time, Flux would create it again, and the job would run in a loop.
 */
export class SparkRun {
  /** Runs when it is first applied, and again whenever its spec changes. */
  static once(options: OnceOptions = {}): SparkRun {
    refuseValue('SparkRun.once', kindProblems('options', options, isRecord(options), "write { revision: '2' } or nothing"));
    refuseValue('SparkRun.once', revisionProblems(options.revision));
    return new SparkRun('once', options.revision);
  }

  /** Runs for ever. */
  static streaming(): SparkRun {
    return new SparkRun('streaming');
  }

  /**
   * Is not applied: a ConfigMap holds the manifest for an orchestrator such as Airflow, under the key `<name>.yaml`.
   * @throws Error when the time to live is not whole seconds or the number of runs is not an integer of at least 1
   */
  static template(options: TemplateOptions = {}): SparkRun {
    const subject = 'SparkRun.template';
    refuseValue(subject, kindProblems('options', options, isRecord(options), 'write { maximumConcurrentRuns: 1 } or nothing'));
    const { timeToLive, maximumConcurrentRuns = 1 } = options;
    refuseValue(subject, optionalProblems('timeToLive', timeToLive, isDuration, 'write Duration.hours(1)'));
    const problems: Problem[] = [];
    const milliseconds = timeToLive?.toMilliseconds();
    if (milliseconds !== undefined && (milliseconds % 1000 !== 0 || milliseconds < 1000)) {
      problems.push({
        message: `timeToLive is ${milliseconds} ms, but it is counted in whole seconds, at least 1`,
        fix: 'write Duration.hours(1)',
      });
    }
    if (!(Number.isInteger(maximumConcurrentRuns) && maximumConcurrentRuns >= 1)) {
      problems.push({
        message: `maximumConcurrentRuns is ${shown(maximumConcurrentRuns)}, but runs are counted in whole numbers of at least 1`,
        fix: 'write an integer',
      });
    }
    refuseValue(subject, problems);
    return new SparkRun(
      'template',
      undefined,
      milliseconds === undefined ? undefined : milliseconds / 1000,
      maximumConcurrentRuns,
    );
  }

  private constructor(
    /** @internal */
    readonly _kind: 'once' | 'streaming' | 'template',
    /** @internal */
    readonly _revision?: string,
    /** @internal */
    readonly _timeToLiveSeconds?: number,
    /** @internal */
    readonly _maximumConcurrentRuns: number = 1,
  ) {}
}

function revisionProblems(revision: string | undefined): Problem[] {
  const isText = (value: unknown) => typeof value === 'string';
  const problems = optionalProblems('revision', revision, isText, "write a text such as '2'");
  if (problems.length > 0) return problems;
  return revision === '' ? [{ message: 'revision is empty', fix: "write a text such as '2' or leave it out" }] : [];
}
