import { parse as parsePath } from 'node:path';
import { totalAtPeak, workloadOf } from '../../src/budget';
import type { JsonObject } from '../../src/manifest';
import { dnsSubdomainProblem, labelValueProblem } from '../../src/naming';
import { parseCpu, parseMemory } from '../../src/quantity';
import { DIST, environments, kustomizations, manifests, metadataOf, readTree, type TreeObject } from './tree';

const CLUSTER_SCOPED = ['Namespace', 'ClusterRole', 'ClusterRoleBinding', 'CustomResourceDefinition', 'PriorityClass'];

const all = environments();
test('there is something to check', () => expect(all).toContain('lakehouse/dev'));

describe.each(all)('%s', (environment) => {
  const objects = manifests(environment);
  const flux = kustomizations(environment);
  const unitOf = ({ file }: TreeObject): string => file.split('/')[0] as string;
  const ofKind = (kind: string): TreeObject[] => objects.filter(({ object }) => object['kind'] === kind);

  test('identities are unique', () => {
    const identities = objects.map(({ object }) =>
      [object['apiVersion'], object['kind'], metadataOf(object).namespace, metadataOf(object).name].join(' '),
    );
    expect(new Set(identities).size).toBe(identities.length);
  });

  test('a file lies where its object says: <unit>/<namespace>/<kind>-<name>.yaml', () => {
    for (const { file, object } of objects) {
      const { name, namespace } = metadataOf(object);
      expect(file.split('/').slice(1).join('/')).toBe(
        `${namespace ?? '_cluster'}/${String(object['kind']).toLowerCase()}-${name}.yaml`,
      );
      expect(namespace === undefined).toBe(CLUSTER_SCOPED.includes(String(object['kind'])));
    }
  });

  test('every kustomize file lists every file beside it, sorted', () => {
    const tree = readTree(`${DIST}/${environment}`);
    for (const [file, text] of tree) {
      if (parsePath(file).base !== 'kustomization.yaml') continue;
      const folder = parsePath(file).dir;
      const beside = [...tree.keys()]
        .filter((other) => other.startsWith(`${folder}/`) && other !== file)
        .map((other) => other.slice(folder.length + 1))
        .sort();
      const listed = text.split('\n').flatMap((line) => (line.startsWith('  - ') ? [line.slice(4)] : []));
      expect(listed).toEqual(beside);
    }
  });

  test('names and label values are ones that the API server takes', () => {
    for (const { object } of objects) {
      expect(dnsSubdomainProblem(metadataOf(object).name)).toBeUndefined();
      for (const value of Object.values(metadataOf(object).labels ?? {}))
        expect(labelValueProblem(String(value))).toBeUndefined();
    }
  });

  test('every namespace has quota, limit range, default-deny and DNS, and is never pruned', () => {
    for (const { object } of ofKind('Namespace')) {
      const namespace = metadataOf(object).name;
      const inside = objects
        .filter((other) => metadataOf(other.object).namespace === namespace)
        .map(({ object: { kind, metadata } }) => `${kind}/${(metadata as JsonObject)['name']}`);
      expect(inside).toEqual(
        expect.arrayContaining([
          'ResourceQuota/budget',
          'LimitRange/budget',
          'NetworkPolicy/default-deny',
          'NetworkPolicy/allow-dns',
        ]),
      );
      expect((object['metadata'] as JsonObject)['annotations']).toEqual({ 'kustomize.toolkit.fluxcd.io/prune': 'disabled' });
      expect(metadataOf(object).labels).toMatchObject({ 'pod-security.kubernetes.io/enforce': 'restricted' });
    }
  });

  test('each quota is the peak of the pods of its namespace, and no CPU limit is in it', () => {
    for (const { object } of ofKind('ResourceQuota')) {
      const hard = (object['spec'] as JsonObject)['hard'] as Record<string, string>;
      const workloads = objects
        .flatMap((other) => workloadOf(other.object) ?? [])
        .filter(({ namespace }) => namespace === metadataOf(object).namespace);
      const peak = totalAtPeak(workloads);
      expect(Object.keys(hard)).not.toContain('limits.cpu');
      expect([
        parseCpu(hard['requests.cpu'] ?? ''),
        parseMemory(hard['requests.memory'] ?? ''),
        parseMemory(hard['limits.memory'] ?? ''),
        Number(hard['pods']),
      ]).toEqual([peak.cpuMillis, peak.memoryBytes, peak.memoryLimitBytes, peak.pods]);
    }
  });

  test('every unit has a Kustomization: pruned, waited for, in order, without a circle', () => {
    const app = environment.split('/')[0] as string;
    expect([...flux.keys()].sort()).toEqual([...new Set(objects.map(unitOf))].sort());
    const order: string[] = [];
    const visit = (unit: string, trail: string[]): void => {
      expect(trail).not.toContain(unit);
      const spec = flux.get(unit)?.['spec'] as { dependsOn?: { name: string }[] } | undefined;
      for (const { name } of spec?.dependsOn ?? []) visit(name.slice(app.length + 1), [...trail, unit]);
      if (!order.includes(unit)) order.push(unit);
    };
    for (const [unit, object] of flux) {
      visit(unit, []);
      expect(metadataOf(object)).toEqual({ name: `${app}-${unit}`, namespace: 'flux-system' });
      expect(object['spec']).toMatchObject({
        prune: true,
        wait: true,
        interval: '1h',
        retryInterval: '2m',
        path: `./dist/${environment}/${unit}`,
      });
      expect(object['spec']).not.toHaveProperty('targetNamespace');
    }
    expect(order.indexOf('namespaces')).toBe(0);
  });

  test('a SparkApplication comes after the release that installs its CRD, never in the same unit, with a health expression', () => {
    for (const application of ofKind('SparkApplication')) {
      const spec = flux.get(unitOf(application))?.['spec'] as {
        dependsOn: { name: string }[];
        healthCheckExprs: { kind: string }[];
      };
      const installers = ofKind('HelmRelease').map(unitOf);
      expect(installers).not.toContain(unitOf(application));
      expect(spec.dependsOn.map(({ name }) => name.replace(/^[^-]*-/, ''))).toEqual(expect.arrayContaining(installers));
      expect(spec.healthCheckExprs.map(({ kind }) => kind)).toEqual(['SparkApplication']);
    }
  });

  test('no TTL where Flux applies the run: it would start for ever', () => {
    for (const { object } of ofKind('SparkApplication')) expect(object['spec']).not.toHaveProperty('timeToLiveSeconds');
  });

  test('a release pins its chart, replaces CRDs and corrects drift', () => {
    for (const { object } of ofKind('HelmRelease'))
      expect(object['spec']).toMatchObject({
        chart: { spec: { version: expect.stringMatching(/^\d+\.\d+\.\d+$/) } },
        driftDetection: { mode: 'enabled' },
        install: { crds: 'CreateReplace' },
        upgrade: { crds: 'CreateReplace' },
      });
  });

  test('images are pinned and no secret or unexpanded variable stands in a manifest', () => {
    for (const workload of objects.flatMap(({ object }) => workloadOf(object) ?? []))
      for (const image of workload.pods.flatMap(({ images }) => images))
        expect(image).toMatch(/(:[^:/]*\d[^:/]*|@sha256:[0-9a-f]{64})$/);
    expect(ofKind('Secret')).toEqual([]);
    for (const { object } of objects) expect(JSON.stringify(object)).not.toContain('${');
  });
});

