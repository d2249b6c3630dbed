import { createRequire } from 'node:module';
import { cpuMillis, line } from './cpu.mjs';

const require = createRequire(import.meta.url);
const SEARCHES = 500;

/** Finds what unknown keys were meant as: real keys with a letter missing in their middle. */
export function nearest() {
  const { lookUp, versionRegistry } = require('../../lib/src/registry/lookup');
  const keys = [...versionRegistry('spark', '4.0').keys()];
  const step = Math.floor(keys.length / SEARCHES);
  const wrong = Array.from({ length: SEARCHES }, (_, index) => {
    const key = keys[index * step];
    return key.slice(0, key.length >> 1) + key.slice((key.length >> 1) + 1);
  });
  const millis = cpuMillis(() => {
    for (const key of wrong) lookUp(key, { spark: '4.0' });
  }, 3);
  const known = cpuMillis(() => {
    for (const key of keys) lookUp(key, { spark: '4.0' });
  }, 3);
  const [search, look] = [millis / SEARCHES, known / keys.length];
  return [
    line('find the nearest keys of an unknown one', search, 'ms CPU', 3),
    line('the same in look-ups of a known key', search / look, 'times'),
  ];
}
