/** One valid manifest of a kind, and ways to spoil it that schemas which are not closed would let through. */
export interface Fixture {
  readonly valid: object;
  readonly spoiled: { readonly [reason: string]: object };
}

const spark = {
  apiVersion: 'sparkoperator.k8s.io/v1beta2',
  kind: 'SparkApplication',
  metadata: { name: 'etl', namespace: 'jobs' },
  spec: {
    type: 'Python',
    mode: 'cluster',
    sparkVersion: '3.5.3',
    mainApplicationFile: 'local:///opt/etl.py',
    driver: { cores: 1, memory: '2g', labels: { team: 'data' } },
    executor: { cores: 1, instances: 2, memory: '2g' },
    volumes: [{ name: 'scratch', emptyDir: { sizeLimit: '1Gi' } }],
  },
};

const release = {
  apiVersion: 'helm.toolkit.fluxcd.io/v2',
  kind: 'HelmRelease',
  metadata: { name: 'spark-operator', namespace: 'spark-operator' },
  spec: {
    interval: '10m',
    chart: { spec: { chart: 'spark-operator', version: '2.5.2', sourceRef: { kind: 'HelmRepository', name: 'spark-operator' } } },
    install: { crds: 'CreateReplace' },
    values: { controller: { workers: 10 } },
  },
};

const flux = {
  apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
  kind: 'Kustomization',
  metadata: { name: 'lakehouse-jobs', namespace: 'flux-system' },
  spec: {
    interval: '10m',
    path: './dist',
    prune: true,
    sourceRef: { kind: 'GitRepository', name: 'platform' },
    dependsOn: [{ name: 'lakehouse-namespaces' }],
  },
};

const kustomize = {
  apiVersion: 'kustomize.config.k8s.io/v1beta1',
  kind: 'Kustomization',
  resources: ['jobs/sparkapplication-etl.yaml'],
  images: [{ name: 'spark', newTag: '3.5.3' }],
};

const policy = {
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  metadata: { name: 'spark', namespace: 'jobs' },
  spec: {
    podSelector: { matchLabels: { 'spark-role': 'driver' } },
    policyTypes: ['Ingress'],
    ingress: [{ from: [{ podSelector: {} }], ports: [{ port: 7078, protocol: 'TCP' }, { port: 'blockmanager' }] }],
  },
};

const quota = {
  apiVersion: 'v1',
  kind: 'ResourceQuota',
  metadata: { name: 'budget', namespace: 'jobs' },
  spec: { hard: { 'requests.memory': '8601Mi', pods: 3 } },
};

const withSpec = <T extends { spec: object }>(manifest: T, patch: object) => ({
  ...manifest,
  spec: { ...manifest.spec, ...patch },
});
const without = (object: object, key: string) => Object.fromEntries(Object.entries(object).filter(([name]) => name !== key));

export const FIXTURES: { readonly [name: string]: Fixture } = {
  sparkapplication: {
    valid: spark,
    spoiled: {
      'unknown-at-root': { ...spark, sparkConf: {} },
      'unknown-in-spec': withSpec(spark, { sparkConfg: {} }),
      'unknown-in-driver': withSpec(spark, { driver: { ...spark.spec.driver, memroy: '2g' } }),
      'unknown-in-metadata': { ...spark, metadata: { ...spark.metadata, label: {} } },
      'wrong-type': withSpec(spark, { executor: { ...spark.spec.executor, instances: '2' } }),
      'not-in-enum': withSpec(spark, { type: 'Pyton' }),
      null: withSpec(spark, { image: null }),
      'missing-field': withSpec({ ...spark, spec: without(spark.spec, 'sparkVersion') }, {}),
      'missing-name': { ...spark, metadata: { namespace: 'jobs' } },
      status: { ...spark, status: {} },
    },
  },
  helmrelease: {
    valid: release,
    spoiled: {
      'unknown-at-root': { ...release, values: {} },
      'unknown-in-install': withSpec(release, { install: { crd: 'Create' } }),
      'wrong-type': withSpec(release, { maxHistory: '5' }),
      'missing-field': withSpec(release, { chart: { spec: without(release.spec.chart.spec, 'sourceRef') } }),
      'missing-interval': { ...release, spec: without(release.spec, 'interval') },
    },
  },
  'flux-kustomization': {
    valid: flux,
    spoiled: {
      'unknown-at-root': { ...flux, resources: [] },
      'unknown-in-source': withSpec(flux, { sourceRef: { ...flux.spec.sourceRef, branch: 'main' } }),
      'wrong-type': withSpec(flux, { prune: 'true' }),
      'wrong-duration': withSpec(flux, { interval: '10 minutes' }),
      'missing-field': { ...flux, spec: without(flux.spec, 'prune') },
    },
  },
  'kustomization-file': {
    valid: kustomize,
    spoiled: {
      'unknown-at-root': { ...kustomize, resource: [] },
      'unknown-in-images': { ...kustomize, images: [{ name: 'spark', tag: '3.5.3' }] },
      'wrong-type': { ...kustomize, resources: 'a.yaml' },
      'missing-field': { ...kustomize, images: [{ newTag: '3.5.3' }] },
    },
  },
  networkpolicy: {
    valid: policy,
    spoiled: {
      'unknown-at-root': { ...policy, podSelector: {} },
      'unknown-in-ingress': withSpec(policy, { ingress: [{ form: [] }] }),
      'wrong-type': withSpec(policy, { policyTypes: 'Ingress' }),
      'missing-field': withSpec(policy, { ingress: [{ from: [{ ipBlock: { except: [] } }] }] }),
    },
  },
  resourcequota: {
    valid: quota,
    spoiled: {
      'wrong-quantity': withSpec(quota, { hard: { 'requests.memory': '8601MB' } }),
      'wrong-type': withSpec(quota, { hard: [] }),
      'unknown-at-root': { ...quota, hard: {} },
    },
  },
};
