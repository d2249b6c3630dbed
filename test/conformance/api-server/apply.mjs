import { join, relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { filesBelow, projectRoot, readObjects } from '../harness/manifests.mjs';
import { timed } from '../harness/progress.mjs';
import { fluxObjects, unitsInFluxOrder } from './flux-order.mjs';

const list = (objects) => JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects });

/** Server-side apply as kustomize-controller does it: namespaces first, unknown and duplicate fields refused. */
async function apply(cluster, objects) {
  const first = objects.filter(({ kind }) => kind === 'Namespace');
  const rest = objects.filter(({ kind }) => kind !== 'Namespace');
  for (const part of [first, rest].filter((each) => each.length > 0)) {
    const flags = ['--server-side', '--validate=strict', '--field-manager=kustomize-controller'];
    const { code, stdout, stderr } = await cluster.kubectl(['apply', ...flags, '-f', '-'], list(part));
    if (code !== 0) {
      return { code, message: `${stdout}${stderr}` };
    }
  }
  return { code: 0, message: '' };
}

/** Installs the vendored CustomResourceDefinitions and waits until the API server serves them. */
export async function installDefinitions(checks, cluster) {
  const files = filesBelow(join(projectRoot, 'crds')).filter((file) => /\.ya?ml$/.test(file));
  const definitions = files.flatMap(readObjects).filter(({ kind }) => kind === 'CustomResourceDefinition');
  await timed(`installing ${definitions.length} CustomResourceDefinitions`, async () => {
    const { code, message } = await apply(cluster, definitions);
    checks.that('the vendored CustomResourceDefinitions are accepted', code === 0, message);
    for (const { metadata } of definitions) {
      const path = `/apis/apiextensions.k8s.io/v1/customresourcedefinitions/${metadata.name}`;
      await eventually(async () => {
        const { body } = await cluster.api.request('GET', path);
        return body.status?.conditions?.some(({ type, status }) => type === 'Established' && status === 'True');
      }, `${metadata.name} is not established`);
    }
  });
}

/** Waits until a test holds; throws the sentence after a minute. */
export async function eventually(test, sentence) {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    if (await test()) {
      return;
    }
    await sleep(200);
  }
  throw new Error(sentence);
}

async function existing(cluster, objects) {
  const { code, stdout, stderr } = await cluster.kubectl(['get', '-o', 'json', '-f', '-'], list(objects));
  if (code !== 0) {
    throw new Error(stderr);
  }
  const answer = JSON.parse(stdout);
  return answer.kind === 'List' ? answer.items : [answer];
}

/**
 * Writes the first status of Flux's objects, as its controllers do at once. Without it, the next write of any kind stores the
 * status that their definitions default to, which would look like a change by the second application.
 */
async function standInForFlux(cluster, objects) {
  const unseen = (await existing(cluster, objects)).filter(({ status }) => status?.observedGeneration === -1);
  if (unseen.length > 0) {
    const patch = JSON.stringify({ status: { observedGeneration: 1 } });
    const { code, stderr } = await cluster.kubectl(
      ['patch', '--subresource=status', '--type=merge', '-p', patch, '-f', '-'],
      list(unseen),
    );
    if (code !== 0) {
      throw new Error(stderr);
    }
  }
}

async function versionsOf(cluster, objects) {
  return new Map(
    (await existing(cluster, objects)).map(({ kind, metadata }) => [
      `${kind} ${metadata.namespace ? `${metadata.namespace}/` : ''}${metadata.name}`,
      `${metadata.uid} at generation ${metadata.generation}, version ${metadata.resourceVersion}`,
    ]),
  );
}

/** kube-controller-manager writes the status of these; only their specification has to stay as it is. */
const withoutVersion = (key, text) => (/^(ResourceQuota|Namespace) /.test(key) ? text.replace(/, version .*/, '') : text);

function changed(before, after) {
  return [...before]
    .filter(([key, version]) => withoutVersion(key, version) !== withoutVersion(key, after.get(key) ?? 'gone'))
    .map(([key, version]) => `${key}: was ${version}, is ${after.get(key)}`);
}

/** Applies one environment as Flux would, twice; resolves to all of its objects. */
export async function applyEnvironment(checks, cluster, { folder }) {
  const where = relative(projectRoot, folder);
  const bootstrap = fluxObjects(folder);
  const steps = [
    { name: 'flux', objects: bootstrap },
    ...unitsInFluxOrder(folder).map(({ name, files }) => ({ name, objects: files.flatMap(readObjects) })),
  ];
  for (const { name, objects } of steps) {
    await timed(`${where}/${name}: applying ${objects.length} objects`, async () => {
      const { code, message } = await apply(cluster, objects);
      checks.that(`${where}/${name} is accepted by server-side apply with strict validation`, code === 0, message);
    });
  }
  const all = steps.flatMap(({ objects }) => objects);
  await timed(`${where}: applying again`, async () => {
    await standInForFlux(cluster, all);
    const before = await versionsOf(cluster, all);
    checks.that(`${where}: every object exists`, before.size === all.length, `${before.size} of ${all.length} objects`);
    for (const { objects } of steps) {
      await apply(cluster, objects);
    }
    checks.none(`${where}: applying again changes nothing`, changed(before, await versionsOf(cluster, all)));
  });
  return all;
}
