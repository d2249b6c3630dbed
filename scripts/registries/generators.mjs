import { readFileSync } from 'node:fs';
import { s3aModule } from './hadoop.mjs';
import { icebergModule } from './iceberg.mjs';
import { sparkModule } from './spark.mjs';

/** The pinned versions of all engines. */
export const versions = JSON.parse(readFileSync(new URL('versions.json', import.meta.url), 'utf8'));

/** For each generated data file, by name: a function that resolves to its text, given a scratch folder. */
export function generators() {
  const spark = Object.entries(versions.spark);
  return new Map([
    ...spark.map(([line, version]) => [`spark-${line}`, (scratch) => sparkModule(version, scratch)]),
    ['hadoop-s3a', (scratch) => s3aModule(Object.values(versions.spark), scratch)],
    ['iceberg', (scratch) => icebergModule(versions.iceberg, scratch)],
  ]);
}
