import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../../architecture/files';

const PROGRAM = join(ROOT, 'lib/src/cli/spark-platform.js');
const QUESTION = `${JSON.stringify({
  args: ['--class', 'org.example.Job', 'local:///opt/job.jar'],
  conf: { 'spark.kubernetes.container.image': 'r.example.com/spark:1' },
  sparkVersion: '3.5.9',
})}\n`;

// In a folder where there is nothing to find.
const folder = mkdtempSync(join(tmpdir(), 'predict-'));
afterAll(() => rmSync(folder, { recursive: true }));

function start(...args: readonly string[]): ChildProcessWithoutNullStreams {
  const child = spawn(process.execPath, [PROGRAM, 'predict', ...args], { cwd: folder, env: { SPARK_USER: 'operator' } });
  child.stdout.setEncoding('utf8');
  child.stderr.setEncoding('utf8');
  return child;
}

async function nextLine({ stdout }: ChildProcessWithoutNullStreams): Promise<string> {
  let text = '';
  while (!text.endsWith('\n')) text += (await once(stdout, 'data'))[0];
  return text;
}

test('an answer comes before the next question is asked', async () => {
  const child = start('--batch');
  for (const id of [1, 2]) {
    child.stdin.write(QUESTION.replace('{', `{"id":${id},`));
    const answer = JSON.parse(await nextLine(child));
    expect(answer.id).toBe(id);
    expect(answer.driver.spec.containers[0].env).toContainEqual({ name: 'SPARK_USER', value: 'operator' });
  }
  child.stdin.end();
  expect((await once(child, 'close'))[0]).toBe(0);
});

test('whoever reads slowly is waited for', async () => {
  const child = start('--batch');
  const count = 1000;
  child.stdin.write(QUESTION.repeat(count), () => child.stdin.end());
  await new Promise((resolve) => setTimeout(resolve, 500));
  let lines = 0;
  for await (const text of child.stdout) lines += text.split('\n').length - 1;
  expect(lines).toBe(count);
}, 30_000);

test('whoever reads no further ends it without a word', async () => {
  const child = start('--batch');
  child.stdin.on('error', () => {});
  child.stdin.write(QUESTION.repeat(2000));
  await once(child.stdout, 'data');
  child.stdout.destroy();
  let complaints = '';
  child.stderr.on('data', (text) => {
    complaints += text;
  });
  expect((await once(child, 'close'))[0]).toBe(0);
  expect(complaints).toBe('');
});

test('exit codes', async () => {
  const codes = [['--help'], ['--spark-version', '3.5.9', '--conf', 'spark.x=1'], ['--conf', '.']].map(
    async (args) => (await once(start(...args), 'close'))[0],
  );
  expect(await Promise.all(codes)).toEqual([0, 1, 2]);
});
