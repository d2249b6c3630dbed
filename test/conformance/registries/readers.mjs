import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { sparkJars } from '../build/spark-jars.mjs';
import { run } from '../harness/processes.mjs';
import { progress } from '../harness/progress.mjs';
import { ask } from './jvm.mjs';

const require = createRequire(import.meta.url);
const CONFIG = /(org\/apache\/spark\/deploy\/k8s\/Config\$|org\/apache\/spark\/internal\/config\/\w+\$)\.([A-Z][A-Z_0-9]+):/g;

/** Put together with a name of a resource: both sides have their own keys that begin like this. */
const PART_OF_KEYS = '\tSPARK_DRIVER_PREFIX';

/** On whose side a class of Spark's Kubernetes part runs; undefined for what both use. */
function sideOf(name) {
  const simple = name.slice(name.lastIndexOf('/') + 1);
  if (name.includes('/deploy/k8s/submit/') || simple.startsWith('KubernetesDriverConf')) return 'submitter';
  if (name.includes('/scheduler/cluster/k8s/') || simple.startsWith('KubernetesExecutorConf')) return 'application';
  if (!name.includes('/deploy/k8s/features/')) return undefined;
  if (simple.includes('Executor')) return 'application';
  return /Driver|PodTemplateConfigMap/.test(simple) ? 'submitter' : undefined;
}

/** The members of Spark's configuration objects that each class of the jar calls, as `side object member` rows. */
async function calls(jars) {
  const jar = join(
    jars,
    readdirSync(jars).find((name) => name.startsWith('spark-kubernetes_')),
  );
  const { stdout: listed } = await run('jar', ['tf', jar]);
  const classes = listed.split('\n').filter((name) => name.endsWith('.class') && sideOf(name) !== undefined);
  const found = new Map();
  for (const name of classes) found.set(name.slice(0, -'.class'.length), sideOf(name));
  const { stdout } = await run('javap', ['-c', '-p', '-cp', jar, ...[...found.keys()].map((name) => name.replaceAll('/', '.'))]);
  const members = new Map();
  let side;
  for (const line of stdout.split('\n')) {
    const declared = /^(?:\w+ )*(?:class|interface) ([\w.$]+)/.exec(line)?.[1];
    if (declared !== undefined) side = sideOf(`${declared.replaceAll('.', '/')}`);
    for (const [, object, member] of line.matchAll(CONFIG)) {
      const name = `${object.slice(0, -1).replaceAll('/', '.')}\t${member}`;
      members.set(name, (members.get(name) ?? new Set()).add(side));
    }
  }
  return members;
}

/** Whose Spark acts on a key, by the library and by the classes that ask for it. */
export async function compareReaders(checks, version, scratch) {
  const { readersOf } = require('../../../lib/src/registry/lookup');
  const members = [...(await calls(await sparkJars(version)))];
  const folder = join(scratch, 'readers');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `members-${version}`);
  writeFileSync(file, members.map(([name]) => `${name}\n`).join(''));
  const keys = await ask(version, folder, 'Members', () => [file]);
  const asked = members
    .map(([name, sides], index) => ({ name, sides, key: keys[index] }))
    .filter(({ name, key }) => key !== '' && !name.endsWith(PART_OF_KEYS));
  const differences = asked.flatMap(({ name, sides, key }) => {
    const reader = readersOf(key.endsWith('.') ? `${key}name` : key);
    const missing = [...sides].filter((side) => reader !== 'both' && reader !== side);
    return missing.map((side) => `${key}: read by the ${side} (${name.split('\t')[1]}), the library says ${reader}`);
  });
  if (checks.none(`Spark ${version} reads keys where the library says`, differences)) {
    progress(`registries: Spark ${version} reads ${asked.length} keys where the library says`);
  }
}
