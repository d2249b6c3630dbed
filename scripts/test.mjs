// `npm test`: lint and format, type check, then every test. With parameters (`npm test -- test/naming`) only those tests.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensure, ROOT } from './ensure.mjs';

ensure();
const [, , ...parameters] = process.argv;

if (parameters.length > 0) {
  process.exitCode = tool('jest/bin/jest.js', parameters) ? 0 : 1;
} else {
  const results = [
    check('lint', tool('@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.'])),
    check('type check', tool('typescript/bin/tsc', ['--noEmit', '-p', 'tsconfig.test.json'])),
    tests(),
  ];
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  const failed = results.reduce((sum, result) => sum + result.failed, 0);
  if (process.env.TEST_RESULT) writeFileSync(process.env.TEST_RESULT, JSON.stringify({ passed, failed }));
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

function check(name, isFine) {
  if (!isFine) console.log(`${name} failed`);
  return isFine ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** A test file that cannot even start counts as one failure, and so does a run that gives no result. */
function tests() {
  const folder = mkdtempSync(join(tmpdir(), 'jest-result-'));
  const file = join(folder, 'result.json');
  const isFine = tool('jest/bin/jest.js', ['--ci', '--json', `--outputFile=${file}`], ['inherit', 'ignore', 'inherit']);
  const result = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  rmSync(folder, { recursive: true });
  if (result === undefined) return { passed: 0, failed: 1 };
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  // Jest also fails for reasons that are no test, such as a snapshot file that belongs to nothing.
  return { passed: result.numPassedTests, failed: failed === 0 && !isFine ? 1 : failed };
}

function tool(program, options, stdio = 'inherit') {
  const { status } = spawnSync(process.execPath, [join(ROOT, 'node_modules', program), ...options], { cwd: ROOT, stdio });
  return status === 0;
}
