import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generators } from '../../../scripts/registries/generators.mjs';
import { projectRoot } from '../harness/manifests.mjs';
import { progress } from '../harness/progress.mjs';
import { needTools } from '../harness/tools.mjs';

/** The lines that only one of the two texts has, the first few of them. */
function lineDifferences(committed, fresh, most = 20) {
  const [old, now] = [committed, fresh].map((text) => text.split('\n'));
  const only = (lines, others, mark) => {
    const known = new Set(others);
    return lines.filter((line) => !known.has(line)).map((line) => `${mark} ${line}`);
  };
  const all = [...only(old, now, 'committed:'), ...only(now, old, 'fresh:    ')];
  return all.length > most ? [...all.slice(0, most), `and ${all.length - most} more lines`] : all;
}

/** Every generated data file of src/registry/data/ against a fresh run of its generator on the engines' jars. */
export async function registriesTier(checks, { scratch }) {
  await needTools('java', 'javac', 'python3', 'tar');
  for (const [name, generate] of generators()) {
    const file = join('src', 'registry', 'data', `${name}.ts`);
    const committed = readFileSync(join(projectRoot, file), 'utf8');
    const fresh = await generate(join(scratch, 'registries'));
    const differences = lineDifferences(committed, fresh);
    if (checks.none(`${file} is what the engine registers (else: npm run registries ${name})`, differences)) {
      progress(`registries: ${name} has ${fresh.match(/\t.*$/gm).length} keys, as generated now`);
    }
    checks.that(`${file} is the generated text`, differences.length > 0 || committed === fresh, 'its lines are in another order');
  }
}
