import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { FIXTURES } from './fixtures';
import { compileSchema, findings, ROOT, readSchema, schemaPaths } from './schemas';

const SPOILED = Object.entries(FIXTURES).flatMap(([name, { spoiled }]) =>
  Object.entries(spoiled).map(([reason, manifest]) => ({ file: `${name}.${reason}.yaml`, manifest })),
);
const VALID = Object.entries(FIXTURES).map(([name, { valid }]) => ({ file: `${name}.yaml`, manifest: valid }));

describe('ajv', () => {
  test.each(schemaPaths())('compiles %s', (path) => expect(compileSchema(path)).toBeInstanceOf(Function));

  test.each(VALID)('accepts $file', ({ manifest }) => expect(findings(manifest)).toEqual([]));

  test.each(SPOILED)('refuses $file', ({ manifest }) => expect(findings(manifest)).not.toEqual([]));

  test('refuses a kind that nobody vendored', () => {
    expect(findings({ apiVersion: 'batch/v1beta1', kind: 'CronJob' })).toEqual(['there is no schema for batch/v1beta1 CronJob']);
  });
});

describe('kubeconform', () => {
  let folder: string;
  let status: number | null;
  let output: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'schema-'));
    for (const { file, manifest } of [...VALID, ...SPOILED]) writeFileSync(join(folder, file), stringify(manifest));
    writeFileSync(join(folder, 'duplicate-key.yaml'), `${stringify(FIXTURES['resourcequota']?.valid)}kind: ResourceQuota\n`);
    writeFileSync(join(folder, 'inventory.json'), '{"units": []}');
    const run = spawnSync(process.execPath, ['scripts/kubeconform.mjs', folder], { cwd: ROOT, encoding: 'utf8' });
    status = run.status;
    output = run.stdout + run.stderr;
  }, 600_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('fails as a whole', () => expect(status).toBe(1));

  test('validated every YAML file and nothing else', () => {
    expect(output).toContain(
      `Summary: ${VALID.length + SPOILED.length + 1} resources found in ${VALID.length + SPOILED.length + 1} files - ` +
        `Valid: ${VALID.length}, Invalid: ${SPOILED.length}, Errors: 1, Skipped: 0`,
    );
  });

  test.each(VALID)('accepts $file', ({ file }) => expect(output).not.toContain(join(folder, file)));

  test.each(SPOILED)('refuses $file', ({ file }) => expect(output).toMatch(new RegExp(`${file} - .* is invalid`)));

  test('refuses a key that stands twice', () =>
    expect(output).toMatch(/duplicate-key\.yaml .*\n.*key "kind" already set in map/));

  test.each([
    [['/nowhere'], '/nowhere is not a folder'],
    [[], 'usage: node scripts/kubeconform.mjs <folder>'],
    [[join(ROOT, 'schemas')], 'has no YAML file'],
  ])('with %j exits 2', (args, message) => {
    const run = spawnSync(process.execPath, ['scripts/kubeconform.mjs', ...args], { cwd: ROOT, encoding: 'utf8' });
    expect(run.status).toBe(2);
    expect(run.stderr).toContain(message);
  });
});

describe('the schemas', () => {
  test.each([
    ['v1', 'ConfigMap LimitRange Namespace PersistentVolumeClaim Pod ResourceQuota Secret Service ServiceAccount'],
    ['apps/v1', 'DaemonSet Deployment StatefulSet'],
    ['autoscaling/v2', 'HorizontalPodAutoscaler'],
    ['batch/v1', 'CronJob Job'],
    ['networking.k8s.io/v1', 'Ingress NetworkPolicy'],
    ['policy/v1', 'PodDisruptionBudget'],
    ['rbac.authorization.k8s.io/v1', 'ClusterRole ClusterRoleBinding Role RoleBinding'],
    ['scheduling.k8s.io/v1', 'PriorityClass'],
    ['external-secrets.io/v1', 'ClusterSecretStore ExternalSecret SecretStore'],
    ['helm.toolkit.fluxcd.io/v2', 'HelmRelease'],
    ['kustomize.config.k8s.io/v1beta1', 'Kustomization'],
    ['kustomize.toolkit.fluxcd.io/v1', 'Kustomization'],
    ['monitoring.coreos.com/v1', 'PodMonitor PrometheusRule ServiceMonitor'],
    ['source.toolkit.fluxcd.io/v1', 'Bucket ExternalArtifact GitRepository HelmChart HelmRepository OCIRepository'],
    ['sparkoperator.k8s.io/v1beta2', 'ScheduledSparkApplication SparkApplication'],
    ['sparkoperator.k8s.io/v1alpha1', 'SparkConnect'],
  ])('of %s are those of %s', (apiVersion, kinds) => {
    const vendored = schemaPaths()
      .map((path) => readSchema(path).properties)
      .filter(({ apiVersion: { enum: versions } }) => versions.includes(apiVersion))
      .map(({ kind }) => kind.enum.join());
    expect(vendored.sort()).toEqual(kinds.split(' '));
  });

  test('are open only where the API server keeps what it does not know', () => {
    const open = schemaPaths().flatMap((path) => openObjects(readSchema(path)).map((pointer) => `${path}#${pointer}`));
    // Pod templates of the Spark operator: their CRDs preserve unknown fields there.
    expect(open).toEqual([
      'sparkoperator.k8s.io/scheduledsparkapplication_v1beta2.json#/definitions/Driver/properties/template',
      'sparkoperator.k8s.io/scheduledsparkapplication_v1beta2.json#/definitions/Executor/properties/template',
      'sparkoperator.k8s.io/sparkapplication_v1beta2.json#/definitions/Driver/properties/template',
      'sparkoperator.k8s.io/sparkapplication_v1beta2.json#/definitions/Executor/properties/template',
      'sparkoperator.k8s.io/sparkconnect_v1alpha1.json#/definitions/Server/properties/template',
      'sparkoperator.k8s.io/sparkconnect_v1alpha1.json#/definitions/SpecExecutor/properties/template',
    ]);
  });

  test.each(schemaPaths())('%s is closed at the root and carries no prose', (path) => {
    const schema = readSchema(path);
    expect(schema.additionalProperties).toBe(false);
    expect(Object.keys(schema.properties)).not.toContain('status');
    expect(schema.description).toBeUndefined();
  });
});

/** JSON pointers of the object schemas that accept keys without a schema. */
function openObjects(schema: { [key: string]: unknown }, pointer = ''): string[] {
  const inside = (key: string) => `${pointer}/${key}`;
  const children = (key: string) =>
    Object.entries((schema[key] ?? {}) as { [name: string]: { [key: string]: unknown } }).flatMap(([name, child]) =>
      openObjects(child, `${inside(key)}/${name}`),
    );
  const single = (key: string) =>
    typeof schema[key] === 'object' ? openObjects(schema[key] as { [key: string]: unknown }, inside(key)) : [];
  const open = schema['type'] === 'object' && (schema['additionalProperties'] ?? true) === true;
  return [
    ...(open ? [pointer] : []),
    ...children('definitions'),
    ...children('properties'),
    ...single('items'),
    ...single('additionalProperties'),
  ];
}
