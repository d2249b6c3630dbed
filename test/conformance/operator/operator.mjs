import { chmodSync, copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { eventually } from '../api-server/apply.mjs';
import { sparkOperatorBinary } from '../build/go-binaries.mjs';
import { ended, freePort, serve, stop } from '../harness/processes.mjs';
import { timed } from '../harness/progress.mjs';
import { argumentsOf, certificateSecret, chartObjects, webhookConfigurations } from './webhooks.mjs';

const here = dirname(fileURLToPath(import.meta.url));

/** What is different on this machine from the chart's Deployments: loopback, free ports, no election among replicas. */
const LOCAL = [
  ...['--metrics-bind-address=0', '--enable-metrics=false', '--health-probe-bind-address=127.0.0.1:0', '--leader-election=false'],
  ...['--kube-api-qps=500', '--kube-api-burst=1000'],
];

const API = '/apis/sparkoperator.k8s.io/v1beta2';

function answers(port) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.end();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

/** The real operator beside an API server: its controller and webhook with the chart's arguments, and a stand-in for spark-submit. */
export class Operator {
  #namespaces = 0;

  constructor(cluster, recordFolder, start) {
    this.cluster = cluster;
    this.recordFolder = recordFolder;
    this.start = start;
  }

  static async start(cluster, versions, scratch) {
    const binary = await sparkOperatorBinary(versions.sparkOperator);
    const objects = await chartObjects(versions, scratch);
    const home = join(scratch, 'spark-home');
    const recordFolder = join(scratch, 'submissions');
    for (const folder of [join(home, 'bin'), recordFolder]) {
      mkdirSync(folder, { recursive: true });
    }
    const submit = join(home, 'bin', 'spark-submit');
    copyFileSync(join(here, 'spark-submit.sh'), submit);
    chmodSync(submit, 0o755);
    const env = {
      ...{ PATH: process.env.PATH, HOME: home, SPARK_HOME: home, RECORD_FOLDER: recordFolder, KUBECONFIG: cluster.kubeconfig },
      ...{ KUBERNETES_SERVICE_HOST: '127.0.0.1', KUBERNETES_SERVICE_PORT: String(cluster.port) },
    };
    const secret = await certificateSecret(cluster.pki);
    await cluster.api.ok('POST', '/api/v1/namespaces', { metadata: { name: secret.metadata.namespace } });
    await cluster.api.ok('POST', `/api/v1/namespaces/${secret.metadata.namespace}/secrets`, secret);
    const port = await freePort();
    const start = (name, more) =>
      serve(binary, [...argumentsOf(objects, `-${name}`), ...LOCAL, ...more], join(scratch, `operator-${name}.log`), { env });
    const operator = new Operator(cluster, recordFolder, start);
    operator.webhook = start('webhook', [
      ...[`--webhook-port=${port}`, `--webhook-cert-dir=${join(scratch, 'webhook-certs')}`, '--enable-cert-manager=true'],
    ]);
    await timed('starting the webhook', () =>
      eventually(async () => {
        if (ended(operator.webhook)) {
          throw new Error(
            `the webhook ended:\n${readFileSync(operator.webhook.logFile, 'utf8').split('\n').slice(-15).join('\n')}`,
          );
        }
        return answers(port);
      }, `the webhook does not answer; see ${operator.webhook.logFile}`),
    );
    for (const configuration of webhookConfigurations(objects, cluster.pki, port)) {
      const plural = `${configuration.kind.toLowerCase()}s`;
      await cluster.api.ok('POST', `/apis/admissionregistration.k8s.io/v1/${plural}`, configuration);
    }
    await eventually(() => operator.#asked(), "the API server does not ask the operator's webhook");
    return operator;
  }

  /** Whether the API server asks the webhook, which it does some time after it was told of it. */
  async #asked() {
    const path = `${API}/namespaces/default/sparkapplications?dryRun=All`;
    const application = (sparkConf) => ({
      apiVersion: 'sparkoperator.k8s.io/v1beta2',
      kind: 'SparkApplication',
      metadata: { name: 'probe' },
      spec: { type: 'Python', sparkVersion: '3.5.9', mainApplicationFile: 'local:///x.py', sparkConf, driver: {}, executor: {} },
    });
    const defaulted = await this.cluster.api.request('POST', path, application({}));
    const refused = await this.cluster.api.request('POST', path, application({ 'spark.master': 'x' }));
    return defaulted.body.spec?.mode === 'cluster' && refused.status !== 201;
  }

  /** Takes the webhook off: the API server does not ask it any longer. */
  async withoutWebhook() {
    for (const kind of ['mutating', 'validating']) {
      await this.cluster.api.ok('DELETE', `/apis/admissionregistration.k8s.io/v1/${kind}webhookconfigurations`);
    }
    await eventually(async () => !(await this.#asked()), "the API server still asks the operator's webhook");
  }

  /** Starts the controller with further flags, in place of the one that runs. */
  async control(flags) {
    if (this.controller) {
      await stop(this.controller);
    }
    this.controller = this.start('controller', flags);
  }

  /** A namespace of its own for each application: neither names nor anybody's cache can get in the way. */
  async freshNamespace() {
    this.#namespaces += 1;
    const name = `case-${this.#namespaces}`;
    await this.cluster.api.ok('POST', '/api/v1/namespaces', { metadata: { name } });
    return name;
  }

  /**
   * Creates an application and waits until the operator has submitted it: `{ stored, arguments, templates }`, or
   * `{ refused, at }` with `at` schema (the API server), admission (the webhook) or submit (the controller). `unknown` says
   * which fields the API server pruned.
   */
  async submit(application) {
    const { namespace, name } = application.metadata;
    const path = `${API}/namespaces/${namespace}/sparkapplications`;
    const strict = await this.cluster.api.request('POST', `${path}?fieldValidation=Strict&dryRun=All`, application);
    const created = await this.cluster.api.request('POST', `${path}?fieldValidation=Ignore`, application);
    if (created.status !== 201) {
      const { message } = created.body;
      return { refused: message, at: message.startsWith('admission webhook') ? 'admission' : 'schema' };
    }
    const unknown =
      strict.status === 201 ? [] : [...strict.body.message.matchAll(/unknown field "([^"]*)"/g)].map(([, name]) => name);
    for (let attempt = 0; attempt < 1000 && !ended(this.controller); attempt += 1) {
      const { body } = await this.cluster.api.request('GET', `${path}/${name}`);
      const { state, errorMessage } = body.status?.applicationState ?? {};
      if (state === 'SUBMISSION_FAILED' || state === 'FAILED') {
        return { refused: errorMessage, at: 'submit', unknown };
      }
      if (state) {
        return { stored: body, unknown, ...this.#record(namespace) };
      }
      await sleep(20);
    }
    throw new Error(`the operator did not submit ${namespace}/${name}; see ${this.controller.logFile}`);
  }

  #record(namespace) {
    const folder = join(this.recordFolder, namespace);
    const template = (role) => {
      const file = join(folder, `${role}.yaml`);
      return { file, object: parse(readFileSync(file, 'utf8')) };
    };
    const words = readFileSync(join(folder, 'arguments'), 'utf8').split('\0').slice(0, -1);
    return { arguments: words, templates: { driver: template('driver'), executor: template('executor') } };
  }

  /** Ends an application, so that the controller does not look after it any longer. */
  async remove({ metadata: { namespace, name } }) {
    await this.cluster.api.request('DELETE', `${API}/namespaces/${namespace}/sparkapplications/${name}`);
  }

  /**
   * `{ status, body }` of a pod that would be created: with everything that admission makes of it, but not stored. The webhook
   * may hear of a new application a moment later than the controller.
   */
  async dryRun(pod) {
    const path = `/api/v1/namespaces/${pod.metadata.namespace}/pods?dryRun=All`;
    let answer;
    for (let attempt = 0; attempt < 20; attempt += 1) {
      answer = await this.cluster.api.request('POST', path, pod);
      if (answer.status === 201 || !/failed to get SparkApplication .* not found/.test(answer.body.message)) {
        return answer;
      }
      await sleep(50);
    }
    return answer;
  }

  async stop() {
    for (const child of [this.controller, this.webhook].filter((each) => each !== undefined)) {
      await stop(child);
    }
  }
}
