import { isDeepStrictEqual } from 'node:util';
import { timed } from '../harness/progress.mjs';
import { quantity, sparkContainer } from '../pods/compare.mjs';
import { realPods } from '../pods/real-pods.mjs';
import { eventually } from './apply.mjs';
import { mutated } from './operator-webhook.mjs';

const podsPath = (namespace) => `/api/v1/namespaces/${namespace}/pods`;
const serviceAccount = (pod, namespace) => ({ namespace, name: pod.spec.serviceAccountName ?? 'default' });

/** The application in the cluster: as it was applied, else created as an orchestrator does from its template. */
async function inCluster(cluster, application) {
  const { namespace, name } = application.metadata;
  const path = `/apis/sparkoperator.k8s.io/v1beta2/namespaces/${namespace}/sparkapplications`;
  const found = await cluster.api.request('GET', `${path}/${name}`);
  return found.status === 200 ? found.body : cluster.api.ok('POST', path, application);
}

async function namespaced(cluster, namespace, kind) {
  return (await cluster.api.ok('GET', `/api/v1/namespaces/${namespace}/${kind}`)).items;
}

/** What a pod counts for in each resource of a quota. */
function charges(pod) {
  const sum = (side, resource) =>
    pod.spec.containers.reduce((total, { resources = {} }) => {
      const text = resources[side]?.[resource] ?? (side === 'requests' ? resources.limits?.[resource] : undefined);
      return total + (text === undefined ? 0 : quantity(text));
    }, 0);
  return {
    pods: 1,
    'count/pods': 1,
    cpu: sum('requests', 'cpu'),
    memory: sum('requests', 'memory'),
    ...Object.fromEntries(
      ['requests', 'limits'].flatMap((side) => ['cpu', 'memory'].map((resource) => [`${side}.${resource}`, sum(side, resource)])),
    ),
  };
}

/** How many more pods of this kind fit into a namespace's quotas now. */
function room(quotas, pod) {
  const each = charges(pod);
  return Math.min(
    ...quotas.flatMap(({ status }) =>
      Object.entries(status.hard)
        .filter(([resource]) => each[resource] > 0)
        // a millionth more, so that binary fractions of a core do not round a whole pod away
        .map(([resource, hard]) => Math.floor((quantity(hard) - quantity(status.used[resource] ?? '0')) / each[resource] + 1e-6)),
    ),
  );
}

/** A copy of the pod whose container runs as root. */
function asRoot(pod) {
  const root = structuredClone(pod);
  root.metadata.name = `${pod.metadata.name.slice(0, 40)}-root`;
  for (const container of root.spec.containers) {
    container.securityContext = { ...container.securityContext, runAsUser: 0, runAsNonRoot: false };
  }
  return root;
}

async function removePods(cluster, namespace) {
  await cluster.api.ok('DELETE', `${podsPath(namespace)}?gracePeriodSeconds=0`);
  const emptied = async () => {
    const quotas = await namespaced(cluster, namespace, 'resourcequotas');
    return quotas.every(({ status }) =>
      Object.entries(status?.used ?? {}).every(([resource, used]) => resource !== 'pods' || used === '0'),
    );
  };
  await eventually(emptied, `the quota of ${namespace} still counts deleted pods`);
}

function podChecks(checks, what, sent, answer, role) {
  if (!checks.that(`${what} is admitted`, answer.status === 201, answer.body.message)) {
    return false;
  }
  checks.that(
    `${what}: admission leaves its resources alone`,
    isDeepStrictEqual(sparkContainer(sent, role).resources, sparkContainer(answer.body, role).resources),
    () =>
      `sent ${JSON.stringify(sparkContainer(sent, role).resources)}\ngot  ${JSON.stringify(sparkContainer(answer.body, role).resources)}`,
  );
  return true;
}

async function createDriver(checks, cluster, what, pod, namespace) {
  const refused = await cluster.api.request('POST', `${podsPath(namespace)}?dryRun=All`, asRoot(pod));
  checks.that(
    `${what}: its driver as root is refused by Pod Security`,
    refused.status === 403 && /violates PodSecurity/.test(refused.body.message),
    `${refused.status} ${refused.body.message ?? 'admitted'}`,
  );
  const created = await cluster.api.request('POST', podsPath(namespace), pod);
  return podChecks(checks, `${what}: the driver ${pod.metadata.name}`, pod, created, 'driver') ? created.body : undefined;
}

