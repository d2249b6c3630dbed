import type { Problem } from '../../problem';
import { SparkRuntime } from '../runtime';
import { Executors } from '../size';
import type { SparkApplicationProps } from './props';
import { RestartPolicy } from './restart-policy';
import { SparkRun } from './run';
import { SparkSource } from './source';

/**
 * What is wrong with the kinds of the values. Compilers refuse these; plain JavaScript lets them through, and some would
 * then be left out of the manifest without notice.
 */
export function shapeProblems(props: SparkApplicationProps): Problem[] {
  const problems: Problem[] = [];
  const expect = (prop: keyof SparkApplicationProps, right: boolean, fix: string) => {
    if (right) return;
    problems.push({ message: `${prop} is ${JSON.stringify(props[prop])}, which is not the kind of value it takes`, fix });
  };
  const { runtime, source, executors, run, restartPolicy, driver, executor } = props;
  expect('runtime', runtime instanceof SparkRuntime, "write SparkRuntime.of('3.5.9', { image: '…' })");
  expect('source', source instanceof SparkSource, 'write SparkSource.python, .pythonCode or .jvm');
  expect(
    'executors',
    executors instanceof Executors,
    'write Executors.exactly(2) or Executors.dynamic({ minimum: 1, maximum: 4 })',
  );
  expect('run', run === undefined || run instanceof SparkRun, 'write SparkRun.once(), .streaming() or .template()');
  expect(
    'restartPolicy',
    restartPolicy === undefined || restartPolicy instanceof RestartPolicy,
    'write RestartPolicy.never(), .onFailure({ … }) or .always()',
  );
  const size = 'write { memory: SparkMemory.heap(Size.gibibytes(2)) }';
  expect('driver', typeof driver === 'object' && driver !== null, size);
  expect('executor', typeof executor === 'object' && executor !== null, size);
  return problems;
}
