import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { findings, ROOT } from './schemas';

const DIST = join(ROOT, 'dist');
const files = existsSync(DIST)
  ? readdirSync(DIST, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.ya?ml$/.test(path))
      .sort()
  : [];

test('ajv accepts every manifest under dist/ (none there: run `npm run synth`)', () => {
  expect(files).not.toEqual([]);
  const found = files.flatMap((path) =>
    parseAllDocuments(readFileSync(join(DIST, path), 'utf8'), { version: '1.1' }).flatMap((document) => [
      ...document.errors.map((error) => `${path}: ${error.message}`),
      ...findings(document.toJS()).map((finding) => `${path}: ${finding}`),
    ]),
  );
  expect(found).toEqual([]);
});

test('kubeconform accepts every manifest under dist/', () => {
  const run = spawnSync(process.execPath, ['scripts/kubeconform.mjs', DIST], { cwd: ROOT, encoding: 'utf8' });
  expect(run.stderr).toBe('');
  expect(run.stdout).toMatch(/ - Valid: [1-9]\d*, Invalid: 0, Errors: 0, Skipped: 0\n$/);
  expect(run.status).toBe(0);
}, 600_000);
