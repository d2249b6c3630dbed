import type { ListFolder } from '../spark/prediction';
import type { CommandIo } from './command';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file',
  EISDIR: 'it is a directory, not a file',
  ENOTDIR: 'no such file',
  EACCES: 'permission denied',
};

/** A file that was named by users, with its text. */
export interface InputFile {
  readonly path: string;
  readonly text: string;
}

/** Reads a file of text. @returns the file, or why it cannot be read, in words. */
export function readInput(path: string, { readFile }: Pick<CommandIo, 'readFile'>): InputFile | string {
  let text: string;
  try {
    text = readFile(path);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return REASONS[code ?? ''] ?? message;
  }
  if (text.includes('\0')) return 'it is UTF-16 or no text at all: save it as UTF-8';
  // Windows editors put a byte order mark before the text.
  return { path, text: text.replace(/^\uFEFF/, '') };
}

/** Files by path, with a problem for each that cannot be read. */
export interface Inputs {
  readonly files: ReadonlyMap<string, InputFile>;
  readonly problems: readonly string[];
}

/** Reads the files that were named on the command line, each once. */
export function readInputs(paths: Iterable<string>, io: Pick<CommandIo, 'readFile'>): Inputs {
  const files = new Map<string, InputFile>();
  const problems: string[] = [];
  for (const path of new Set(paths)) {
    const read = readInput(path, io);
    if (typeof read === 'string') problems.push(`'${path}' cannot be read: ${read}`);
    else files.set(path, read);
  }
  return { files, problems };
}

/** Files as spark-submit finds them; undefined for what cannot be read. */
export function bytesOf({ readFile, readBytes }: CommandIo): (path: string) => Uint8Array | undefined {
  const read = readBytes ?? ((path: string) => Buffer.from(readFile(path)));
  return (path) => {
    try {
      return read(path);
    } catch {
      return undefined;
    }
  };
}

/** Folders as spark-submit finds them; undefined where they cannot be looked into. */
export function foldersOf({ listFolder }: CommandIo): ListFolder | undefined {
  if (listFolder === undefined) return undefined;
  return (path) => {
    try {
      return listFolder(path);
    } catch {
      return undefined;
    }
  };
}
