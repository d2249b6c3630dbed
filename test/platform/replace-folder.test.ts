import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { transformFileSync } from '@swc/core';
import { nextFolderOf, recoverReplacement, replaceFolder } from '../../src/platform/replace-folder';

const OLD = { 'a.yaml': 'old', 'gone/b.yaml': 'old' };
const NEW = { 'a.yaml': 'new', 'fresh/c.yaml': 'new' };

type Tree = { [path: string]: string };

let parent: string;
let target: string;
let next: string;

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'replace-folder-'));
  target = join(parent, 'dist');
  next = nextFolderOf(target, 'test');
});

afterEach(() => {
  rmSync(parent, { recursive: true, force: true });
});

function write(folder: string, tree: Tree): void {
  for (const [path, text] of Object.entries(tree)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

function read(folder: string): Tree {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map(({ name, parentPath }) => {
      const path = join(parentPath, name);
      return [path.slice(folder.length + 1), readFileSync(path, 'utf8')];
    }),
  );
}

test('puts the new tree in the place of the old one', () => {
  write(target, OLD);
  write(next, NEW);
  replaceFolder(target, next);
  expect(read(target)).toEqual(NEW);
  expect(readdirSync(parent)).toEqual(['dist']);
});

test('works where nothing stood before', () => {
  write(next, NEW);
  replaceFolder(target, next);
  expect(read(target)).toEqual(NEW);
  expect(readdirSync(parent)).toEqual(['dist']);
});

test('sets the modes that everybody can read', () => {
  const umask = process.umask(0o077);
  try {
    write(next, NEW);
    writeFileSync(join(next, 'run.sh'), '', { mode: 0o700 });
    replaceFolder(target, next);
  } finally {
    process.umask(umask);
  }
  const modeOf = (path: string): number => statSync(join(target, path)).mode & 0o777;
  expect([modeOf('.'), modeOf('fresh')]).toEqual([0o755, 0o755]);
  expect([modeOf('a.yaml'), modeOf('fresh/c.yaml'), modeOf('run.sh')]).toEqual([0o644, 0o644, 0o644]);
});

test('recovery touches nothing when nothing happened, and nothing of others', () => {
  recoverReplacement(target);
  expect(existsSync(target)).toBe(false);
  write(target, OLD);
  write(join(parent, '.dist.mine'), OLD);
  write(join(parent, '.other.old'), OLD);
  recoverReplacement(target);
  expect(read(target)).toEqual(OLD);
  expect(readdirSync(parent)).toEqual(['.dist.mine', '.other.old', 'dist']);
});

test('recovery removes what killed attempts left', () => {
  write(target, OLD);
  write(next, NEW);
  write(join(parent, '.dist.old'), OLD);
  recoverReplacement(target);
  expect(read(target)).toEqual(OLD);
  expect(readdirSync(parent)).toEqual(['dist']);
});

test('recovery brings the old tree back when the new one is lost', () => {
  writeFileSync(join(parent, '.dist.journal'), '.dist.next-test');
  write(join(parent, '.dist.old'), OLD);
  recoverReplacement(target);
  expect(read(target)).toEqual(OLD);
  expect(readdirSync(parent)).toEqual(['dist']);
});

test('a journal never makes a file outside of the parent the new tree', () => {
  write(join(parent, 'elsewhere/tree'), NEW);
  writeFileSync(join(parent, '.dist.journal'), 'elsewhere/tree');
  recoverReplacement(target);
  expect(readdirSync(parent)).toEqual(['elsewhere']);
});

/** Runs a call in a process that is killed right before its n-th change of the file system; whether it was. */
function killedBefore(change: number, call: string): boolean {
  const program = join(parent, 'module.cjs');
  const { code } = transformFileSync(join(__dirname, '../../src/platform/replace-folder.ts'), {
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
    module: { type: 'commonjs' },
  });
  writeFileSync(program, code);
  const script = `
    const fs = require('node:fs');
    let changes = 0;
    for (const name of ['renameSync', 'rmSync', 'writeFileSync', 'chmodSync']) {
      const original = fs[name];
      fs[name] = (...parameters) => {
        changes += 1;
        if (changes === ${change}) process.kill(process.pid, 'SIGKILL');
        return original(...parameters);
      };
    }
    const { replaceFolder, recoverReplacement } = require(${JSON.stringify(program)});
    const [target, next] = ${JSON.stringify([target, next])};
    ${call};`;
  const { signal, status, stderr } = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' });
  rmSync(program);
  if (signal === null && status !== 0) throw new Error(stderr);
  return signal === 'SIGKILL';
}

/** Both trees anew, as they stand when the replacement begins. */
function begin(): void {
  rmSync(parent, { recursive: true, force: true });
  write(target, OLD);
  write(next, NEW);
}

test('a kill at any moment leaves one tree whole after the next start', () => {
  const outcomes: string[] = [];
  for (let change = 1; ; change += 1) {
    begin();
    const wasKilled = killedBefore(change, 'replaceFolder(target, next)');
    recoverReplacement(target);
    const tree = read(target);
    expect([OLD, NEW]).toContainEqual(tree);
    expect(readdirSync(parent)).toEqual(['dist']);
    outcomes.push(tree['a.yaml'] ?? '');
    if (!wasKilled) break;
  }
  // The draft and the journal and the first rename: old until then, new from then on.
  const firstNew = outcomes.indexOf('new');
  expect(firstNew).toBeGreaterThan(2);
  expect(outcomes.slice(firstNew)).not.toContain('old');
  expect(outcomes.length - firstNew).toBeGreaterThanOrEqual(4);
}, 60_000);

test('a recovery that is killed too can be finished by the one after it', () => {
  for (let change = 1; ; change += 1) {
    begin();
    // As a kill between the two renames leaves it.
    writeFileSync(join(parent, '.dist.journal'), '.dist.next-test');
    write(join(parent, '.dist.old'), OLD);
    rmSync(target, { recursive: true });
    const wasKilled = killedBefore(change, 'recoverReplacement(target)');
    recoverReplacement(target);
    expect(read(target)).toEqual(NEW);
    expect(readdirSync(parent)).toEqual(['dist']);
    if (!wasKilled) break;
  }
}, 60_000);
