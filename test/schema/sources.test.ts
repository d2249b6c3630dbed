import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './schemas';

interface Source {
  readonly module: string;
  readonly version: string;
  readonly sum: string;
  readonly files: readonly { readonly path: string; readonly sha256: string }[];
}
interface Sources {
  readonly sources: { readonly [project: string]: readonly Source[] };
  readonly files: { readonly [path: string]: string };
}

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const { sources, files } = JSON.parse(read('schemas/sources.json')) as Sources;
const projects = Object.keys(sources).filter((project) => project !== 'kubernetes');

test('every vendored file is listed, and nothing else lies beside', () => {
  const present = ['crds', 'imports', 'schemas'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8', withFileTypes: false })
      .filter((path) => /\.\w+$/.test(path) && !/(^|[\\/])[\w.-]+\.(io|com)$/.test(path))
      .map((path) => `${folder}/${path}`),
  );
  // What the command line reads at run time lies with the code.
  const vendored = Object.keys(files).filter((path) => !path.startsWith('src/'));
  expect(present.sort()).toEqual([...vendored, 'schemas/sources.json'].sort());
});

test.each(Object.entries(files))('%s is as it was generated', (path, hash) => expect(sha256(read(path))).toBe(hash));

test.each(projects)('the CRDs of %s are as they were published', (project) => {
  const documents = read(`crds/${project}.yaml`).split(/^(?=---\n)/m);
  const published = (sources[project] ?? []).flatMap((source) => source.files.map((file) => file.sha256));
  // The separator is the publisher's own, or ours where a file starts without one.
  const matches = documents.map((text, index) =>
    [sha256(text), sha256(text.slice('---\n'.length))].includes(published[index] ?? ''),
  );
  expect(matches).toEqual(published.map(() => true));
});

test('what was generated is what is pinned', () => {
  const pinned = JSON.parse(read('scripts/imports/versions.json'));
  const strip = ({ module, version, sum, files: list }: Source) => ({
    module,
    version,
    sum,
    files: list.map(({ path }) => path),
  });
  expect(sources['kubernetes']?.map(strip)).toEqual([pinned.kubernetes]);
  for (const project of projects) expect(sources[project]?.map(strip)).toEqual(pinned.projects[project]);
  expect(projects.sort()).toEqual(Object.keys(pinned.projects).sort());
});

test('cdk8s.yaml offers every CRD file to `cdk8s import`', () => {
  for (const project of projects) expect(read('cdk8s.yaml')).toContain(`  - crds/${project}.yaml\n`);
});
