#!/usr/bin/env node
/**
 * Compares the library with the real engines: `node test/conformance/run.mjs [tier…] [-- --cases N --seed S --version V | --pair S/A]`.
 * Without a tier, all of them. The last line is `N passed, N failed`; the exit code is 1 when anything failed and 2 when the
 * command line is wrong. `CONFORMANCE_RESULT` names a file that gets the counts as JSON.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { apiServerTier } from './api-server/tier.mjs';
import { chartTier } from './chart/tier.mjs';
import { Checks } from './harness/checks.mjs';
import { stopAll } from './harness/processes.mjs';
import { elapsed, progress } from './harness/progress.mjs';
import { operatorTier } from './operator/tier.mjs';
import { podsTier } from './pods/tier.mjs';
import { registriesTier } from './registries/tier.mjs';

const TIERS = {
  pods: podsTier,
  chart: chartTier,
  registries: registriesTier,
  'api-server': apiServerTier,
  operator: operatorTier,
};

function wholeNumber(name, text, least) {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < least) {
    throw new Error(`--${name} is ${text}; write a whole number of at least ${least}`);
  }
  return value;
}

/** The only Spark versions that the pods tier is to ask: one, or the submitter's and the application's. */
function sparkPair({ version, pair }) {
  if (version === undefined && pair === undefined) {
    return undefined;
  }
  const [submitter, application] = (pair ?? `${version}/${version}`).split('/');
  if (
    (version !== undefined && pair !== undefined) ||
    !/^\d+\.\d+\.\d+$/.test(submitter) ||
    !/^\d+\.\d+\.\d+$/.test(application)
  ) {
    throw new Error(`write --version 4.1.4 or --pair 4.0.4/3.5.9 (submitter/application), not both`);
  }
  return { submitter, application };
}

/** Tiers before `--` and options after it are both accepted anywhere, so that `npm run conformance pods -- --seed 1` works. */
function commandLine() {
  const { values, positionals } = parseArgs({
    args: process.argv.slice(2).filter((argument) => argument !== '--'),
    options: {
      cases: { type: 'string' },
      seed: { type: 'string' },
      version: { type: 'string' },
      pair: { type: 'string' },
    },
    allowPositionals: true,
  });
  const unknown = positionals.filter((tier) => !Object.hasOwn(TIERS, tier));
  if (unknown.length > 0) {
    throw new Error(`no tier is called ${unknown.join(', ')}; there are ${Object.keys(TIERS).join(', ')}`);
  }
  return {
    tiers: positionals.length > 0 ? [...new Set(positionals)] : Object.keys(TIERS),
    cases: values.cases === undefined ? undefined : wholeNumber('cases', values.cases, 1),
    seed: values.seed === undefined ? Math.floor(Math.random() * 2 ** 31) : wholeNumber('seed', values.seed, -(2 ** 31)),
    pair: sparkPair(values),
  };
}

function options() {
  try {
    return commandLine();
  } catch (error) {
    console.error(error.message);
    process.exit(2);
  }
}

async function runTier(tier, context) {
  const checks = new Checks(tier);
  progress(`${tier}: starts`);
  try {
    await TIERS[tier](checks, context);
  } catch (error) {
    checks.fail('the tier could not be finished', error.message);
  }
  progress(`${tier}: ${checks.passed} passed, ${checks.failed} failed`);
  return checks;
}

const { tiers, cases, seed, pair } = options();
const scratch = mkdtempSync(join(tmpdir(), 'conformance-'));
const versions = JSON.parse(readFileSync(new URL('versions.json', import.meta.url), 'utf8'));
const tidy = async () => {
  await stopAll();
  if (process.env.CONFORMANCE_KEEP) {
    progress(`kept ${scratch}`);
  } else {
    rmSync(scratch, { recursive: true, force: true });
  }
};
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
]) {
  process.once(signal, async () => {
    progress(`${signal}: stopping what this run started`);
    await tidy();
    process.exit(code);
  });
}

const results = [];
try {
  progress(
    `versions: ${Object.entries(versions)
      .map((entry) => entry.join(' '))
      .join(', ')}`,
  );
  for (const tier of tiers) {
    results.push(await runTier(tier, { versions, scratch, cases, seed, pair }));
  }
} finally {
  await tidy();
}

const total = (key) => results.reduce((sum, checks) => sum + checks[key], 0);
if (process.env.CONFORMANCE_RESULT) {
  const counts = results.map(({ tier, passed, failed }) => ({ tier, passed, failed }));
  writeFileSync(
    process.env.CONFORMANCE_RESULT,
    `${JSON.stringify({ passed: total('passed'), failed: total('failed'), seed, tiers: counts }, null, 2)}\n`,
  );
}
progress(`finished after ${elapsed()}`);
console.log(`${total('passed')} passed, ${total('failed')} failed`);
process.exitCode = total('failed') > 0 ? 1 : 0;
