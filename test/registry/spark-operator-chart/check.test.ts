import { editDistance, nearest } from '../../../src/registry/nearest';
import { chartDefaults, chartValueProblems, successorOf } from '../../../src/registry/spark-operator-chart';

test('the defaults are those of the chart', () => {
  expect(chartDefaults()).toMatchObject({
    image: { registry: 'ghcr.io', repository: 'kubeflow/spark-operator/controller' },
    controller: { workers: 10, leaderElection: { leaseDuration: '15s' } },
    webhook: { port: 9443, failurePolicy: 'Fail' },
    spark: { jobNamespaces: ['default'] },
  });
  expect(chartValueProblems(chartDefaults())).toEqual([]);
});

test.each([
  ['metrics', 'prometheus.metrics'],
  ['serviceMonitor', 'prometheus.podMonitor'],
  ['controllerThreads', 'controller.workers'],
  ['ingressUrlFormat', 'controller.uiIngress.urlFormat'],
  ['batchScheduler', 'controller.batchScheduler'],
  ['serviceAccounts', 'controller.serviceAccount'],
  ['resources', 'controller.resources'],
])('%s of older charts has the successor %s', (key, successor) => {
  expect(successorOf(key)).toContain(successor);
  expect(chartValueProblems({ [key]: {} })[0]?.fix).toContain(successor);
});

test('a misspelt key is answered with the nearest ones of its level, a misplaced one with its place', () => {
  expect(chartValueProblems({ controller: { wrokers: 3 } })).toEqual([
    {
      message: 'values.controller.wrokers does not exist in chart spark-operator 2.5.2 and would be ignored',
      fix: 'you may mean controller.workers',
    },
  ]);
  expect(chartValueProblems({ failurePolicy: 'Fail' })[0]?.fix).toBe('you may mean webhook.failurePolicy');
});

test('open maps take any key, closed ones none, types are checked', () => {
  expect(
    chartValueProblems({ controller: { nodeSelector: { a: 'b' }, securityContext: { runAsUser: 185 }, hostUsers: false } }),
  ).toEqual([]);
  expect(chartValueProblems({ controller: { workers: true }, webhook: 3 }).map(({ fix }) => fix)).toEqual([
    "write a number; the chart's default is 10",
    expect.stringContaining('webhook.enable'),
  ]);
});

test.each([[[]], ['x'], [null], [undefined]])('values that are no map are one problem: %j', (values) => {
  expect(chartValueProblems(values)).toEqual([
    {
      message: `values is ${JSON.stringify(values)}, but the values of a chart are a map`,
      fix: 'write { controller: { … } }, or leave it out',
    },
  ]);
});

test('edit distance counts inserts, deletes, replacements and swaps', () => {
  expect(editDistance('kitten', 'sitting')).toBe(3);
  expect(editDistance('prot', 'port')).toBe(1);
  expect(nearest('replcas', ['replicas', 'resources', 'env'])).toEqual(['replicas']);
});
