import * as fs from 'node:fs';
import * as path from 'node:path';
import { nextFolderOf, recoverReplacement, replaceFolder } from './replace-folder';

/** Replaces a folder by these files as a whole. */
export function writeFolder(folder: string, files: ReadonlyMap<string, string>): void {
  fs.mkdirSync(path.dirname(folder), { recursive: true });
  recoverReplacement(folder);
  const next = nextFolderOf(folder, String(process.pid));
  fs.mkdirSync(next);
  for (const [file, text] of files) {
    const target = path.join(next, file);
    fs.mkdirSync(path.dirname(target), { recursive: true });
    fs.writeFileSync(target, text);
  }
  replaceFolder(folder, next);
}
