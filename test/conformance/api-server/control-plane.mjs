import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { etcdBinary, kubernetesBinaries } from '../build/go-binaries.mjs';
import { ended, freePort, run, serve, stop } from '../harness/processes.mjs';
import { timed } from '../harness/progress.mjs';

/** Without these, quotas are not enforced, namespaces get no default service account and aggregated roles stay empty. */
const CONTROLLERS = [
  'resourcequota-controller',
  'serviceaccount-controller',
  'root-ca-certificate-publisher-controller',
  'namespace-controller',
  'garbage-collector-controller',
  'clusterrole-aggregation-controller',
];

/** A certificate authority with a certificate for the server and one for each client; the keys live in this run's folder only. */
async function certificates(folder) {
  const path = (name) => join(folder, name);
  const openssl = (...args) => run('openssl', args);
  await openssl(
    ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=conformance-ca'],
    ...['-keyout', path('ca.key'), '-out', path('ca.crt')],
  );
  const subjects = {
    server: '/CN=kube-apiserver',
    admin: '/O=system:masters/CN=admin',
    'controller-manager': '/CN=system:kube-controller-manager',
  };
  for (const [name, subject] of Object.entries(subjects)) {
    writeFileSync(
      path(`${name}.ext`),
      'subjectAltName=DNS:localhost,IP:127.0.0.1,IP:10.0.0.1\nextendedKeyUsage=serverAuth,clientAuth\n',
    );
    await openssl(
      'req',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-subj',
      subject,
      '-keyout',
      path(`${name}.key`),
      '-out',
      path(`${name}.csr`),
    );
    await openssl(
      ...['x509', '-req', '-days', '2', '-in', path(`${name}.csr`), '-CA', path('ca.crt'), '-CAkey', path('ca.key')],
      ...['-CAcreateserial', '-extfile', path(`${name}.ext`), '-out', path(`${name}.crt`)],
    );
  }
  const keys = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  writeFileSync(path('service-accounts.pub'), keys.publicKey);
  writeFileSync(path('service-accounts.key'), keys.privateKey, { mode: 0o600 });
}

function kubeconfig(pki, user, port) {
  const file = join(pki, `${user}.kubeconfig`);
  const config = {
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': 'conformance',
    clusters: [
      { name: 'conformance', cluster: { server: `https://127.0.0.1:${port}`, 'certificate-authority': join(pki, 'ca.crt') } },
    ],
    users: [{ name: user, user: { 'client-certificate': join(pki, `${user}.crt`), 'client-key': join(pki, `${user}.key`) } }],
    contexts: [{ name: 'conformance', context: { cluster: 'conformance', user } }],
  };
  writeFileSync(file, JSON.stringify(config)); // JSON is YAML
  return file;
}

async function until(what, child, test) {
  for (let attempt = 0; attempt < 600; attempt += 1) {
    if (ended(child)) {
      throw new Error(`${what} ended:\n${readFileSync(child.logFile, 'utf8').split('\n').slice(-20).join('\n')}`);
    }
    if (await test()) {
      return;
    }
    await sleep(100);
  }
  throw new Error(`${what} is not ready after a minute; see ${child.logFile}`);
}

/** User and groups that the API server gives to a service account. */
export const accountUser = ({ namespace, name }) => ({
  user: `system:serviceaccount:${namespace}:${name}`,
  groups: ['system:serviceaccounts', `system:serviceaccounts:${namespace}`, 'system:authenticated'],
});

function impersonation(account) {
  if (account === undefined) {
    return {};
  }
  const { user, groups } = accountUser(account);
  return { 'impersonate-user': user, 'impersonate-group': groups };
}

/** A client of the API server: plain requests with the administrator's certificate. */
export class Api {
  constructor(pki, port) {
    this.options = {
      host: '127.0.0.1',
      port,
      ca: readFileSync(join(pki, 'ca.crt')),
      cert: readFileSync(join(pki, 'admin.crt')),
      key: readFileSync(join(pki, 'admin.key')),
    };
  }

  /** `{ status, body }` of one request, as the administrator or as a service account; rejects only when there is no answer. */
  request(method, path, body, account) {
    const payload = body === undefined ? undefined : JSON.stringify(body);
    return new Promise((resolve, reject) => {
      const headers = { ...(payload === undefined ? {} : { 'content-type': 'application/json' }), ...impersonation(account) };
      const sent = request({ ...this.options, method, path, headers }, (response) => {
        const chunks = [];
        response.on('data', (chunk) => chunks.push(chunk));
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          const json = response.headers['content-type']?.startsWith('application/json');
          resolve({ status: response.statusCode, body: json ? JSON.parse(text) : text });
        });
      });
      sent.once('error', reject);
      sent.end(payload);
    });
  }

  /** The body of a request that has to succeed. */
  async ok(method, path, body, account) {
    const answer = await this.request(method, path, body, account);
    if (answer.status >= 300) {
      throw new Error(`${method} ${path}: ${answer.status} ${answer.body.message ?? answer.body}`);
    }
    return answer.body;
  }
}

