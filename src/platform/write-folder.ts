import * as fs from 'node:fs';
import * as path from 'node:path';
import { replaceFolder } from './replace-folder';

/** Replaces a folder by these files as a whole. */
export function writeFolder(folder: string, files: ReadonlyMap<string, string>): void {
  fs.mkdirSync(path.dirname(folder), { recursive: true });
  const next = fs.mkdtempSync(path.join(path.dirname(folder), `.${path.basename(folder)}.`));
  for (const [file, text] of files) {
    const target = path.join(next, file);
    fs.mkdirSync(path.dirname(target), { recursive: true });
    fs.writeFileSync(target, text);
  }
  replaceFolder(folder, next);
}
