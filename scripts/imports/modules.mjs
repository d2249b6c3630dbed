import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * The files of a pinned source, through the Go module client (which has its own cache and checksum database).
 *
 * @param {{ module: string, version: string, sum: string, files: string[] }} source an entry of versions.json
 * @returns {{ path: string, text: string }[]}
 * @throws when the module cannot be had, or is not the one that was pinned
 */
export function fetchFiles({ module, version, sum, files }) {
  const { Dir, Sum } = download(`${module}@${version}`);
  if (Sum !== sum) {
    throw new Error(
      `${module}@${version} has the checksum ${Sum}, versions.json pins ${sum}: review the module, then pin the new checksum`,
    );
  }
  return files.map((path) => ({ path, text: readFileSync(join(Dir, path), 'utf8') }));
}

function download(module) {
  try {
    // The client works outside of any module, so it runs where no go.mod can change what it does.
    const env = { ...process.env, GOFLAGS: '-mod=mod', GOWORK: 'off' };
    return JSON.parse(execFileSync('go', ['mod', 'download', '-json', module], { cwd: tmpdir(), env, encoding: 'utf8' }));
  } catch (error) {
    if (error.code === 'ENOENT') throw new Error('go is not on PATH: install Go 1.22 or later (https://go.dev/doc/install)');
    throw new Error(`${module} cannot be downloaded: ${error.stdout || error.message}`);
  }
}
