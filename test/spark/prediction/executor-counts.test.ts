import { executorCountProblem, executorCounts } from '../../../src/spark/prediction';

const D = 'spark.dynamicAllocation.';
const dynamic = (more: { readonly [key: string]: string }) => ({ [`${D}enabled`]: 'true', ...more });

// Numbers of Spark's own SchedulerBackendUtils, 3.5.9 and 4.1.4.
test.each<[{ readonly [key: string]: string }, number]>([
  [{}, 2],
  [{ 'spark.executor.instances': '4' }, 4],
  [{ 'spark.executor.instances': ' 4 ' }, 4],
  [{ 'spark.executor.instances': '+3' }, 3],
  [{ 'spark.executor.instances': '0' }, 0],
  [dynamic({}), 0],
  [dynamic({ [`${D}enabled`]: ' TRUE ' }), 0],
  [dynamic({ [`${D}minExecutors`]: '1', [`${D}maxExecutors`]: '10', 'spark.executor.instances': '4' }), 4],
  [dynamic({ [`${D}minExecutors`]: '5', [`${D}initialExecutors`]: '3' }), 5],
  [dynamic({ [`${D}minExecutors`]: `\${spark.x}`, 'spark.x': '2' }), 2],
])('an application with %j starts with %d executors', (properties, count) => {
  const counts = executorCounts(properties, '3.5.9');
  expect(counts.atStart).toBe(count);
  expect(executorCountProblem(counts)).toBeUndefined();
});

test('the keys that say it', () => {
  const properties = dynamic({ [`${D}minExecutors`]: '1', [`${D}initialExecutors`]: '3' });
  expect(executorCounts(properties, '3.5.9')).toEqual({
    isDynamic: true,
    atRest: 1,
    atStart: 3,
    atPeak: 2147483647,
    keys: { atRest: `${D}minExecutors`, atStart: `${D}initialExecutors`, atPeak: `${D}maxExecutors` },
  });
});

test.each([
  [dynamic({ [`${D}enabled`]: 'yes' }), `${D}enabled is yes`],
  [dynamic({ [`${D}minExecutors`]: 'abc' }), `${D}minExecutors is abc`],
  [dynamic({ [`${D}maxExecutors`]: '9999999999' }), `${D}maxExecutors is 9999999999`],
  [{ 'spark.executor.instances': '' }, 'spark.executor.instances is '],
])('%j is no number to Spark', (properties, message) => {
  expect(() => executorCounts(properties, '3.5.9')).toThrow(message);
});

test.each([
  [dynamic({ [`${D}minExecutors`]: '5', [`${D}maxExecutors`]: '3' }), `${D}minExecutors`],
  [dynamic({ [`${D}initialExecutors`]: '7', [`${D}maxExecutors`]: '5' }), `${D}initialExecutors`],
  [dynamic({ 'spark.executor.instances': '9', [`${D}maxExecutors`]: '3' }), 'spark.executor.instances'],
  [dynamic({ [`${D}minExecutors`]: '-1' }), `${D}minExecutors`],
  [dynamic({ [`${D}maxExecutors`]: '0' }), `${D}maxExecutors`],
])('the driver does not start with %j', (properties, key) => {
  expect(executorCountProblem(executorCounts(properties, '3.5.9'))).toMatchObject({ key });
});
