// Brings what is needed up to date: the installed packages and the compiled library. Quiet when there is nothing to do.
// Works with Node, npm and git alone; also what npm runs as `prepare`.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

const SOURCE_FOLDERS = ['apps', 'imports', 'src'];
const STAMP = join(ROOT, 'lib', '.stamp');

/** Installs and compiles whatever is missing or stale. Ends the process with the tool's own output when that fails. */
export function ensure() {
  // While npm runs `prepare` it is installing itself.
  if (process.env.npm_lifecycle_event !== 'prepare' && !isInstalled()) install();
  const wanted = sourceHash();
  if (!isCompiled(wanted)) compile(wanted);
}

/** Whether node_modules holds what package-lock.json names: by content, because git sets times as it likes. */
function isInstalled() {
  const installed = packagesOf(join(ROOT, 'node_modules', '.package-lock.json'));
  if (installed === undefined) return false;
  const wanted = packagesOf(join(ROOT, 'package-lock.json'));
  const isThere = ([path, { version, optional }]) =>
    path === '' || (installed[path] === undefined ? optional === true : installed[path].version === version);
  return Object.entries(wanted).every(isThere) && Object.keys(installed).every((path) => wanted[path] !== undefined);
}

function packagesOf(lockFile) {
  return existsSync(lockFile) ? JSON.parse(readFileSync(lockFile, 'utf8')).packages : undefined;
}

function install() {
  console.error('installing packages (npm ci)');
  // No package here needs its install script, and our own `prepare` is what runs now.
  run('npm', ['ci', '--ignore-scripts', '--no-progress', '--loglevel=error']);
}

/** Compiled from these sources, by these tools. */
function isCompiled(wanted) {
  return (
    existsSync(STAMP) &&
    readFileSync(STAMP, 'utf8') === wanted &&
    existsSync(join(ROOT, '.jsii')) &&
    existsSync(join(ROOT, 'lib', 'src', 'index.js'))
  );
}

function sourceHash() {
  const hash = createHash('sha256');
  for (const path of ['package.json', 'package-lock.json', ...SOURCE_FOLDERS.flatMap(filesUnder).sort()]) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(ROOT, path)))
      .update('\0');
  }
  return hash.digest('hex');
}

function filesUnder(folder) {
  if (!existsSync(join(ROOT, folder))) return [];
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name, parentPath }) => join(parentPath, name).slice(ROOT.length + 1));
}

function compile(stamp) {
  console.error('compiling');
  rmSync(STAMP, { force: true });
  // The compiler skips what its build information says it wrote before, even if somebody has deleted it since.
  rmSync(join(ROOT, 'lib', 'tsconfig.tsbuildinfo'), { force: true });
  run(process.execPath, [join(ROOT, 'node_modules', 'jsii', 'bin', 'jsii'), '--silence-warnings=reserved-word']);
  removeStale();
  writeFileSync(STAMP, stamp);
}

/** What was compiled from sources that are no longer there would still be found by imports, and be packed. */
function removeStale() {
  for (const path of filesUnder('lib').filter((file) => dirname(file) !== 'lib')) {
    const source = path.slice('lib/'.length).replace(/(\.d\.ts|\.js)(\.map)?$/, '');
    const hasSource = ['.ts', '.d.ts', '.json', ''].some((ending) => existsSync(join(ROOT, source + ending)));
    if (!hasSource) removeWithEmptyParents(path);
  }
}

function removeWithEmptyParents(path) {
  rmSync(join(ROOT, path));
  for (let folder = dirname(path); folder !== '.' && readdirSync(join(ROOT, folder)).length === 0; folder = dirname(folder)) {
    rmdirSync(join(ROOT, folder));
  }
}

/** Runs a tool and shows its output only when it fails: then that is what to read. */
function run(command, parameters) {
  // The compiler's notice that this Node is old says nothing about what failed.
  const env = { ...process.env, JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: process.versions.node.split('.')[0] };
  // On Windows npm is a script, which only a shell can start.
  const shell = process.platform === 'win32' && command === 'npm';
  const { error, status, stdout, stderr } = spawnSync(command, parameters, {
    cwd: ROOT,
    env,
    encoding: 'utf8',
    shell,
    maxBuffer: 2 ** 28,
  });
  if (status === 0) return;
  console.error(error === undefined ? `${stdout}${stderr}`.trim() : `${command} cannot be started: ${error.message}`);
  process.exit(1);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) ensure();
