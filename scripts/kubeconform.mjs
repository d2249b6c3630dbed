#!/usr/bin/env node
// Finds or installs kubeconform, and validates a folder of manifests with the vendored schemas:
//   node scripts/kubeconform.mjs <folder>
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, constants, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const VERSION = '0.7.0';
/** SHA-256 of the release archives, from the CHECKSUMS file of the release. */
const ARCHIVES = {
  'darwin-amd64': 'c6771cc894d82e1b12f35ee797dcda1f7da6a3787aa30902a15c264056dd40d4',
  'darwin-arm64': 'b5d32b2cb77f9c781c976b20a85e2d0bc8f9184d5d1cfe665a2f31a19f99eeb9',
  'linux-amd64': 'c31518ddd122663b3f3aa874cfe8178cb0988de944f29c74a0b9260920d115d3',
  'linux-arm64': 'cc907ccf9e3c34523f0f32b69745265e0a6908ca85b92f41931d4537860eb83c',
};

const schemas = join(dirname(dirname(fileURLToPath(import.meta.url))), 'schemas');

/** What makes kubeconform use the vendored schemas, refuse unknown and duplicate keys, and leave inventory.json alone. */
export const KUBECONFORM_ARGUMENTS = [
  '-strict',
  '-summary',
  '-schema-location',
  join(schemas, '{{.Group}}/{{.ResourceKind}}_{{.ResourceAPIVersion}}.json'),
  '-ignore-filename-pattern',
  '\\.json$',
];

/**
 * The path of a kubeconform binary: from PATH, else from the project's tool folder, where it is installed by Go or
 * from the release archive when it is missing.
 *
 * @returns {Promise<string>}
 * @throws when no way works; the message says what each of them lacked
 */
export async function kubeconform() {
  const onPath = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'kubeconform'));
  const folder = join(
    process.env.XDG_CACHE_HOME || join(homedir(), '.cache'),
    'cdk8s-spark-platform/tools',
    `kubeconform-${VERSION}`,
  );
  const target = join(folder, 'kubeconform');
  const found = [...onPath, target].find(isExecutable);
  if (found) return found;

  const failures = [];
  for (const install of [installWithGo, installArchive]) {
    mkdirSync(folder, { recursive: true });
    // Installed beside and renamed, so that a broken or concurrent installation is never picked up.
    const beside = mkdtempSync(join(folder, 'install-'));
    try {
      await install(beside);
      renameSync(join(beside, 'kubeconform'), target);
      return target;
    } catch (error) {
      failures.push(error.message);
    } finally {
      rmSync(beside, { recursive: true, force: true });
    }
  }
  throw new Error(
    `kubeconform ${VERSION} is neither on PATH nor in ${folder}, and cannot be installed:\n${failures.map((text) => `  ${text}\n`).join('')}` +
      `install it (https://github.com/yannh/kubeconform/releases/tag/v${VERSION}), or install Go 1.24 or later`,
  );
}

function installWithGo(folder) {
  try {
    execFileSync('go', ['install', `github.com/yannh/kubeconform/cmd/kubeconform@v${VERSION}`], {
      cwd: folder,
      env: { ...process.env, GOBIN: folder, CGO_ENABLED: '0', GOFLAGS: '-mod=mod', GOWORK: 'off' },
      stdio: 'pipe',
    });
  } catch (error) {
    const reason = error.code === 'ENOENT' ? 'go is not on PATH' : String(error.stderr || error.message).trim();
    throw new Error(`go install: ${reason}`);
  }
}

async function installArchive(folder) {
  const platform = `${process.platform}-${process.arch === 'x64' ? 'amd64' : process.arch}`;
  const expected = ARCHIVES[platform];
  if (!expected)
    throw new Error(`release archive: no checksum is pinned for ${platform}, only for ${Object.keys(ARCHIVES).join(', ')}`);
  const url = `https://github.com/yannh/kubeconform/releases/download/v${VERSION}/kubeconform-${platform}.tar.gz`;
  const archive = await download(url);
  const actual = createHash('sha256').update(archive).digest('hex');
  if (actual !== expected) throw new Error(`release archive: ${url} has SHA-256 ${actual}, pinned is ${expected}`);
  writeFileSync(join(folder, 'archive.tar.gz'), archive);
  execFileSync('tar', ['-xzf', 'archive.tar.gz', 'kubeconform'], { cwd: folder, stdio: 'pipe' });
}

async function download(url) {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(60_000) });
    if (!response.ok) throw new Error(`status ${response.status}`);
    return Buffer.from(await response.arrayBuffer());
  } catch (error) {
    throw new Error(`release archive: ${url}: ${error.cause?.message ?? error.message}`);
  }
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

async function main(folder) {
  if (!folder) return usage('usage: node scripts/kubeconform.mjs <folder>');
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return usage(`${folder} is not a folder`);
  // kubeconform itself is content with a folder that has nothing to validate.
  if (!readdirSync(folder, { recursive: true }).some((path) => /\.ya?ml$/.test(path))) return usage(`${folder} has no YAML file`);
  return spawnSync(await kubeconform(), [...KUBECONFORM_ARGUMENTS, resolve(folder)], { stdio: 'inherit' }).status ?? 1;
}

function usage(message) {
  console.error(message);
  return 2;
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  process.exitCode = await main(process.argv[2]).catch((error) => {
    console.error(error.message);
    return 1;
  });
}
