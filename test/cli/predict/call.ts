import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../../../src/cli/main';

/** What a run of the program left behind. */
export interface Result {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** What a run finds around it. */
export interface Around {
  /** Texts of files by path; other paths are read beside the tests. */
  readonly files?: { readonly [path: string]: string };
  /** Standard input in pieces. */
  readonly stdin?: readonly string[];
  readonly user?: string;
}

/** Runs `spark-platform predict` without a process. */
export async function predict(args: readonly string[], { files = {}, stdin = [], user = 'ann' }: Around = {}): Promise<Result> {
  const out = { stdout: '', stderr: '' };
  const code = await run(['predict', ...args], {
    stdout: (text) => {
      out.stdout += text;
    },
    stderr: (text) => {
      out.stderr += text;
    },
    readFile: (path) => (Object.hasOwn(files, path) ? (files[path] as string) : readFileSync(join(__dirname, path), 'utf8')),
    stdin: piecesOf(stdin),
    user: () => user,
  });
  return { code, ...out };
}

async function* piecesOf(pieces: readonly string[]): AsyncIterable<string> {
  yield* pieces;
}

/** The lines of a text that hold something. */
export function linesOf(text: string): string[] {
  return text.split('\n').filter((line) => line !== '');
}
