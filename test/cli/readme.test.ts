import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { run } from '../../src/cli/main';
import { ROOT } from '../architecture/files';

/** Files that the README names, by their names. */
const FILES: { readonly [name: string]: string } = {
  'kyuubi-defaults.conf': 'test/cli/predict/kyuubi-defaults.conf',
  'spark-defaults.conf': 'test/cli/predict/kyuubi-defaults.conf',
  'sparkapplication-sample-etl-job.yaml': 'dist/lakehouse/dev/jobs/data-platform/sparkapplication-sample-etl-job.yaml',
};

interface Example {
  readonly command: string;
  readonly output: string;
}

const README = readFileSync(join(ROOT, 'README.md'), 'utf8');

/** Every command of the README with what it says that it prints. */
const EXAMPLES = [...README.matchAll(/```console\n(.*?)```/gs)]
  .flatMap(([, block = '']) => block.split(/^\$ /m).slice(1))
  .map((text): Example => {
    const [command = ''] = /^(?:.*\\\n)*.*\n/.exec(text) ?? [];
    return {
      command: command
        .replaceAll(/\\\n\s*/g, '')
        .replace(/ #.*/, '')
        .trim(),
      output: text.slice(command.length),
    };
  })
  .filter(({ command }) => command.includes('spark-platform'));

async function printed(command: string) {
  const [, question = '', call = ''] = /^(?:echo '(.*)' \| )?npx spark-platform (.*)$/.exec(command) ?? [];
  const out = { stdout: '', stderr: '' };
  const code = await run(call.split(/\s+/), {
    stdout: (text) => {
      out.stdout += text;
    },
    stderr: (text) => {
      out.stderr += text;
    },
    readFile: (path) => readFileSync(join(ROOT, FILES[basename(path)] ?? path), 'utf8'),
    stdin: (async function* () {
      yield `${question}\n`;
    })(),
  });
  return { code, ...out };
}

/** The README leaves out whole objects: `…`. */
function patternOf(output: string): RegExp {
  const parts = output.split('…').map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 's');
}

test('the README has examples of both commands', () => {
  expect(EXAMPLES.length).toBeGreaterThanOrEqual(6);
});

test.each(EXAMPLES)('$command', async ({ command, output }) => {
  const { code, stdout, stderr } = await printed(command);
  expect(code).not.toBe(2);
  if (output.includes('…')) expect(stdout).toMatch(patternOf(output));
  else if (output.trim() !== '') expect(stdout || stderr).toBe(output);
});
