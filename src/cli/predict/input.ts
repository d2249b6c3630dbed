import { type CommandIo, UsageError } from '../command';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file',
  EISDIR: 'it is a directory, not a file',
  ENOTDIR: 'no such file',
  EACCES: 'permission denied',
};

/** Why a file could not be read, in words. */
export function readingProblem(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return REASONS[code ?? ''] ?? message;
}

/** Files as spark-submit finds them; undefined for what cannot be read. */
export function filesOf({ readFile, readBytes }: CommandIo): (path: string) => Uint8Array | undefined {
  const read = readBytes ?? ((path: string) => Buffer.from(readFile(path)));
  return (path) => {
    try {
      return read(path);
    } catch {
      return undefined;
    }
  };
}

/** A file that was named on the command line, with its text. */
export interface InputFile {
  readonly path: string;
  readonly text: string;
}

/**
 * Reads the files that were named on the command line.
 *
 * @throws UsageError that names every file that cannot be read.
 */
export function readInputs(paths: readonly string[], io: Pick<CommandIo, 'readFile'>): InputFile[] {
  const problems: string[] = [];
  const files = paths.flatMap((path) => {
    try {
      // Windows editors put a byte order mark before the text.
      return [{ path, text: io.readFile(path).replace(/^\uFEFF/, '') }];
    } catch (error) {
      problems.push(`'${path}' cannot be read: ${readingProblem(error)}`);
      return [];
    }
  });
  if (problems.length > 0) throw new UsageError(problems.join('\n'));
  return files;
}
