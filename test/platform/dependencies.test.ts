import type { JsonObject } from '../../src/manifest';
import { deriveDependencies, orderUnits } from '../../src/platform/dependencies';

const object = (apiVersion: string, kind: string, name: string, namespace?: string, spec: JsonObject = {}): JsonObject => ({
  apiVersion,
  kind,
  metadata: { name, ...(namespace !== undefined && { namespace }) },
  spec,
});
const outside = { namespaces: [], groups: {} };
const edges = (result: ReturnType<typeof deriveDependencies>): string[] =>
  result.dependencies.map(({ from, to }) => `${from} -> ${to}`);

const units = [
  {
    unit: 'jobs',
    objects: [
      object('sparkoperator.k8s.io/v1beta2', 'SparkApplication', 'etl', 'data', { driver: { serviceAccount: 'spark-driver' } }),
    ],
  },
  {
    unit: 'operator',
    objects: [
      object('helm.toolkit.fluxcd.io/v2', 'HelmRelease', 'spark-operator', 'spark-operator', {
        chart: { spec: { chart: 'spark-operator' } },
        values: { spark: { jobNamespaces: ['data'] } },
      }),
    ],
  },
  { unit: 'accounts', objects: [object('v1', 'ServiceAccount', 'spark-driver', 'data')] },
  { unit: 'namespaces', objects: [object('v1', 'Namespace', 'data'), object('v1', 'Namespace', 'spark-operator')] },
];

test('order follows from the CRD, the namespace and the service account that an object needs', () => {
  const result = deriveDependencies(units, outside);
  expect(result.problems).toEqual([]);
  expect(edges(result)).toEqual([
    'accounts -> namespaces',
    'jobs -> accounts',
    'jobs -> namespaces',
    'jobs -> operator',
    'operator -> namespaces',
  ]);
  expect(orderUnits(['jobs', 'operator', 'accounts', 'namespaces'], result.dependencies)).toEqual([
    'namespaces',
    'accounts',
    'operator',
    'jobs',
  ]);
});

test('a release waits for the namespaces that its operator watches: the chart puts roles into them', () => {
  const result = deriveDependencies(
    [
      { unit: 'own', objects: [object('v1', 'Namespace', 'spark-operator')] },
      { unit: 'watched', objects: [object('v1', 'Namespace', 'data')] },
      units[1] as (typeof units)[0],
    ],
    outside,
  );
  expect(edges(result)).toEqual(['operator -> own', 'operator -> watched']);
});

test('a CRD and a namespace that nobody provides are named with the fix', () => {
  const { problems } = deriveDependencies(
    [{ unit: 'jobs', objects: [object('monitoring.coreos.com/v1', 'PodMonitor', 'spark', 'data')] }],
    outside,
  );
  expect(problems).toEqual([
    {
      message: 'PodMonitor data/spark in unit jobs needs the CRDs of monitoring.coreos.com, which nothing installs',
      fix: "add the release that installs them to a unit, or name who does in provides.customResourceDefinitions: { 'monitoring.coreos.com': '<Kustomization>' }",
    },
    {
      message: 'PodMonitor data/spark in unit jobs needs namespace data, which nothing creates',
      fix: "give a unit this namespace, or write provides.namespaces: ['data'] when it exists",
    },
  ]);
});

test('what exists outside is depended on by the name of its Kustomization, or not at all', () => {
  const monitor = { unit: 'jobs', objects: [object('monitoring.coreos.com/v1', 'PodMonitor', 'spark', 'data')] };
  const named = deriveDependencies([monitor], { namespaces: ['data'], groups: { 'monitoring.coreos.com': 'prometheus' } });
  expect(named).toMatchObject({ problems: [], dependencies: [{ from: 'jobs', to: 'prometheus', external: true }] });
  const unnamed = deriveDependencies([monitor], { namespaces: ['data'], groups: { 'monitoring.coreos.com': '' } });
  expect(unnamed).toEqual({ problems: [], dependencies: [] });
});

test('kinds that every Flux cluster serves need nothing', () => {
  const { problems } = deriveDependencies(
    [
      {
        unit: 'base',
        objects: [
          object('rbac.authorization.k8s.io/v1', 'ClusterRole', 'reader'),
          object('source.toolkit.fluxcd.io/v1', 'HelmRepository', 'kubeflow', 'flux-system'),
          object('networking.k8s.io/v1', 'NetworkPolicy', 'deny', 'default'),
          object('apps/v1', 'Deployment', 'web', 'default'),
        ],
      },
    ],
    outside,
  );
  expect(problems).toEqual([]);
});

test('sparkoperator.k8s.io is not served everywhere although it ends like the groups of the API server', () => {
  const { problems } = deriveDependencies([{ ...(units[0] as (typeof units)[0]) }], { ...outside, namespaces: ['data'] });
  expect(problems.map(({ message }) => message)).toEqual([
    'SparkApplication data/etl in unit jobs needs the CRDs of sparkoperator.k8s.io, which nothing installs',
  ]);
});

test('a circle shows its objects', () => {
  const { problems } = deriveDependencies(
    [
      { unit: 'a', objects: [object('v1', 'Namespace', 'a'), object('v1', 'ConfigMap', 'x', 'b')] },
      { unit: 'b', objects: [object('v1', 'Namespace', 'b'), object('v1', 'ConfigMap', 'y', 'a')] },
    ],
    outside,
  );
  expect(problems).toEqual([
    {
      message:
        'units depend on each other in a circle: a needs b (ConfigMap b/x needs namespace b), b needs a (ConfigMap a/y needs namespace a)',
      fix: 'move one of these objects into the unit that it needs',
    },
  ]);
});

test('a release whose chart makes a PodMonitor needs its CRD first', () => {
  const release = object('helm.toolkit.fluxcd.io/v2', 'HelmRelease', 'spark-operator', 'default', {
    chart: { spec: { chart: 'spark-operator' } },
    values: { prometheus: { podMonitor: { create: true } } },
  });
  const monitored = [{ unit: 'operator', objects: [release] }];
  expect(deriveDependencies(monitored, outside).problems).toHaveLength(1);
  expect(edges(deriveDependencies(monitored, { ...outside, groups: { 'monitoring.coreos.com': 'prometheus' } }))).toEqual([
    'operator -> prometheus',
  ]);
});

test('two releases of one operator are refused: both would act on every application', () => {
  const release = (name: string) =>
    object('helm.toolkit.fluxcd.io/v2', 'HelmRelease', name, 'default', { chart: { spec: { chart: 'spark-operator' } } });
  const { problems } = deriveDependencies([{ unit: 'operator', objects: [release('one'), release('two')] }], outside);
  expect(problems.map(({ message }) => message)).toEqual([
    'HelmRelease default/one and HelmRelease default/two both install the CRDs of sparkoperator.k8s.io, and both operators would act on its objects',
  ]);
});
