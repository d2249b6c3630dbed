import { createRequire } from 'node:module';
import { cpuMillis, line } from './cpu.mjs';

const require = createRequire(import.meta.url);
const CHECKS = 1000;

/** Loads the code, then the registry of one version, and checks 1,000 keys with their values: each for the first time. */
export function registry() {
  let lookup;
  const code = cpuMillis(() => {
    lookup = require('../../lib/src/registry/lookup');
  });
  const millis = cpuMillis(() => {
    const keys = [...lookup.versionRegistry('spark', '4.0').keys()].slice(0, CHECKS);
    for (const key of keys) lookup.launchProblem(key, '1', { submitter: '4.0.4', application: '4.0.4' });
  });
  return [
    line('load the code of the look-up', code, 'ms CPU'),
    line('load one registry and check 1,000 keys', millis, 'ms CPU', 20),
  ];
}
