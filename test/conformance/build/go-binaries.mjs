import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cached } from '../harness/cache.mjs';
import { run } from '../harness/processes.mjs';
import { timed } from '../harness/progress.mjs';

/** Go's own caches are used as they are configured; the user's flags must not change what is built. */
const goEnvironment = { ...process.env, GOFLAGS: '-mod=mod -trimpath -buildvcs=false', CGO_ENABLED: '0', GOWORK: 'off' };

function go(args, cwd) {
  return run('go', args, { cwd, env: goEnvironment });
}

async function build(source, target, pkg, ldflags) {
  await timed(`go build ${pkg}`, () => go(['build', '-ldflags', `-s -w ${ldflags}`, '-o', target, pkg], source));
}

/**
 * The Kubernetes commands cannot be built by `go install`: the module's go.mod replaces the staging modules by folders that are
 * not in it. A module around it replaces them by their published versions (k8s.io/x v0.<minor>.<patch>) instead.
 */
async function kubernetesModule(version, folder) {
  const downloaded = JSON.parse((await go(['mod', 'download', '-json', `k8s.io/kubernetes@v${version}`], folder)).stdout);
  const goMod = readFileSync(join(downloaded.Dir, 'go.mod'), 'utf8');
  const staging = [
    ...new Set([...goMod.matchAll(/^\s*(k8s\.io\/[a-z0-9-]+) => \.\/staging\//gm)].map((match) => match[1])),
  ].sort();
  const published = `v0.${version.replace(/^1\./, '')}`;
  writeFileSync(
    join(folder, 'go.mod'),
    [
      'module conformance',
      /^go .*$/m.exec(goMod)[0],
      /^godebug \([^)]*^\)/m.exec(goMod)?.[0] ?? '', // upstream's runtime defaults
      `require k8s.io/kubernetes v${version}`,
      ...staging.map((module) => `replace ${module} => ${module} ${published}`),
      '',
    ].join('\n'),
  );
}

/** kube-apiserver, kube-controller-manager and kubectl of one version: the folder that holds them. */
export function kubernetesBinaries(version) {
  return cached(`kubernetes-${version}`, async (folder) => {
    const source = join(folder, 'source');
    mkdirSync(source);
    await kubernetesModule(version, source);
    const [major, minor] = version.split('.');
    const stamp = Object.entries({ gitMajor: major, gitMinor: minor, gitVersion: `v${version}`, gitTreeState: 'clean' })
      .flatMap(([key, value]) =>
        ['k8s.io/component-base/version', 'k8s.io/client-go/pkg/version'].map((pkg) => `-X ${pkg}.${key}=${value}`),
      )
      .join(' ');
    for (const command of ['kube-apiserver', 'kube-controller-manager', 'kubectl']) {
      await build(source, join(folder, command), `k8s.io/kubernetes/cmd/${command}`, stamp);
    }
    rmSync(source, { recursive: true });
  });
}

/** etcd of one version: the folder that holds it. */
export function etcdBinary(version) {
  return cached(`etcd-${version}`, async (folder) => {
    const source = join(folder, 'source');
    mkdirSync(source);
    writeFileSync(
      join(source, 'main.go'),
      'package main\n\nimport (\n\t"os"\n\n\t"go.etcd.io/etcd/server/v3/etcdmain"\n)\n\nfunc main() { etcdmain.Main(os.Args) }\n',
    );
    await go(['mod', 'init', 'conformance'], source);
    await go(['mod', 'edit', '-require', `go.etcd.io/etcd/server/v3@v${version}`], source);
    await build(source, join(folder, 'etcd'), '.', '');
    rmSync(source, { recursive: true });
  });
}

const OPERATOR_MODULE = 'github.com/kubeflow/spark-operator/v2';

/** The operator's webhook listens on every interface and has no option for it: one line more makes it loopback. */
function listenOnLoopback(source) {
  const file = join(source, 'cmd/operator/webhook/start.go');
  const text = readFileSync(file, 'utf8');
  const changed = text.replace(/^(\s*)Port:(\s*)webhookPort,$/m, '$1Host:$2"127.0.0.1",\n$&');
  if (changed === text) {
    throw new Error(`${file} does not say any more where the webhook listens; adapt listenOnLoopback`);
  }
  writeFileSync(file, changed);
}

/** The Kubeflow Spark operator of one version, built in a copy of its module: the path of the command. */
export async function sparkOperatorBinary(version) {
  const folder = await cached(`spark-operator-${version}`, async (target) => {
    const source = join(target, 'source');
    cpSync(await moduleFolder(`${OPERATOR_MODULE}@v${version}`, target), source, { recursive: true });
    await run('chmod', ['-R', 'u+w', source]); // the module cache is read-only
    listenOnLoopback(source);
    await build(source, join(target, 'spark-operator'), './cmd/operator', '');
    rmSync(source, { recursive: true });
  });
  return join(folder, 'spark-operator');
}

/** helm of one version: the path of the command. */
export async function helmBinary(version) {
  const folder = await cached(`helm-${version}`, async (target) => {
    const env = { ...goEnvironment, GOFLAGS: '', GOBIN: target };
    await timed(`go install helm ${version}`, () =>
      run('go', ['install', `helm.sh/helm/v3/cmd/helm@v${version}`], { cwd: target, env }),
    );
  });
  return join(folder, 'helm');
}

/** The folder of a published Go module. */
export async function moduleFolder(module, folder) {
  return JSON.parse((await go(['mod', 'download', '-json', module], folder)).stdout).Dir;
}
