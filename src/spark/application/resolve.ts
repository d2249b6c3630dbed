import type { Problem } from '../../problem';
import type { SparkConf } from '../conf';
import { SparkRefusal } from '../prediction';
import { type ResolvedSize, resolveSize } from '../size/resolve';
import { confProblems } from './conf-rules';
import { inputProblems } from './input-rules';
import { type BesideHeap, besideHeaps } from './overhead-rules';
import type { SparkApplicationProps } from './props';

/** The sizes of an application in the words of the operator's resource. */
export interface ResolvedSizes {
  readonly driver: ResolvedSize;
  readonly executor: ResolvedSize;
}

/**
 * Checks all props at once and finds the heaps.
 *
 * @param conf of all layers
 * @param expanded whether the application is in an environment, whose variables Flux replaces
 */
export function resolveSizes(
  props: SparkApplicationProps,
  conf: SparkConf,
  expanded: boolean,
): { sizes: ResolvedSizes; problems: Problem[] } {
  const { runtime, source } = props;
  const wrongConf = confProblems(conf, expanded, runtime.version, props.allowUnknownConf);
  const problems = [...inputProblems(props, expanded), ...wrongConf, ...source._problems(runtime)];
  const { driver: besideDriver, executor: besideExecutor } = besideHeapsOf(wrongConf.length > 0, props, conf, problems);
  const driver = resolveSize('driver', props.driver, besideDriver.rule, besideDriver.extraMib);
  const executor = resolveSize('executor', props.executor, besideExecutor.rule, besideExecutor.extraMib);
  problems.push(...driver.problems, ...executor.problems);
  return { sizes: { driver: driver.resolved, executor: executor.resolved }, problems };
}

/** A configuration that was found wrong, or that Spark refuses, says nothing about sizes: they are checked without it. */
function besideHeapsOf(
  isWrong: boolean,
  { runtime, source }: SparkApplicationProps,
  conf: SparkConf,
  problems: Problem[],
): { readonly driver: BesideHeap; readonly executor: BesideHeap } {
  const rules = (settings: { readonly [key: string]: string }) =>
    besideHeaps(settings, runtime.version, source._mainApplicationFile);
  if (isWrong) return rules({});
  try {
    return rules(conf.toMap());
  } catch (error) {
    if (!(error instanceof SparkRefusal)) throw error;
    problems.push({ message: `conf: ${error.problem}`, fix: error.fix });
    return rules({});
  }
}
