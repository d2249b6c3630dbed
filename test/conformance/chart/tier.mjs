// Renders the real chart of the Spark operator with the values that SparkOperatorRelease synthesizes, by the real helm, and
// compares names and labels with the construct's attributes and policies, and the pods with those that budgets count.
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { App, Chart, Testing } from 'cdk8s';
import { parseAllDocuments, stringify } from 'yaml';
import { helmBinary, moduleFolder } from '../build/go-binaries.mjs';
import { projectRoot } from '../harness/manifests.mjs';
import { run } from '../harness/processes.mjs';
import { needTools } from '../harness/tools.mjs';

const LIBRARY = join(projectRoot, 'lib/src/spark/spark-operator-release');

const policies = { apiServerCidrs: ['10.0.0.1/32'] };
const CASES = [
  { id: 'spark-operator', props: {} },
  { id: 'kubeflow', props: { podMonitor: {}, certManager: {} } },
  {
    id: 'my-spark-operator-2',
    props: { controller: { replicas: 2, minAvailable: 1, topologySpread: [{ topologyKey: 'zone' }] } },
  },
  { id: 'x', props: { values: { nameOverride: 'op', controller: { serviceAccount: { name: 'mine' } } } } },
  { id: 'long', props: { values: { fullnameOverride: `${'f'.repeat(50)}-` } } },
  { id: 'no-webhook', props: { webhook: { enable: false } } },
];

/** One check per name, label set and Deployment of every case. */
export async function chartTier(checks, { versions, scratch }) {
  await needTools('go');
  const load = createRequire(import.meta.url);
  const { SparkOperatorRelease } = load(join(LIBRARY, 'index.js'));
  const { helmReleasePods } = load(join(LIBRARY, 'pods.js'));
  const helm = await helmBinary(versions.helm);
  const module = await moduleFolder(`github.com/kubeflow/spark-operator/v2@v${versions.sparkOperator}`, scratch);
  for (const { id, props } of CASES) {
    const scope = new Chart(new App(), 'chart', { namespace: 'ops' });
    const release = new SparkOperatorRelease(scope, id, { jobNamespaces: ['jobs'], networkPolicies: policies, ...props });
    const manifests = Testing.synth(scope);
    const helmRelease = manifests.find(({ kind }) => kind === 'HelmRelease');
    const values = join(scratch, `values-${id}.yaml`);
    writeFileSync(values, stringify(helmRelease.spec.values));
    const flags = ['--namespace', release.namespace, '--values', values, '--kube-version', versions.kubernetes];
    const chart = join(module, 'charts/spark-operator-chart');
    const { stdout } = await run(helm, ['template', release.releaseName, chart, ...flags, '--api-versions', APIS.join(',')]);
    const objects = parseAllDocuments(stdout)
      .map((document) => document.toJS())
      .filter(Boolean);
    const found = [...comparisons(release, manifests, objects), ...podComparisons(helmReleasePods(helmRelease), objects)];
    for (const [what, expected, actual] of found) {
      const [wanted, real] = [JSON.stringify(expected), JSON.stringify(actual)];
      checks.that(`${id}: ${what}`, wanted === real, `the chart has ${real}, the construct says ${wanted}`);
    }
  }
}

const APIS = ['monitoring.coreos.com/v1/PodMonitor', 'cert-manager.io/v1/Certificate', 'cert-manager.io/v1/Issuer'];

/** What budgets count of a release is what its Deployments ask for. */
function* podComparisons(pods, objects) {
  const deployments = objects.filter(({ kind }) => kind === 'Deployment');
  yield ['counted Deployments', pods.map(({ name }) => name).sort(), deployments.map(({ metadata }) => metadata.name).sort()];
  for (const { metadata, spec } of deployments) {
    const counted = pods.find(({ name }) => name === metadata.name);
    const [container] = spec.template.spec.containers;
    const { requests, limits } = container.resources;
    yield [`image of ${metadata.name}`, counted?.image, container.image];
    yield [`replicas of ${metadata.name}`, counted?.count, spec.replicas];
    yield [`CPU of ${metadata.name}`, counted?.cpuRequestMillis, millicores(requests.cpu)];
    yield [`memory of ${metadata.name}`, counted?.memoryRequestBytes, mebibytes(requests.memory)];
    yield [`memory limit of ${metadata.name}`, counted?.memoryLimitBytes, mebibytes(limits.memory)];
  }
}

const millicores = (text) => (String(text).endsWith('m') ? Number(text.slice(0, -1)) : Number(text) * 1000);
const mebibytes = (text) => Number(/^(\d+)Mi$/.exec(text)?.[1]) * 1024 * 1024;

function* comparisons(release, manifests, objects) {
  const named = (kind) =>
    objects
      .filter((object) => object.kind === kind)
      .map(({ metadata }) => metadata.name)
      .sort();
  const webhook = named('Service').length > 0;
  const all = (...names) => names.sort();
  yield [
    'Deployments',
    all(release.controllerDeploymentName, ...(webhook ? [release.webhookDeploymentName] : [])),
    named('Deployment'),
  ];
  const accounts = [release.controllerServiceAccountName, ...(webhook ? [release.webhookServiceAccountName] : [])];
  yield ['ServiceAccounts', all(...accounts), named('ServiceAccount')];
  if (webhook) {
    yield ['Service', [release.webhookServiceName], named('Service')];
    yield ['MutatingWebhookConfiguration', [release.mutatingWebhookConfigurationName], named('MutatingWebhookConfiguration')];
    yield [
      'ValidatingWebhookConfiguration',
      [release.validatingWebhookConfigurationName],
      named('ValidatingWebhookConfiguration'),
    ];
  }
  const monitors = named('PodMonitor');
  if (monitors.length > 0) yield ['PodMonitor', [release.podMonitorName], monitors];
  const policies = manifests.filter(({ kind }) => kind === 'NetworkPolicy');
  for (const deployment of objects.filter(({ kind }) => kind === 'Deployment')) {
    const policy = policies.find(({ metadata }) => metadata.name === deployment.metadata.name);
    const labels = deployment.spec.template.metadata.labels;
    const selector = policy?.spec.podSelector.matchLabels ?? {};
    yield ['pod labels', selector, Object.fromEntries(Object.keys(selector).map((key) => [key, labels[key]]))];
    const flag = deployment.spec.template.spec.containers[0].args.find((argument) => argument.startsWith('--namespaces='));
    yield ['watched namespaces', '--namespaces=jobs', flag];
  }
}
