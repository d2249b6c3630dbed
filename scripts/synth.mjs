// `npm run synth`: synthesizes all apps beside dist/ and swaps when everything went well, so that a failed or killed run
// leaves the old tree whole.
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { runApps } from './app.mjs';
import { ensure, ROOT } from './ensure.mjs';

ensure();
const { nextFolderOf, recoverReplacement, replaceFolder } = createRequire(import.meta.url)(
  join(ROOT, 'lib', 'src', 'platform', 'replace-folder.js'),
);

const target = join(ROOT, 'dist');
recoverReplacement(target);
const next = nextFolderOf(target, String(process.pid));
process.env.CDK8S_OUTDIR = next;

if (runApps()) {
  const summary = compare(contents(target), contents(next));
  replaceFolder(target, next);
  console.log(`dist: ${summary}`);
} else {
  rmSync(next, { recursive: true, force: true });
  process.exitCode = 1;
}

function contents(folder) {
  if (!existsSync(folder)) return new Map();
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files.map(({ name, parentPath }) => {
      const path = join(parentPath, name);
      return [path.slice(folder.length), readFileSync(path, 'utf8')];
    }),
  );
}

function compare(before, after) {
  const added = [...after.keys()].filter((path) => !before.has(path)).length;
  const removed = [...before.keys()].filter((path) => !after.has(path)).length;
  const changed = [...after].filter(([path, text]) => before.has(path) && before.get(path) !== text).length;
  const count = `${after.size} files`;
  return added + removed + changed === 0
    ? `${count}, unchanged`
    : `${count}, ${added} added, ${changed} changed, ${removed} removed`;
}
