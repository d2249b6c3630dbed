import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { App, Duration, Size } from 'cdk8s';
import { Cpu } from 'cdk8s-plus-28';
import { fromYaml, type JsonObject, Manifest } from '../../src/manifest';
import { Environment, type EnvironmentProps, PlatformApp, type Unit } from '../../src/platform';

let outdir: string;
beforeEach(() => {
  outdir = fs.mkdtempSync(path.join(os.tmpdir(), 'platform-'));
});
afterEach(() => fs.rmSync(outdir, { recursive: true }));

const PROPS: EnvironmentProps = {
  cluster: { cpu: Cpu.units(8), memory: Size.gibibytes(16), usable: 0.5 },
  images: { web: 'registry.example.com/web:1.0' },
  apiServer: { cidrs: ['10.0.0.0/28'] },
};

function environment(props: Partial<EnvironmentProps> = {}, id = 'dev'): Environment {
  return new Environment(new PlatformApp({ name: 'shop', outdir }), id, { ...PROPS, ...props });
}

const BUDGET = { cpu: Cpu.units(2), memory: Size.gibibytes(4) };

/** A Deployment of one container: at its peak one pod more than replicas (25 % of 1 to 4, rounded up). */
function deployment(unit: Unit, name: string, replicas: number, cpu: string, memory: string): Manifest {
  return new Manifest(unit, name, { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name } }, () => ({
    spec: {
      replicas,
      selector: { matchLabels: { app: name } },
      template: {
        metadata: { labels: { app: name } },
        spec: {
          containers: [
            { name, image: 'registry.example.com/web:1.0', resources: { requests: { cpu, memory }, limits: { memory } } },
          ],
        },
      },
    },
  }));
}

const synth = (env: Environment): void => (env.node.root as PlatformApp).synth();
const text = (file: string): string => fs.readFileSync(path.join(outdir, 'shop', 'dev', file), 'utf8');
const yaml = (file: string): JsonObject => fromYaml(text(file)) as JsonObject;
const files = (folder: string): string[] =>
  fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();

test('the tree of an environment: a folder a unit, a folder a namespace, a file an object', () => {
  const env = environment();
  deployment(env.unit('web', { namespace: 'shop' }), 'frontend', 2, '500m', '512Mi');
  synth(env);
  expect(files(outdir)).toEqual(
    [
      'README.md',
      'flux/kustomization.yaml',
      'flux/namespaces.yaml',
      'flux/web.yaml',
      'inventory.json',
      'namespaces/_cluster/namespace-shop.yaml',
      'namespaces/kustomization.yaml',
      'namespaces/shop/limitrange-budget.yaml',
      'namespaces/shop/networkpolicy-allow-dns.yaml',
      'namespaces/shop/networkpolicy-default-deny.yaml',
      'namespaces/shop/resourcequota-budget.yaml',
      'web/kustomization.yaml',
      'web/shop/deployment-frontend.yaml',
    ].map((file) => `shop/dev/${file}`),
  );
});

test('quota is the peak of the namespace: 2 replicas and 1 surge of 500m and 512Mi are 1500m and 1536Mi', () => {
  const env = environment();
  deployment(env.unit('web', { namespace: 'shop' }), 'frontend', 2, '500m', '512Mi');
  synth(env);
  expect(yaml('namespaces/shop/resourcequota-budget.yaml')['spec']).toEqual({
    hard: { 'limits.memory': '1536Mi', pods: '3', 'requests.cpu': '1500m', 'requests.memory': '1536Mi' },
  });
  expect((yaml('namespaces/shop/limitrange-budget.yaml')['spec'] as JsonObject)['limits']).toEqual([
    {
      default: { memory: '256Mi' },
      defaultRequest: { cpu: '100m', memory: '256Mi' },
      max: { memory: '512Mi' },
      type: 'Container',
    },
  ]);
  const inventory = JSON.parse(text('inventory.json')) as { namespaces: unknown[] };
  expect(inventory.namespaces).toEqual([{ name: 'shop', atPeak: { pods: 3, cpu: '1500m', memory: '1536Mi' } }]);
  expect(text('README.md')).toContain('| all, of the usable share of the cluster | 3 | 1.5 of 4 | 1536Mi of 8 Gi |');
});

test('overrides reach the file, the quota and the README: nothing is read from props', () => {
  const env = environment();
  deployment(env.unit('web', { namespace: 'shop' }), 'frontend', 1, '500m', '512Mi').addOverride('spec.replicas', 2);
  synth(env);
  expect(yaml('web/shop/deployment-frontend.yaml')['spec']).toMatchObject({ replicas: 2 });
  expect(yaml('namespaces/shop/resourcequota-budget.yaml')['spec']).toMatchObject({ hard: { pods: '3' } });
  expect(text('README.md')).toContain('- `web/shop/deployment-frontend.yaml`: `spec.replicas` = `2`');
});

