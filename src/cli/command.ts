/** What a command may use of the machine it runs on. */
export interface CommandIo {
  /** Results, for people or (with `--json`) for programs. */
  readonly stdout: (text: string) => void;
  /** What went wrong, and notes. */
  readonly stderr: (text: string) => void;
  /** The text of a file. @throws Error when it cannot be read. */
  readonly readFile: (path: string) => string;
  /** The bytes of a file. @throws Error when it cannot be read. @default - those of its text */
  readonly readBytes?: (path: string) => Uint8Array;
  /** What a folder holds, folders with a `/` at the end. @throws Error when there is no such folder. @default - folders are not known */
  readonly listFolder?: (path: string) => readonly string[];
  /** Standard input, piece by piece. @default - nothing comes */
  readonly stdin?: AsyncIterable<string>;
  /** Waits until standard output takes more. @default - it always does */
  readonly drained?: () => Promise<void>;
  /** Who runs the program, as Spark would find out. @default - nobody in particular */
  readonly user?: () => string;
  /** The working directory. @default - not known */
  readonly folder?: () => string;
}

/** How a command ends. */
export const EXIT = {
  /** Nothing to complain about. */
  fine: 0,
  /** The command did its work and found something wrong. */
  findings: 1,
  /** The command was not called as it can be. */
  usage: 2,
} as const;

/** A command called as it cannot be: its message is all that users need to see. */
export class UsageError extends Error {}

/** @throws UsageError that names all problems, when there is at least one. */
export function refuseUsage(problems: readonly string[]): void {
  if (problems.length > 0) throw new UsageError(problems.join('\n'));
}

/** One of the program's commands. */
export interface Command {
  /** What `--help` prints. */
  readonly help: string;
  /** @returns the exit code; a promise from commands that wait for input. @throws UsageError for arguments that cannot be. */
  readonly run: (args: readonly string[], io: CommandIo) => number | Promise<number>;
}
