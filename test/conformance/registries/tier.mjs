import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generators, versions } from '../../../scripts/registries/generators.mjs';
import { projectRoot } from '../harness/manifests.mjs';
import { progress } from '../harness/progress.mjs';
import { needTools } from '../harness/tools.mjs';
import { compareProperties } from './properties.mjs';
import { compareReaders } from './readers.mjs';
import { compareSessions } from './sessions.mjs';
import { compareValues } from './values.mjs';

/** Random properties files. */
const CASES = 200;

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
async function compareData(checks, scratch) {
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

/** The committed keys, the values that they take, who reads them, and the files that they are written to. */
export async function registriesTier(checks, { scratch, cases, seed }) {
  await needTools('java', 'javac', 'python3', 'tar');
  await compareData(checks, scratch);
  const sparks = Object.values(versions.spark);
  for (const version of sparks) {
    await compareValues(checks, version, scratch);
    await compareReaders(checks, version, scratch);
    await compareSessions(checks, version, scratch);
  }
  await compareProperties(checks, [sparks[0], sparks.at(-1)], { scratch, cases: cases ?? CASES, seed });
}