describe('the sample job of dev', () => {
  const tree = readTree(`${DIST}/lakehouse/dev`);
  // Python, 2g: floor(0.4 x 2048) = 819 of overhead, 2867Mi a pod; a driver and two executors: 3 x 2867 = 8601Mi.
  test('is 2867Mi + 2 x 2867Mi = 8601Mi in README, inventory and quota', () => {
    expect(tree.get('README.md')).toContain('| namespace data-platform | 3 | 3 of 4 | 8601Mi of 10 Gi |');
    expect(tree.get('README.md')).toContain('2048 heap + 819 overhead');
    const inventory = JSON.parse(tree.get('inventory.json') ?? '') as { workloads: { name: string; atPeak: object }[] };
    expect(inventory.workloads.find(({ name }) => name === 'sample-etl-job')?.atPeak).toEqual({
      pods: 3,
      cpu: '3',
      memory: '8601Mi',
    });
    expect(tree.get('namespaces/data-platform/resourcequota-budget.yaml')).toContain('requests.memory: 8601Mi');
  });

  test('is applied after the operator, which comes after the namespaces', () => {
    expect(tree.get('flux/jobs.yaml')).toContain('    - name: lakehouse-namespaces\n    - name: lakehouse-spark-operator\n');
    expect(tree.get('flux/spark-operator.yaml')).toContain('    - name: lakehouse-namespaces\n');
  });
});
