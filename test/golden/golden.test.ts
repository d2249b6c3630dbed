import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { DIST, readTree } from './tree';

const ROOT = path.dirname(DIST);

let folder: string;
beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'golden-'));
});
afterAll(() => fs.rmSync(folder, { recursive: true }));

function synth(name: string, environment: NodeJS.ProcessEnv, cwd = ROOT, umask = '022'): Map<string, string> {
  const outdir = path.join(folder, name);
  const command = `umask ${umask}; exec ${JSON.stringify(process.execPath)} ${JSON.stringify(path.join(ROOT, 'lib', 'apps', 'main.js'))}`;
  const { status, stderr } = spawnSync('sh', ['-c', command], {
    cwd,
    env: { PATH: process.env['PATH'], CDK8S_OUTDIR: outdir, ...environment },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return readTree(outdir);
}

test('dist/ is what synth gives: run `npm run synth` and commit', () => {
  expect([...synth('plain', {})]).toEqual([...readTree(DIST)]);
});

test('the same bytes in another time zone, locale, folder, umask and environment', () => {
  const other = {
    TZ: 'Asia/Kathmandu',
    LANG: 'tr_TR.UTF-8',
    LC_ALL: 'tr_TR.UTF-8',
    HOME: '/nonexistent',
    USER: 'somebody',
    CDK8S_DISABLE_SORT: '1',
  };
  expect([...synth('other', other, folder, '077')]).toEqual([...readTree(DIST)]);
});

test('the cdk8s command gives the same bytes', () => {
  const outdir = path.join(folder, 'cli');
  const cli = path.join(ROOT, 'node_modules', 'cdk8s-cli', 'bin', 'cdk8s');
  const { status, stderr, stdout } = spawnSync(process.execPath, [cli, 'synth', '--check-upgrade=false', '--output', outdir], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stdout + stderr);
  expect([...readTree(outdir)]).toEqual([...readTree(DIST)]);
});
