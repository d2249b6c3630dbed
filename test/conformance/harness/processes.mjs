import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { createServer } from 'node:net';

/** Everything this run started and that is still alive: the only processes it ever stops. */
const running = new Set();
let stopping = false;

function start(command, args, options) {
  if (stopping) {
    throw new Error(`${command} is not started: this run is being stopped`);
  }
  const child = spawn(command, args, options);
  running.add(child);
  const gone = () => running.delete(child);
  child.once('exit', gone);
  child.once('error', gone);
  return child;
}

/**
 * Runs a command to its end. Resolves to `{ code, stdout, stderr }`; rejects when it cannot be started, and when it exits with
 * another code than 0 unless `allowFailure` is set. `input` is written to its standard input.
 */
export function run(command, args, { allowFailure = false, input, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const child = start(command, args, { stdio: ['pipe', 'pipe', 'pipe'], ...options });
    const out = [];
    const err = [];
    child.stdout.on('data', (chunk) => out.push(chunk));
    child.stderr.on('data', (chunk) => err.push(chunk));
    child.stdin.on('error', () => {}); // the command may end without reading all of its input; its exit code tells
    child.stdin.end(input ?? '');
    child.once('error', reject);
    child.once('close', (code, signal) => {
      const stdout = Buffer.concat(out).toString('utf8');
      const stderr = Buffer.concat(err).toString('utf8');
      if (code === 0 || allowFailure) {
        resolve({ code, stdout, stderr });
      } else {
        const end = (stderr || stdout).trimEnd().split('\n').slice(-25).join('\n');
        reject(new Error(`${command} ${args.slice(0, 4).join(' ')} … ended with ${signal ?? `code ${code}`}:\n${end}`));
      }
    });
  });
}

/** Starts a server whose output goes to `logFile`. The caller ends it with `stop`; `stopAll` does so for what is left. */
export function serve(command, args, logFile, options = {}) {
  const log = openSync(logFile, 'a');
  const child = start(command, args, { stdio: ['ignore', log, log], ...options });
  closeSync(log);
  child.logFile = logFile;
  return child;
}

/** Starts a process that is talked to over its standard input and output. */
export function converse(command, args, logFile, options = {}) {
  const log = openSync(logFile, 'a');
  const child = start(command, args, { stdio: ['pipe', 'pipe', log], ...options });
  closeSync(log);
  child.logFile = logFile;
  return child;
}

/** Whether the process has ended (or was never started). */
export function ended(child) {
  return child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
}

/** Ends one process that this run started: politely, then after five seconds by force. */
export async function stop(child) {
  if (ended(child)) {
    return;
  }
  const exit = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const force = setTimeout(() => child.kill('SIGKILL'), 5_000);
  await exit;
  clearTimeout(force);
}

/** Ends everything that this run started and that is still alive, the youngest first; nothing can be started afterwards. */
export async function stopAll() {
  stopping = true;
  for (const child of [...running].reverse()) {
    await stop(child);
  }
}

/** A port of the loopback interface that was free a moment ago. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