test('the Flux Kustomization: name, path, order, timeout', () => {
  const env = environment({ flux: { path: './clusters', sourceKind: 'OCIRepository', sourceName: 'platform' } });
  deployment(env.unit('web', { namespace: 'shop', timeout: Duration.minutes(90) }), 'frontend', 1, '1', '1Gi');
  synth(env);
  expect(yaml('flux/web.yaml')).toMatchObject({
    metadata: { name: 'shop-web', namespace: 'flux-system' },
    spec: {
      dependsOn: [{ name: 'shop-namespaces' }],
      path: './clusters/shop/dev/web',
      sourceRef: { kind: 'OCIRepository', name: 'platform' },
      timeout: '1h30m',
    },
  });
});

test('a namespace that exists outside is used, not made', () => {
  const env = environment({ provides: { namespaces: ['shop'] } });
  deployment(env.unit('web', { namespace: 'shop' }), 'frontend', 1, '1', '1Gi');
  synth(env);
  expect(files(path.join(outdir, 'shop', 'dev')).filter((file) => file.startsWith('namespaces'))).toEqual([]);
});

test('over budget: namespace and environment say who takes how much, and nothing is written', () => {
  const env = environment();
  const unit = env.unit('web', { namespace: 'shop', budget: { cpu: Cpu.units(2), memory: Size.gibibytes(1) } });
  deployment(unit, 'frontend', 4, '1', '512Mi');
  expect(() => synth(env)).toThrow(
    [
      'shop/dev: 2 problems',
      '  namespace shop can use 5 of 2 CPU and 2560Mi of 1024Mi memory at its peak: Deployment shop/frontend 5 CPU and 2560Mi',
      '    make the workloads smaller or fewer, or raise the budget of the unit',
      '  the environment can use 5 of 4 CPU at its peak: Deployment shop/frontend 5 CPU and 2560Mi',
      '    make the workloads smaller or fewer, or raise the usable share of the cluster',
    ].join('\n'),
  );
  expect(fs.readdirSync(outdir)).toEqual([]);
});

test('a failed synth leaves the tree of the last one', () => {
  const good = environment();
  deployment(good.unit('web', { namespace: 'shop' }), 'frontend', 1, '1', '1Gi');
  synth(good);
  const before = files(outdir);
  const bad = environment();
  deployment(bad.unit('web', { namespace: 'shop' }), 'frontend', 100, '1', '1Gi');
  expect(() => synth(bad)).toThrow('128000Mi of 8192Mi');
  expect(files(outdir)).toEqual(before);
});

test('an environment that is gone disappears from the tree', () => {
  const old = environment({}, 'old');
  deployment(old.unit('web', { namespace: 'shop' }), 'frontend', 1, '1', '1Gi');
  synth(old);
  const env = environment();
  deployment(env.unit('web', { namespace: 'shop' }), 'frontend', 1, '1', '1Gi');
  synth(env);
  expect(fs.readdirSync(path.join(outdir, 'shop'))).toEqual(['dev']);
});

test('one identity, one object: the error has both construct paths', () => {
  const env = environment();
  deployment(env.unit('a', { namespace: 'shop' }), 'frontend', 1, '1', '1Gi');
  deployment(env.unit('b', { namespace: 'shop' }), 'frontend', 1, '1', '1Gi');
  expect(() => synth(env)).toThrow('Deployment shop/frontend exists twice: shop/dev/a/frontend and shop/dev/b/frontend');
});

test('variables: registered ones substitute, others are refused', () => {
  const env = environment({ flux: { variablesConfigMap: 'cluster' } });
  const unit = env.unit('web', { namespace: 'shop', budget: BUDGET });
  new Manifest(unit, 'settings', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'settings' } }, () => ({
    data: { region: env.variable('REGION') },
  }));
  env.variable('REGION');
  synth(env);
  expect(yaml('flux/web.yaml')['spec']).toMatchObject({
    postBuild: { substituteFrom: [{ kind: 'ConfigMap', name: 'cluster' }] },
  });
  expect(yaml('flux/namespaces.yaml')['spec']).not.toHaveProperty('postBuild');
  expect(() => environment().variable('REGION')).toThrow('variable REGION has no default value');
  expect(() => environment().variable('MY-REGION', 'x')).toThrow('variable name is "MY-REGION"');
});

