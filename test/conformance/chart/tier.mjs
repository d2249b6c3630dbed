// Renders the real chart of the Spark operator with the values that SparkOperatorRelease synthesizes, by the real helm, and
// compares names and labels with the construct's attributes and policies.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { App, Chart, Testing, Yaml } from 'cdk8s';

const HELM = 'helm.sh/helm/v3/cmd/helm@v3.22.0';
const CHART = 'github.com/kubeflow/spark-operator/v2@v2.5.2';
const LIBRARY = fileURLToPath(new URL('../../../lib/src/spark/spark-operator-release/index.js', import.meta.url));

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

/** @returns how many checks passed and failed. */
export async function chartTier({ cache, log, library = LIBRARY }) {
  const { helm, chart } = tools(cache, log);
  const { SparkOperatorRelease } = createRequire(import.meta.url)(library);
  let [passed, failed] = [0, 0];
  for (const { id, props } of CASES) {
    const scope = new Chart(new App(), 'chart', { namespace: 'ops' });
    const release = new SparkOperatorRelease(scope, id, { jobNamespaces: ['jobs'], networkPolicies: policies, ...props });
    const manifests = Testing.synth(scope);
    const values = join(cache, `values-${id}.yaml`);
    writeFileSync(values, Yaml.stringify(manifests.find(({ kind }) => kind === 'HelmRelease').spec.values));
    const rendered = join(cache, `rendered-${id}.yaml`);
    const apis = ['monitoring.coreos.com/v1/PodMonitor', 'cert-manager.io/v1/Certificate', 'cert-manager.io/v1/Issuer'];
    const flags = ['--namespace', release.namespace, '--values', values, '--api-versions', apis.join(',')];
    writeFileSync(rendered, execFileSync(helm, ['template', release.releaseName, chart, ...flags], { encoding: 'utf8' }));
    for (const [what, expected, actual] of comparisons(release, manifests, Yaml.load(rendered).filter(Boolean))) {
      const same = JSON.stringify(expected) === JSON.stringify(actual);
      if (same) passed += 1;
      else failed += 1;
      if (!same) log(`chart ${id}: ${what} is ${JSON.stringify(actual)}, the construct says ${JSON.stringify(expected)}`);
    }
  }
  return { passed, failed };
}

function tools(cache, log) {
  mkdirSync(cache, { recursive: true });
  const helm = join(cache, 'helm');
  if (!existsSync(helm)) {
    log(`building ${HELM}`);
    execFileSync('go', ['install', HELM], { cwd: cache, env: { ...process.env, GOBIN: cache }, stdio: 'inherit' });
  }
  const { Dir } = JSON.parse(execFileSync('go', ['mod', 'download', '-json', CHART], { cwd: cache, encoding: 'utf8' }));
  return { helm, chart: join(Dir, 'charts/spark-operator-chart') };
}

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
