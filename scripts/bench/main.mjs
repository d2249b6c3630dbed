#!/usr/bin/env node
/**
 * Prints what the library costs, on the compiled lib/: `npm run bench`, or `npm run bench -- registry` for one of the
 * measurements. Each is a file beside this one that returns lines.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { nearest } from './nearest.mjs';
import { predict } from './predict.mjs';
import { registry } from './registry.mjs';

const MEASUREMENTS = { registry, nearest, predict };

const [asked, ...rest] = process.argv.slice(2);
if (rest.length > 0 || (asked !== undefined && !Object.hasOwn(MEASUREMENTS, asked))) {
  console.error(`usage: npm run bench [-- ${Object.keys(MEASUREMENTS).join(' | ')}]`);
  process.exitCode = 2;
} else if (asked !== undefined) {
  console.log(MEASUREMENTS[asked]().join('\n'));
} else {
  // Each in a process of its own: what one has loaded or warmed up would make the next look faster.
  for (const name of Object.keys(MEASUREMENTS)) {
    const { status } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), name], { stdio: 'inherit' });
    if (status !== 0) process.exitCode = 1;
  }
}