test('cluster-scoped kinds of stock cdk8s get no namespace', () => {
  const env = environment();
  const unit = env.unit('web', { namespace: 'shop', budget: BUDGET });
  new Manifest(
    unit,
    'role',
    { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRole', metadata: { name: 'reader' } },
    () => ({ rules: [] }),
  );
  synth(env);
  expect(yaml('web/_cluster/clusterrole-reader.yaml')['metadata']).toEqual({ name: 'reader' });
});

test('mistakes in an environment are told all at once', () => {
  expect(() =>
    environment({
      cluster: { ...PROPS.cluster, usable: 50 },
      images: { web: 'registry.example.com/web:latest' },
      apiServer: { cidrs: ['10.0.0.1'], port: 0 },
      flux: { path: 'dist/', sourceKind: 'Git' },
    }),
  ).toThrow(
    /^shop\/dev: 6 problems\n.*usable is 50.*\n.*\n.*floating tag latest.*\n.*\n.*"10.0.0.1".*\n.*\n.*port is 0.*\n.*\n.*flux.sourceKind is "Git".*\n.*\n.*flux.path is "dist\/"/s,
  );
});

test.each([
  ['twice the same unit', (env: Environment) => env.unit('web', {}), 'unit "web" exists already'],
  [
    'a second budget',
    (env: Environment) => env.unit('x', { namespace: 'shop', budget: { cpu: Cpu.units(1), memory: Size.gibibytes(1) } }),
    'has a budget from another unit',
  ],
  [
    'a budget without namespace',
    (env: Environment) => env.unit('x', { budget: { cpu: Cpu.units(1), memory: Size.gibibytes(1) } }),
    'has a budget but no namespace',
  ],
  [
    'another Pod Security level',
    (env: Environment) => env.unit('x', { namespace: 'shop', podSecurity: 'baseline' }),
    'baseline here and restricted in another unit',
  ],
  ['a level that does not exist', (env: Environment) => env.unit('x', { podSecurity: 'strict' }), 'podSecurity is "strict"'],
  ['an id that is no name', (env: Environment) => env.unit('My_Unit', {}), 'id is "My_Unit"'],
  ['an unknown image', (env: Environment) => env.image('wen'), 'image "wen" is not among the images of the environment: web'],
])('refused: %s', (_, act, message) => {
  const env = environment();
  env.unit('web', { namespace: 'shop', budget: { cpu: Cpu.units(1), memory: Size.gibibytes(1) } });
  expect(() => act(env)).toThrow(message);
});

test('the same bytes twice, and in whatever order units are made', () => {
  const tree = (ids: string[]): string => {
    const env = environment();
    for (const id of ids) deployment(env.unit(id, { namespace: `ns-${id}` }), id, 1, '100m', '100Mi');
    synth(env);
    return files(outdir)
      .map((file) => `${file}\n${fs.readFileSync(path.join(outdir, file), 'utf8')}`)
      .join('\n');
  };
  expect(tree(['a', 'b'])).toBe(tree(['b', 'a']));
});

test('a namespace without workloads needs a budget, which is its quota: pods come from elsewhere', () => {
  const empty = environment();
  empty.unit('web', { namespace: 'shop' });
  expect(() => synth(empty)).toThrow('namespace shop has no workload and no budget, so its quota would be zero');
  const env = environment();
  env.unit('web', { namespace: 'shop', budget: BUDGET });
  synth(env);
  expect(yaml('namespaces/shop/resourcequota-budget.yaml')['spec']).toEqual({
    hard: { 'limits.memory': '4096Mi', 'requests.cpu': '2', 'requests.memory': '4096Mi' },
  });
});

test('a workload whose pods cannot be counted is named with its path', () => {
  const env = environment();
  const unit = env.unit('web', { namespace: 'shop', budget: BUDGET });
  new Manifest(unit, 'broken', { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'broken' } }, () => ({ spec: {} }));
  expect(() => synth(env)).toThrow(
    'Deployment shop/broken at shop/dev/web/broken: its pods cannot be counted: it has no pod template',
  );
});

test('an override cannot change what an object is', () => {
  const frontend = deployment(environment().unit('web', { namespace: 'shop' }), 'frontend', 1, '1', '1Gi');
  for (const path of ['', 'metadata', 'metadata.name', 'kind'])
    expect(() => frontend.addOverride(path, null)).toThrow(
      `override path ${JSON.stringify(path)} would change what the object is`,
    );
});

// biome-ignore lint/suspicious/noExplicitAny: what a language without types lets through
const any = (value: unknown): any => value;
test.each([
  [
    'no props',
    () => new Environment(new PlatformApp({ name: 'shop' }), 'dev', any(undefined)),
    'cluster.cpu is undefined, allowed is a Cpu',
  ],
  [
    'a text for CPU',
    () => environment({ cluster: any({ cpu: '64', memory: '24Gi' }) }),
    /cluster.cpu is "64".*\n.*\n.*cluster.memory is "24Gi"/,
  ],
  ['a text for ranges', () => environment({ apiServer: any({ cidrs: '10.0.0.0/28' }) }), 'allowed is a list of address ranges'],
  ['a range that is none', () => environment({ apiServer: { cidrs: ['999.0.0.0/99'] } }), '"999.0.0.0/99"'],
  ['a number for a timeout', () => environment().unit('web', { timeout: any(5) }), 'timeout is 5, allowed is a Duration'],
  [
    'texts in a budget',
    () => environment().unit('web', { namespace: 'shop', budget: any({ cpu: 2, memory: '1Gi' }) }),
    'budget.memory is "1Gi"',
  ],
  ['a number for a variable', () => environment().variable(any(5), 'x'), 'variable name is 5'],
  ['an app without a name', () => new PlatformApp(any(undefined)), 'name is undefined'],
  ['an environment in a plain app', () => new Environment(any(new App()), 'dev', PROPS), 'is no PlatformApp'],
  ['a bad outside namespace', () => environment({ provides: { namespaces: ['Bad NS'] } }), 'provides.namespaces holds "Bad NS"'],
])('refused without types: %s', (_, act, message) => expect(act).toThrow(message));
