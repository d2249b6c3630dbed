import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import fc from 'fast-check';
import { progress } from '../harness/progress.mjs';
import { ask } from './jvm.mjs';

const require = createRequire(import.meta.url);

/** What ends keys, begins comments, escapes, breaks lines or is beyond Latin-1. */
const letter = fc.oneof(
  fc.constantFrom(...' \t\n\r\f\\=:#!u0a', '\0', '\u007f', '\u00a0', '\u00e9', '\u4e16', '\u{1f600}'),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
);
const text = fc.string({ unit: letter, maxLength: 40 });
const settings = fc.dictionary(
  text.filter((key) => key !== ''),
  text,
  { noNullPrototype: true, maxKeys: 20 },
);

const decoded = (base64) => Buffer.from(base64, 'base64').toString('utf8');
const sorted = (pairs) => JSON.stringify([...pairs].sort(([a], [b]) => (a < b ? -1 : 1)));

/** Files that the library prints, read by `java.util.Properties` and by the loader of spark-submit. */
export async function compareProperties(checks, versions, { scratch, cases, seed }) {
  const { printProperties, readProperties } = require('../../../lib/src/spark/conf/properties');
  const folder = join(scratch, 'properties');
  mkdirSync(folder, { recursive: true });
  const samples = fc.sample(settings, { numRuns: cases, seed });
  const files = samples.map((sample, index) => {
    const file = join(folder, `${index}.conf`);
    writeFileSync(file, printProperties(Object.entries(sample)));
    return file;
  });
  for (const version of versions) {
    const read = new Map();
    for (const line of await ask(version, scratch, 'PropertiesFiles', () => files)) {
      const [file, reader, key, value] = line.split('\t');
      const name = `${file} ${reader}`;
      read.set(name, [...(read.get(name) ?? []), [decoded(key), decoded(value)]]);
    }
    const differences = files.flatMap((file, index) => {
      const printed = Object.entries(samples[index]);
      const ours = readProperties(printProperties(printed)).map(({ key, value }) => [key, value]);
      const wrong = [
        ...(sorted(read.get(`${file} java`) ?? []) === sorted(printed) ? [] : ['java.util.Properties reads other settings']),
        ...(sorted(read.get(`${file} spark`) ?? []) === sorted(ours) ? [] : ['Spark reads other settings than the library']),
      ];
      return wrong.map((what) => `${what} (seed ${seed}): ${JSON.stringify(printed)}`);
    });
    if (checks.none(`Spark ${version} and Java read the properties that the library prints`, differences)) {
      progress(`registries: Spark ${version} and Java read ${files.length} properties files as the library does`);
    }
  }
}
