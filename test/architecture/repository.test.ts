import { projectFiles, textOf } from './files';

/** Hosts of package registries: names are what is written down, where they come from is the user's own setting. */
const REGISTRY_HOSTS = [
  ['registry', 'npmjs', 'org'],
  ['registry', 'yarnpkg', 'com'],
  ['pypi', 'org'],
  ['files', 'pythonhosted', 'org'],
  ['repo', 'maven', 'apache', 'org'],
  ['repo1', 'maven', 'org'],
  ['proxy', 'golang', 'org'],
  ['sum', 'golang', 'org'],
].map((parts) => parts.join('.'));

const files = projectFiles();
const isText = (path: string): boolean => !/\.(png|tgz|gz|jar|whl)$/.test(path);

function filesHolding(pattern: RegExp): readonly string[] {
  return files.filter((path) => isText(path) && pattern.test(textOf(path)));
}

test('the files are found', () => {
  expect(files).toContain('package.json');
  expect(files).toContain('test/architecture/repository.test.ts');
});

test.each(REGISTRY_HOSTS)('no file names the registry %s', (host) => {
  expect(filesHolding(new RegExp(`(?<![\\w.-])${host.replaceAll('.', '\\.')}(?![\\w-])`))).toEqual([]);
});

test('the lock file names versions, no addresses', () => {
  const { packages } = JSON.parse(textOf('package-lock.json'));
  expect(Object.keys(packages).length).toBeGreaterThan(10);
  expect(Object.keys(packages).filter((path) => 'resolved' in packages[path])).toEqual([]);
});

test('the lock file knows the packages of every platform', () => {
  // Otherwise `npm ci` refuses the lock file, or works on the platform only that it was made on.
  const { packages } = JSON.parse(textOf('package-lock.json'));
  const names = new Set(
    Object.keys(packages).map((path) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)),
  );
  const missing = Object.values<{ optionalDependencies?: object }>(packages).flatMap(({ optionalDependencies }) =>
    Object.keys(optionalDependencies ?? {}).filter((name) => !names.has(name)),
  );
  expect(missing).toEqual([]);
});

test('no file names a folder of one person’s machine', () => {
  // Roots that only make sense where the file was written; containers' own folders (/home/airflow, /opt/spark) are fine.
  expect(filesHolding(/(^|[\s'"`(=:])\/(work|Users|root|mnt\/data)\/(main|shared|[a-z]+\/(projects|src))/m)).toEqual([]);
});

test('every text file ends its lines the way Unix does', () => {
  expect(filesHolding(/\r\n/)).toEqual([]);
});

test('nothing generated is committed besides dist', () => {
  expect(
    files.filter((path) => /^(lib|node_modules|dist-jsii|\.cache)\/|^\.jsii$|^tsconfig\.json$|\.tsbuildinfo$/.test(path)),
  ).toEqual([]);
});
