import { Chart, Testing } from 'cdk8s';
import { SparkServiceAccounts } from '../../../src/spark';
import { chart, refusal } from '../application/sample';

test('the driver has the least role that works, executors have nothing', () => {
  const scope = chart();
  const accounts = new SparkServiceAccounts(scope, 'x', { driverName: 'd', executorName: 'e', namespace: 'n' });
  expect([accounts.driverName, accounts.executorName]).toEqual(['d', 'e']);
  const all = Testing.synth(scope);
  expect(all.map(({ kind, metadata }) => `${kind}/${metadata.namespace}/${metadata.name}`)).toEqual([
    'ServiceAccount/n/d',
    'ServiceAccount/n/e',
    'Role/n/d',
    'RoleBinding/n/d',
  ]);
  expect(all[1].automountServiceAccountToken).toBe(false);
  expect(all[3].subjects).toEqual([{ kind: 'ServiceAccount', name: 'd', namespace: 'n' }]);
  const verbs = Object.fromEntries(
    all[2].rules.map(({ resources, verbs }: { resources: string[]; verbs: string[] }) => [resources.join(), verbs]),
  );
  expect(Object.keys(verbs)).toEqual(['pods', 'configmaps', 'services', 'persistentvolumeclaims']);
  for (const list of Object.values(verbs) as string[][])
    expect(list).toEqual(expect.arrayContaining(['create', 'deletecollection']));
  expect(JSON.stringify(verbs)).not.toContain('*');
});

test('refuses one account for both, and no namespace', () => {
  expect(refusal(() => new SparkServiceAccounts(chart(), 'x', { driverName: 'a', executorName: 'a' }))).toMatch(
    /share the service account/,
  );
  expect(refusal(() => new SparkServiceAccounts(new Chart(Testing.app(), 'c'), 'x'))).toMatch(/no namespace is known/);
});