async function createResources(checks, what, cluster, real, driver, namespace) {
  for (const resource of real.resources) {
    const path = `/api/v1/namespaces/${namespace}/${resource.kind.toLowerCase()}s`;
    resource.metadata.namespace = namespace;
    resource.metadata.ownerReferences = [
      { apiVersion: 'v1', kind: 'Pod', name: driver.metadata.name, uid: driver.metadata.uid, controller: true },
    ];
    const { status, body } = await cluster.api.request('POST', path, resource);
    checks.that(`${what}: ${resource.kind} ${resource.metadata.name} of the driver is admitted`, status === 201, body.message);
  }
}

/** Creates executors, as the driver's service account, until the quota refuses one. */
async function createExecutors(checks, cluster, what, { application, spark, real, driver }) {
  const { namespace } = application.metadata;
  const first = mutated(real.executors[0], 'executor', application);
  const fit = room(await namespaced(cluster, namespace, 'resourcequotas'), first);
  const wanted = Number(
    real.properties['spark.dynamicAllocation.enabled'] === 'true'
      ? real.properties['spark.dynamicAllocation.maxExecutors']
      : real.properties['spark.executor.instances'],
  );
  checks.that(`${what}: the quota has room for its ${wanted} executors`, fit >= wanted, `room for ${fit}`);
  if (!Number.isFinite(fit)) {
    checks.fail(`${what}: a quota limits what its executors use`, 'no quota of the namespace counts pods, CPU or memory');
    return;
  }
  const { executors } = await realPods(application, spark, fit + 1);
  const prefix = first.metadata.name.replace(/-exec-1$/, '');
  const account = serviceAccount(driver, namespace);
  for (const [index, built] of executors.entries()) {
    const pod = mutated(built, 'executor', application);
    pod.metadata.name = `${prefix}-exec-${index + 1}`;
    pod.metadata.namespace = namespace;
    pod.metadata.ownerReferences = pod.metadata.ownerReferences.map((owner) =>
      owner.kind === 'Pod' ? { ...owner, uid: driver.metadata.uid } : owner,
    );
    const answer = await cluster.api.request('POST', podsPath(namespace), pod, account);
    const name = `${what}: executor ${index + 1}, created by ${account.name},`;
    if (index < fit) {
      podChecks(checks, name, pod, answer, 'executor');
    } else {
      const asExpected = answer.status === 403 && /exceeded quota/.test(answer.body.message);
      checks.that(`${name} is refused: exceeded quota`, asExpected, `${answer.status} ${answer.body.message ?? 'admitted'}`);
    }
  }
}

/** One run of an application: its real pods against Pod Security, LimitRange and ResourceQuota of its namespace. */
export async function runApplication(checks, cluster, spark, given) {
  const { namespace, name } = given.metadata;
  const what = `SparkApplication ${namespace}/${name}`;
  await timed(`${what}: creating its pods`, async () => {
    const application = await inCluster(cluster, given);
    const real = await realPods(application, spark);
    const quotas = () => namespaced(cluster, namespace, 'resourcequotas');
    checks.that(`${what}: its namespace has a ResourceQuota`, (await quotas()).length > 0);
    checks.that(`${what}: its namespace has a LimitRange`, (await namespaced(cluster, namespace, 'limitranges')).length > 0);
    await eventually(
      async () => (await quotas()).every(({ status }) => status?.used),
      `the quota of ${namespace} is not counted`,
    );
    const pod = mutated(real.driver, 'driver', application);
    pod.metadata.namespace = namespace;
    const driver = await createDriver(checks, cluster, what, pod, namespace);
    if (driver) {
      await createResources(checks, what, cluster, real, driver, namespace);
      await createExecutors(checks, cluster, what, { application, spark, real, driver });
    }
    await removePods(cluster, namespace);
  });
}
