// The package as its users get it: packed, installed into an empty project, used from CommonJS, ESM, TypeScript and Python.
// CONSUMER_RESULT names a file that gets the counts as JSON.
import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensure } from '../../scripts/ensure.mjs';
import { contentsOf, emptyFolder, HERE, ROOT, run } from './project.mjs';

const NPM = ['--no-audit', '--no-fund', '--loglevel=error'];
const counts = { passed: 0, failed: 0 };
const started = Date.now();

ensure();
const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const folder = emptyFolder('consumer');
const project = join(folder, 'project');
let archive;
let expected;

check('npm pack holds what users need and nothing else', () => {
  const [packed] = JSON.parse(run('npm', ['pack', '--json', '--pack-destination', folder, '--loglevel=error'], ROOT));
  archive = join(folder, packed.filename);
  const paths = packed.files.map(({ path }) => path);
  for (const path of [
    'package.json',
    'README.md',
    'LICENSE',
    'NOTICE',
    'CHANGELOG.md',
    '.jsii',
    'lib/src/index.js',
    'lib/src/index.d.ts',
  ]) {
    assert.ok(paths.includes(path), `${path} is missing`);
  }
  const bundled = (manifest.bundledDependencies ?? []).map((name) => `node_modules/${name}/`);
  const isExpected = (path) =>
    /^(package\.json|README\.md|LICENSE|NOTICE|CHANGELOG\.md|\.jsii|lib\/src\/.+\.(js|d\.ts|json))$/.test(path) ||
    bundled.some((prefix) => path.startsWith(prefix));
  assert.deepEqual(
    paths.filter((path) => !isExpected(path)),
    [],
  );
});

check('it installs into an empty project', () => {
  mkdirSync(project);
  for (const name of readdirSync(join(HERE, 'apps'))) copyFileSync(join(HERE, 'apps', name), join(project, name));
  writeFileSync(join(project, 'package.json'), JSON.stringify({ name: 'consumer', private: true }));
  const peers = Object.keys(manifest.peerDependencies);
  const packages = [...peers, 'typescript', '@types/node'].map((name) => `${name}@${manifest.devDependencies[name]}`);
  run('npm', ['install', ...NPM, archive, ...packages], project);
});

check('CommonJS', () => {
  expected = synthesize(process.execPath, ['app.js'], 'commonjs');
  assert.match(expected, /kind: SparkApplication/);
  assert.match(expected, /kind: HelmRelease/);
  assert.match(expected, /^platform\/lakehouse\/dev\/README\.md$/m);
});

check('ESM gives the same bytes', () => {
  assert.equal(synthesize(process.execPath, ['app.mjs'], 'esm'), expected);
});

check('TypeScript accepts the types of the package, checked whole', () => {
  run(process.execPath, [join(project, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', 'tsconfig.json'], project);
});

check('TypeScript gives the same bytes', () => {
  assert.equal(synthesize(process.execPath, [join('compiled', 'app.js')], 'typescript'), expected);
});

check('a mistake is an error with its fix', () => {
  const script = "require('cdk8s-spark-platform').SparkRuntime.of('3.5', { image: 'registry.example/spark:latest' })";
  assert.throws(() => run(process.execPath, ['-e', script], project), /SparkRuntime\.of\('3\.5'\): \d+ problems?\n {2}/);
});

check('the wheel is built and installs', () => {
  const python = process.env.PYTHON ?? 'python3';
  run(
    process.execPath,
    [
      join(ROOT, 'node_modules', 'jsii-pacmak', 'bin', 'jsii-pacmak'),
      '--targets',
      'python',
      '--code-only',
      '--outdir',
      join(folder, 'jsii'),
    ],
    ROOT,
  );
  run(python, ['-m', 'venv', join(folder, 'venv')], folder);
  const pip = ['-m', 'pip', '--quiet', '--disable-pip-version-check'];
  run(inVenv('python'), [...pip, 'wheel', '--no-deps', '--wheel-dir', folder, join(folder, 'jsii', 'python')], folder);
  const wheel = readdirSync(folder).find((name) => name.endsWith('.whl'));
  assert.ok(wheel !== undefined, 'pip made no wheel');
  // The same versions of the peers as in the project above, so that the bytes can be compared.
  const peers = Object.keys(manifest.peerDependencies).map((name) => `${name}==${manifest.devDependencies[name]}`);
  run(inVenv('python'), [...pip, 'install', join(folder, wheel), ...peers], folder);
});

check('Python gives the same bytes', () => {
  assert.equal(synthesize(inVenv('python'), ['app.py'], 'python'), expected);
});

rmSync(folder, { recursive: true, force: true });
if (process.env.CONSUMER_RESULT) writeFileSync(process.env.CONSUMER_RESULT, JSON.stringify(counts));
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = counts.failed === 0 ? 0 : 1;

function synthesize(command, parameters, name) {
  const out = join(folder, `dist-${name}`);
  run(command, [...parameters, out], project);
  return contentsOf(out);
}

function inVenv(name) {
  return process.platform === 'win32' ? join(folder, 'venv', 'Scripts', `${name}.exe`) : join(folder, 'venv', 'bin', name);
}

function check(name, action) {
  const time = () => `${((Date.now() - started) / 1000).toFixed(0)} s`;
  try {
    action();
    counts.passed += 1;
    console.log(`consumer: ${name} (${time()})`);
  } catch (error) {
    counts.failed += 1;
    console.log(`consumer: FAILED ${name} (${time()})\n${error.message.replace(/^/gm, '  ')}`);
  }
}
