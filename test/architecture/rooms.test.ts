import { readdirSync } from 'node:fs';
import { dirname, join, normalize, sep } from 'node:path';
import { ROOT, sourcesUnder, textOf } from './files';

/** The rooms by tier, lowest first. A room imports from tiers below its own and from itself. */
const TIERS: readonly (readonly string[])[] = [
  ['problem', 'naming', 'quantity', 'registry'],
  ['manifest', 'flux', 'security', 'monitoring'],
  ['spark', 'catalog'],
  ['kyuubi', 'dbt', 'airflow'],
  ['budget'],
  ['platform'],
  ['cli'],
];

/** Room that imports, room that is imported: neighbours in one tier that may see each other, in this direction only. */
const NEIGHBOURS: readonly string[] = [
  'problem > registry',
  'registry > problem',
  'registry > quantity',
  'flux > manifest',
  'security > manifest',
  'monitoring > manifest',
];

/** What the package may load at run time: what its users install, and what it brings along in its own archive. */
function loadable(): readonly string[] {
  const { peerDependencies, bundledDependencies = [] } = JSON.parse(textOf('package.json'));
  return [...Object.keys(peerDependencies), ...bundledDependencies];
}

interface Import {
  readonly from: string;
  readonly target: string;
  readonly isTypeOnly: boolean;
}

function importsOf(path: string): readonly Import[] {
  const statements = textOf(path).matchAll(/^\s*(?:import|export)\s+(type\s)?[^;'"]*?from\s+'([^']+)'/gm);
  return [...statements].map(([, type, target]) => ({ from: path, target: target ?? '', isTypeOnly: type !== undefined }));
}

function roomOf(path: string): string {
  return path.split(sep)[1] ?? '';
}

function tierOf(room: string): number {
  return TIERS.findIndex((rooms) => rooms.includes(room));
}

const sources = sourcesUnder('src');
const imports = sources.flatMap(importsOf);
const isRelative = ({ target }: Import): boolean => target.startsWith('.');
const resolved = (found: Import): string => normalize(join(dirname(found.from), found.target));
const describeImport = ({ from, target }: Import): string => `${from} imports ${target}`;

test('every room has a tier', () => {
  const rooms = readdirSync(join(ROOT, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(rooms.map(({ name }) => name).filter((room) => tierOf(room) < 0)).toEqual([]);
});

test('the imports are found', () => {
  // Guards the other tests: a pattern that matches nothing would let everything pass.
  const expected = { from: join('src', 'naming', 'spark.ts'), target: './kubernetes', isTypeOnly: false };
  expect(imports).toContainEqual(expected);
  expect(imports.length).toBeGreaterThan(sources.length);
});

test('imports go downwards only', () => {
  const isUpwards = (found: Import): boolean => {
    const target = resolved(found);
    if (!isRelative(found) || !target.startsWith(`src${sep}`) || found.from === join('src', 'index.ts')) return false;
    const [own, other] = [roomOf(found.from), roomOf(target)];
    return own !== other && tierOf(other) >= tierOf(own) && !NEIGHBOURS.includes(`${own} > ${other}`);
  };
  expect(imports.filter(isUpwards).map(describeImport)).toEqual([]);
});

test('nothing imports the index that users import', () => {
  const isIndex = (found: Import): boolean => isRelative(found) && ['src', join('src', 'index')].includes(resolved(found));
  expect(imports.filter(isIndex).map(describeImport)).toEqual([]);
});

test('only types come from outside of src', () => {
  const leavesSrc = (found: Import): boolean => isRelative(found) && !resolved(found).startsWith('src');
  expect(imports.filter((found) => leavesSrc(found) && !found.isTypeOnly).map(describeImport)).toEqual([]);
  expect(imports.filter((found) => leavesSrc(found) && !resolved(found).startsWith('imports')).map(describeImport)).toEqual([]);
});

test('only Node, peers and bundled packages are loaded', () => {
  const packages = loadable();
  const isForeign = (found: Import): boolean =>
    !isRelative(found) && !found.target.startsWith('node:') && !packages.includes(found.target);
  expect(imports.filter(isForeign).map(describeImport)).toEqual([]);
});

test('no module needs itself', () => {
  const known = new Set(sources);
  const targets = new Map<string, readonly string[]>();
  for (const path of sources) {
    const loaded = imports.filter((found) => found.from === path && isRelative(found) && !found.isTypeOnly).map(resolved);
    targets.set(
      path,
      loaded.flatMap((target) => [`${target}.ts`, join(target, 'index.ts')].filter((file) => known.has(file))),
    );
  }
  const finished = new Set<string>();
  const cycles: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) cycles.push([...trail.slice(trail.indexOf(path)), path].join(' > '));
    else if (!finished.has(path)) for (const target of targets.get(path) ?? []) visit(target, [...trail, path]);
    finished.add(path);
  };
  for (const path of sources) visit(path, []);
  expect(cycles).toEqual([]);
});

// Data has one key a line: its length is the engine's.
const code = sources.filter((path) => !path.startsWith(join('src', 'registry', 'data')));
test.each(code)('%s is small', (path) => {
  expect(textOf(path).split('\n').length).toBeLessThanOrEqual(350);
});
