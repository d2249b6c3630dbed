import { timed } from '../harness/progress.mjs';
import { accountUser } from './control-plane.mjs';

/** What Spark's driver does with the Kubernetes API: it creates executors and what they need, and tidies up by label. */
const DRIVER_NEEDS = [
  ...['create', 'get', 'list', 'watch', 'delete', 'deletecollection'].map((verb) => [verb, 'pods']),
  ...['configmaps', 'services', 'persistentvolumeclaims'].flatMap((resource) =>
    ['create', 'list', 'delete', 'deletecollection'].map((verb) => [verb, resource]),
  ),
];
const NOBODY_NEEDS = [
  ...['get', 'list', 'create'].map((verb) => [verb, 'secrets']),
  ['create', 'pods/exec'],
  ['create', 'serviceaccounts/token'],
  ['create', 'roles'],
  ['create', 'rolebindings'],
];
const GROUPS = { roles: 'rbac.authorization.k8s.io', rolebindings: 'rbac.authorization.k8s.io' };

async function allowed(cluster, account, [verb, text], namespace) {
  const [resource, subresource] = text.split('/');
  const { user, groups } = accountUser(account);
  const review = {
    apiVersion: 'authorization.k8s.io/v1',
    kind: 'SubjectAccessReview',
    spec: { user, groups, resourceAttributes: { verb, resource, subresource, group: GROUPS[resource] ?? '', namespace } },
  };
  return (await cluster.api.ok('POST', '/apis/authorization.k8s.io/v1/subjectaccessreviews', review)).status.allowed;
}

async function expect(checks, cluster, account, needs, namespace, expected) {
  for (const need of needs) {
    const found = await allowed(cluster, account, need, namespace);
    const verb = expected ? 'may' : 'may not';
    checks.that(
      `${account.namespace}/${account.name} ${verb} ${need.join(' ')} in ${namespace}`,
      found === expected,
      `allowed: ${found}`,
    );
  }
}

function accounts(applications, role) {
  const found = applications.map(({ metadata, spec }) => ({
    namespace: metadata.namespace,
    name: spec[role]?.serviceAccount ?? 'default',
  }));
  return [...new Map(found.map((account) => [`${account.namespace}/${account.name}`, account])).values()];
}

/** What the service accounts of the applications may do, in their own namespace and in every other one. */
export async function reviewAccess(checks, cluster, applications) {
  const namespaces = (await cluster.api.ok('GET', '/api/v1/namespaces')).items.map(({ metadata }) => metadata.name);
  const drivers = accounts(applications, 'driver');
  const isDriver = ({ namespace, name }) => drivers.some((driver) => driver.namespace === namespace && driver.name === name);
  const others = [...accounts(applications, 'executor'), ...namespaces.map((namespace) => ({ namespace, name: 'default' }))];
  await timed(`reviewing the access of ${drivers.length} driver accounts and of those that need none`, async () => {
    for (const account of drivers) {
      await expect(checks, cluster, account, DRIVER_NEEDS, account.namespace, true);
      await expect(checks, cluster, account, NOBODY_NEEDS, account.namespace, false);
      for (const namespace of namespaces.filter((each) => each !== account.namespace)) {
        await expect(checks, cluster, account, [...DRIVER_NEEDS, ...NOBODY_NEEDS], namespace, false);
      }
    }
    for (const account of accounts(applications, 'executor')) {
      checks.that(`${account.namespace}/${account.name} of executors is not an account of drivers`, !isDriver(account));
    }
    for (const account of others.filter((each) => !isDriver(each))) {
      await expect(checks, cluster, account, [...DRIVER_NEEDS, ...NOBODY_NEEDS], account.namespace, false);
    }
  });
}
