import type { Problem } from '../../problem';
import { OPERATOR_SPARK_VERSION } from '../pods';
import { offHeapMib, overheadRule, programKind, pysparkMib } from '../pods/memory';
import { type ResolvedSize, resolveSize } from '../size/resolve';
import { confProblems } from './conf-rules';
import { inputProblems } from './input-rules';
import type { SparkApplicationProps } from './props';

/** The sizes of an application in the words of the operator's resource. */
export interface ResolvedSizes {
  readonly driver: ResolvedSize;
  readonly executor: ResolvedSize;
}

/**
 * Checks all props at once and finds the heaps.
 *
 * @param expanded whether the application is in an environment, whose variables Flux replaces
 */
export function resolveSizes(props: SparkApplicationProps, expanded: boolean): { sizes: ResolvedSizes; problems: Problem[] } {
  const { runtime, source, conf = {} } = props;
  const wrongConf = confProblems(conf, expanded, runtime.version);
  const problems = [...inputProblems(props, expanded), ...wrongConf, ...source._problems(runtime)];
  const kind = programKind(source._mainApplicationFile);
  const usable = wrongConf.length === 0 ? conf : {};
  // The operator's own Spark builds the driver, the application's Spark the executors: each reads what its version knows.
  const rules = {
    driver: overheadRule('driver', usable, kind, !OPERATOR_SPARK_VERSION.startsWith('3.')),
    executor: overheadRule('executor', usable, kind, !runtime.version.startsWith('3.')),
  };
  const driver = resolveSize('driver', props.driver, rules.driver, 0);
  const executor = resolveSize('executor', props.executor, rules.executor, offHeapMib(usable) + pysparkMib(usable, kind));
  problems.push(...driver.problems, ...executor.problems);
  return { sizes: { driver: driver.resolved, executor: executor.resolved }, problems };
}
