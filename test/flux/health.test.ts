import { fluxKustomization, healthExpressions, kustomizeFile } from '../../src/flux';
import type { JsonObject } from '../../src/manifest';

const application = (run?: string): JsonObject => ({
  apiVersion: 'sparkoperator.k8s.io/v1beta2',
  kind: 'SparkApplication',
  metadata: { name: 'x', ...(run && { labels: { 'cdk8s-spark-platform/run': run } }) },
});

test('a batch run is current when COMPLETED, a stream when RUNNING; both in one unit are told apart by their label', () => {
  const current = (...objects: JsonObject[]): string | undefined => healthExpressions(objects)[0]?.current;
  expect(current(application('once'), application())).toBe(
    "has(status.applicationState) && status.applicationState.state == 'COMPLETED'",
  );
  expect(current(application('streaming'))).toBe("has(status.applicationState) && status.applicationState.state == 'RUNNING'");
  expect(current(application('once'), application('streaming'))).toContain("== 'streaming' ? 'RUNNING' : 'COMPLETED')");
});

test('FAILED is a failure, SUBMISSION_FAILED may still be retried', () => {
  expect(healthExpressions([application()])[0]?.failed).toBe(
    "has(status.applicationState) && status.applicationState.state == 'FAILED'",
  );
});

test('units without Spark need no expressions', () => {
  expect(healthExpressions([{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'x' } }])).toEqual([]);
});

test('the Kustomization of a unit', () => {
  const spec = fluxKustomization({
    name: 'app-unit',
    namespace: 'flux-system',
    path: './dist/app/dev/unit',
    sourceRef: { kind: 'GitRepository', name: 'flux-system' },
    dependsOn: ['app-namespaces'],
    timeout: '5m',
    objects: [],
    substituteFrom: [{ kind: 'ConfigMap', name: 'cluster' }],
  })['spec'];
  expect(spec).toEqual({
    dependsOn: [{ name: 'app-namespaces' }],
    interval: '1h',
    path: './dist/app/dev/unit',
    postBuild: { substituteFrom: [{ kind: 'ConfigMap', name: 'cluster' }] },
    prune: true,
    retryInterval: '2m',
    sourceRef: { kind: 'GitRepository', name: 'flux-system' },
    timeout: '5m',
    wait: true,
  });
});

test('the kustomize file lists its resources sorted', () => {
  expect(kustomizeFile(['b.yaml', 'a.yaml'])['resources']).toEqual(['a.yaml', 'b.yaml']);
});
