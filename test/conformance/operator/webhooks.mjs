import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { helmBinary, moduleFolder } from '../build/go-binaries.mjs';
import { run } from '../harness/processes.mjs';

/** A pod with this label passes the operator's webhook by, so that only the API server's own defaults are applied to it. */
export const PASS_BY_LABEL = 'conformance/passes-by';

const RELEASE = 'spark-operator';

/** Everything that the operator's chart creates, for all namespaces. */
export async function chartObjects(versions, scratch) {
  const helm = await helmBinary(versions.helm);
  const module = await moduleFolder(`github.com/kubeflow/spark-operator/v2@v${versions.sparkOperator}`, scratch);
  const flags = ['--namespace', RELEASE, '--kube-version', versions.kubernetes, '--set-json', 'spark.jobNamespaces=[""]'];
  const { stdout } = await run(helm, ['template', RELEASE, join(module, 'charts/spark-operator-chart'), ...flags]);
  return parseAllDocuments(stdout)
    .map((document) => document.toJS())
    .filter(Boolean);
}

/** The arguments of a Deployment's container. */
export function argumentsOf(objects, suffix) {
  const deployment = objects.find(({ kind, metadata }) => kind === 'Deployment' && metadata.name.endsWith(suffix));
  return deployment.spec.template.spec.containers[0].args;
}

/** The chart's webhook configurations, pointed to a process on this machine; pods with the label above are left out. */
export function webhookConfigurations(objects, pki, port) {
  const caBundle = readFileSync(join(pki, 'ca.crt')).toString('base64');
  return objects
    .filter(({ kind }) => /^(Mutating|Validating)WebhookConfiguration$/.test(kind))
    .map((configuration) => ({
      ...configuration,
      webhooks: configuration.webhooks.map((webhook) => ({
        ...webhook,
        clientConfig: { url: `https://127.0.0.1:${port}${webhook.clientConfig.service.path}`, caBundle },
        ...(webhook.rules.some(({ resources }) => resources.includes('pods'))
          ? {
              objectSelector: {
                ...webhook.objectSelector,
                matchExpressions: [{ key: PASS_BY_LABEL, operator: 'DoesNotExist' }],
              },
            }
          : {}),
      })),
    }));
}

/** The webhook's certificate as a Secret of cert-manager's form, which wants the key in its older notation. */
export async function certificateSecret(pki) {
  const key = join(pki, 'webhook.key');
  await run('openssl', ['rsa', '-traditional', '-in', join(pki, 'server.key'), '-out', key]);
  const read = (file) => readFileSync(file).toString('base64');
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: `${RELEASE}-webhook-certs`, namespace: RELEASE },
    data: { 'tls.crt': read(join(pki, 'server.crt')), 'tls.key': read(key), 'ca.crt': read(join(pki, 'ca.crt')) },
  };
}
