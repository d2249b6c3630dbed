// An empty project of a user, somewhere outside of this repository, and what is done in it.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const HERE = dirname(fileURLToPath(import.meta.url));
export const ROOT = dirname(dirname(HERE));

/** A new folder on its own. */
export function emptyFolder(name) {
  return mkdtempSync(join(tmpdir(), `${name}-`));
}

/**
 * Runs a command and returns what it printed.
 *
 * @throws Error with everything it printed when it fails.
 */
export function run(command, parameters, cwd) {
  // npm passes its own settings down to npm, and would read this repository's instead of the empty project's.
  const own = Object.entries(process.env).filter(([key]) => !/^npm_(config_local_prefix|package|lifecycle)/.test(key));
  const env = { ...Object.fromEntries(own), JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: process.versions.node.split('.')[0] };
  const { error, status, stdout, stderr } = spawnSync(command, parameters, { cwd, env, encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (error !== undefined) throw new Error(`${command} cannot be started: ${error.message}`);
  if (status !== 0) throw new Error(`${command} ${parameters.join(' ')} ended with ${status}\n${stdout}${stderr}`);
  return stdout;
}

/** Every file of a folder: path and bytes, as one text to compare. */
export function contentsOf(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files
    .map(({ name, parentPath }) => join(parentPath, name))
    .sort()
    .map((path) => `${path.slice(folder.length + 1)}\n${readFileSync(path, 'utf8')}`)
    .join('\n');
}
