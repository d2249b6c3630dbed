#!/usr/bin/env node
import { once } from 'node:events';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { EXIT } from './command';
import { run } from './main';

for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // Who reads no further (`| head`) has what they wanted.
    if (error.code === 'EPIPE') process.exit(EXIT.fine);
    if (stream === process.stdout) process.stderr.write(`the output cannot be written: ${error.message}\n`);
    process.exit(EXIT.findings);
  });
}

/** A container may run with a number that no name belongs to. */
function systemUser(): string {
  try {
    return userInfo().username;
  } catch {
    return String(process.getuid?.() ?? 'spark');
  }
}

/** Opened only when a command reads it. */
async function* standardInput(): AsyncIterable<string> {
  process.stdin.setEncoding('utf8');
  for await (const chunk of process.stdin) yield chunk as string;
}

/** Links count as what they lead to. */
const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

async function main(): Promise<void> {
  process.exitCode = await run(process.argv.slice(2), {
    stdout: (text) => process.stdout.write(text),
    stderr: (text) => process.stderr.write(text),
    readFile: (path) => readFileSync(path, 'utf8'),
    readBytes: (path) => readFileSync(path),
    listFolder: (path) => readdirSync(path).map((name) => (isFolder(join(path, name)) ? `${name}/` : name)),
    stdin: standardInput(),
    drained: async () => {
      if (process.stdout.writableNeedDrain) await once(process.stdout, 'drain');
    },
    user: () => process.env['SPARK_USER'] || systemUser(),
    folder: () => process.cwd(),
  });
}

void main();
