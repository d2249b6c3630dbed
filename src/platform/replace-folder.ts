import { chmodSync, existsSync, lstatSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

const FILE_MODE = 0o644;
const FOLDER_MODE = 0o755;

/**
 * A path beside the target for its successor, on the same file system, so that it can be renamed into place.
 *
 * @param tag what tells this attempt from others.
 */
export function nextFolderOf(target: string, tag: string): string {
  return beside(target, `next-${tag}`);
}

/**
 * Puts a finished folder in the place of another.
 *
 * Two renames cannot be one step, so a journal beside the target says that they have begun. Whenever the process is killed,
 * {@link recoverReplacement} at the next start leaves either the old tree or the new one, whole.
 *
 * File modes are set to 0644 and 0755: they do not depend on the umask of who ran it.
 *
 * @param target the folder to replace; it need not exist.
 * @param next the finished folder, as named by {@link nextFolderOf}.
 * @throws Error when a rename fails; the journal then stays for the next start.
 */
export function replaceFolder(target: string, next: string): void {
  setModes(next);
  const draft = beside(target, 'journal-draft');
  writeFileSync(draft, basename(next));
  renameSync(draft, journalOf(target));
  if (existsSync(target)) renameSync(target, beside(target, 'old'));
  renameSync(next, target);
  closeJournal(target);
}

/**
 * Finishes or undoes a replacement that was cut short and removes what attempts left beside the target. Does nothing when
 * there is nothing to mend.
 */
export function recoverReplacement(target: string): void {
  const journal = journalOf(target);
  if (existsSync(journal) && !existsSync(target)) {
    const next = join(dirname(resolve(target)), basename(readFileSync(journal, 'utf8')));
    const old = beside(target, 'old');
    if (existsSync(next)) renameSync(next, target);
    else if (existsSync(old)) renameSync(old, target);
  }
  closeJournal(target);
}

/** The journal goes first: from then on the target counts, and what else stands beside it is rubbish. */
function closeJournal(target: string): void {
  rmSync(journalOf(target), { force: true });
  const parent = dirname(resolve(target));
  if (!existsSync(parent)) return;
  const prefix = `.${basename(resolve(target))}.`;
  const isLeftOver = (name: string): boolean =>
    name === `${prefix}old` || name === `${prefix}journal-draft` || name.startsWith(`${prefix}next-`);
  for (const name of readdirSync(parent).filter(isLeftOver)) rmSync(join(parent, name), { recursive: true, force: true });
}

function journalOf(target: string): string {
  return beside(target, 'journal');
}

function beside(target: string, suffix: string): string {
  const path = resolve(target);
  return join(dirname(path), `.${basename(path)}.${suffix}`);
}

function setModes(path: string): void {
  const isFolder = lstatSync(path).isDirectory();
  chmodSync(path, isFolder ? FOLDER_MODE : FILE_MODE);
  if (isFolder) for (const name of readdirSync(path)) setModes(join(path, name));
}
