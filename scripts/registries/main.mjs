#!/usr/bin/env node
/**
 * `npm run registries [spark-3.5 …]`: writes src/registry/data/ from the engines' own jars, all of it or only the named files.
 * Versions stand in versions.json. Needs Java 17, Python 3 with venv and Maven.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { progress } from '../../test/conformance/harness/progress.mjs';
import { generators } from './generators.mjs';

const data = fileURLToPath(new URL('../../src/registry/data/', import.meta.url));
const names = process.argv.slice(2);
const all = generators();
const unknown = names.filter((name) => !all.has(name));
if (unknown.length > 0) {
  console.error(`no registry is called ${unknown.join(', ')}; there are ${[...all.keys()].join(', ')}`);
  process.exit(2);
}

const scratch = mkdtempSync(join(tmpdir(), 'registries-'));
try {
  for (const name of names.length > 0 ? names : all.keys()) {
    const text = await all.get(name)(scratch);
    writeFileSync(join(data, `${name}.ts`), text);
    progress(`${name}: ${text.match(/\t.*$/gm).length} keys`);
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
