import type { Kustomization as FluxKustomization, HelmRelease } from '../../imports/flux';
import type { LimitRange, NetworkPolicySpec, ResourceQuota } from '../../imports/kubernetes';
import type { Kustomization } from '../../imports/kustomize';
import type { Driver, SparkApplication, SparkApplicationSpec } from '../../imports/spark-operator';
import { findings } from './schemas';

// The type checker judges this file; the values are then judged by the schemas, so that both say the same.
const driver: Driver = { cores: 1, memory: '2g', coreRequest: '500m', labels: { team: 'data' } };
const spec: SparkApplicationSpec = {
  type: 'Python',
  mode: 'cluster',
  sparkVersion: '3.5.3',
  mainApplicationFile: 'local:///opt/etl.py',
  driver,
  executor: { instances: 2 },
};
const spark: SparkApplication = {
  apiVersion: 'sparkoperator.k8s.io/v1beta2',
  kind: 'SparkApplication',
  metadata: { name: 'etl' },
  spec,
};
const quota: ResourceQuota = {
  apiVersion: 'v1',
  kind: 'ResourceQuota',
  metadata: { name: 'q' },
  spec: { hard: { pods: 3, 'limits.cpu': '2' } },
};
const limits: LimitRange = {
  apiVersion: 'v1',
  kind: 'LimitRange',
  metadata: { name: 'l' },
  spec: { limits: [{ type: 'Container', max: { memory: '2Gi', cpu: 1.5 } }] },
};
const flux: FluxKustomization = {
  apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
  kind: 'Kustomization',
  metadata: { name: 'k' },
  spec: { interval: '10m', prune: true, sourceRef: { kind: 'GitRepository', name: 'platform' } },
};
const file: Kustomization = { apiVersion: 'kustomize.config.k8s.io/v1beta1', kind: 'Kustomization', resources: ['a.yaml'] };
const release: HelmRelease = {
  apiVersion: 'helm.toolkit.fluxcd.io/v2',
  kind: 'HelmRelease',
  metadata: { name: 'r' },
  spec: { interval: '10m', chartRef: { kind: 'OCIRepository', name: 'r' }, values: { workers: 10 } },
};

test.each([spark, quota, limits, flux, file, release])('$kind: what the types accept, the schemas accept', (manifest) =>
  expect(findings(manifest)).toEqual([]),
);

// @ts-expect-error a misspelled key
export const misspelled: Driver = { memroy: '2g' };
// @ts-expect-error not one of the kinds of sources
export const wrongSource: FluxKustomization['spec'] = { ...flux.spec, sourceRef: { kind: 'HelmChart', name: 'platform' } };
// @ts-expect-error a number where the CRD has a string
export const wrongType: Driver = { coreLimit: 2 };
// @ts-expect-error a required field is missing
export const incomplete: NetworkPolicySpec['egress'] = [{ to: [{ ipBlock: {} }] }];