async function startControllers(api, binaries, pki, port, scratch) {
  const controllerConfig = kubeconfig(pki, 'controller-manager', port);
  const manager = serve(
    join(binaries, 'kube-controller-manager'),
    [
      ...['kubeconfig', 'authentication-kubeconfig', 'authorization-kubeconfig'].map((flag) => `--${flag}=${controllerConfig}`),
      ...['--bind-address=127.0.0.1', `--secure-port=${await freePort()}`, '--leader-elect=false'],
      ...[`--service-account-private-key-file=${join(pki, 'service-accounts.key')}`, `--root-ca-file=${join(pki, 'ca.crt')}`],
      ...['--use-service-account-credentials=true', `--controllers=${CONTROLLERS.join(',')}`, '--resource-quota-sync-period=5s'],
    ],
    join(scratch, 'kube-controller-manager.log'),
  );
  const account = '/api/v1/namespaces/default/serviceaccounts/default';
  await until('kube-controller-manager', manager, async () => (await api.request('GET', account)).status === 200);
  return manager;
}

/**
 * etcd, kube-apiserver and kube-controller-manager on free loopback ports: `{ api, kubectl(args, input), stop(), pki, port,
 * kubeconfig }`. `apiServerFlags` are added; without `controllers`, kube-controller-manager is not started.
 */
export async function startControlPlane(versions, scratch, { apiServerFlags = [], controllers = true } = {}) {
  const etcdFolder = await etcdBinary(versions.etcd);
  const binaries = await kubernetesBinaries(versions.kubernetes);
  const pki = join(scratch, 'pki');
  mkdirSync(pki, { recursive: true });
  await certificates(pki);
  const [clientPort, peerPort, port] = [await freePort(), await freePort(), await freePort()];
  const etcdUrl = `http://127.0.0.1:${clientPort}`;
  const peerUrl = `http://127.0.0.1:${peerPort}`;
  const api = new Api(pki, port);
  let etcd;
  let server;
  await timed('starting etcd and kube-apiserver', async () => {
    etcd = serve(
      join(etcdFolder, 'etcd'),
      [
        ...['--data-dir', join(scratch, 'etcd'), '--name', 'default', '--unsafe-no-fsync=true'],
        ...['--listen-client-urls', etcdUrl, '--advertise-client-urls', etcdUrl],
        ...['--listen-peer-urls', peerUrl, '--initial-advertise-peer-urls', peerUrl, '--initial-cluster', `default=${peerUrl}`],
      ],
      join(scratch, 'etcd.log'),
    );
    server = serve(
      join(binaries, 'kube-apiserver'),
      [
        `--etcd-servers=${etcdUrl}`,
        ...[
          '--bind-address=127.0.0.1',
          '--advertise-address=127.0.0.1',
          `--secure-port=${port}`,
          '--endpoint-reconciler-type=none',
        ],
        ...[`--tls-cert-file=${join(pki, 'server.crt')}`, `--tls-private-key-file=${join(pki, 'server.key')}`],
        ...[`--client-ca-file=${join(pki, 'ca.crt')}`, '--authorization-mode=RBAC', '--service-cluster-ip-range=10.0.0.0/16'],
        '--service-account-issuer=https://kubernetes.default.svc',
        `--service-account-key-file=${join(pki, 'service-accounts.pub')}`,
        `--service-account-signing-key-file=${join(pki, 'service-accounts.key')}`,
        '--profiling=false',
        ...apiServerFlags,
      ],
      join(scratch, 'kube-apiserver.log'),
    );
    const ready = () =>
      api.request('GET', '/readyz').then(
        ({ status }) => status === 200,
        () => false,
      );
    await until('kube-apiserver', server, ready);
  });
  const manager = controllers ? await startControllers(api, binaries, pki, port, scratch) : undefined;
  const config = kubeconfig(pki, 'admin', port);
  const environment = { PATH: process.env.PATH, HOME: scratch, KUBECONFIG: config };
  const kubectl = (args, input) => run(join(binaries, 'kubectl'), args, { input, allowFailure: true, env: environment });
  const end = async () => {
    for (const child of [manager, server, etcd].filter((each) => each !== undefined)) {
      await stop(child);
    }
  };
  return { api, kubectl, stop: end, pki, port, kubeconfig: config };
}
