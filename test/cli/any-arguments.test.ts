import fc from 'fast-check';
import { run } from '../../src/cli/main';

const FILES: { readonly [path: string]: string } = {
  'a.conf': 'spark.kubernetes.container.image i\nspark.executor.memory 2g\n',
  'b.conf': 'spark.executor.memory: "2g" # big\nkyuubi.x y\n\\',
  'pod.yaml': 'apiVersion: v1\nkind: Pod\nspec: {containers: [{name: a, resources: {limits: {cpu: x}}}]}\n',
  'job.yaml': 'apiVersion: sparkoperator.k8s.io/v1beta2\nkind: SparkApplication\nspec: {sparkVersion: 3.5.9}\n',
  'utf16.conf': '\uFFFDs\0p\0',
  empty: '',
};

const word = fc.oneof(
  fc.constantFrom(...Object.keys(FILES), 'missing', '3.5.9', '4.1.4', '3.4', '1.12', 'spark.executor.memory', ''),
  fc.constantFrom('spark.kubernetes.container.image=i', 'spark.executor.instances=x', 'spark.driver.memory=1', '=', '-x', '--'),
  fc.string(),
);
const option = fc.constantFrom(
  ...['--conf', '--application', '--driver-template', '--executor-template', '--spark-version', '--submitter-version'],
  ...['--kyuubi-version', '--python', '--r', '--user', '--batch', '--explain', '--json', '--allow', '--from', '--to', '--all'],
);
const given = fc.oneof(
  fc.tuple(option, word),
  fc.tuple(option, word).map((both) => [both.join('=')]),
  option.map((name) => [name]),
  fc.constant(['--spark-version', '3.5.9', '--conf', 'a.conf']),
);

test('whatever the arguments are, the program says what is wrong with them', async () => {
  const call = fc.tuple(fc.constantFrom('predict', 'explain'), fc.array(given, { maxLength: 6 }));
  await fc.assert(
    fc.asyncProperty(call, async ([command, args]) => {
      const out = { stdout: '', stderr: '' };
      const code = await run([command, ...args.flat()], {
        stdout: (text) => {
          out.stdout += text;
        },
        stderr: (text) => {
          out.stderr += text;
        },
        readFile: (path) => {
          if (!Object.hasOwn(FILES, path)) throw Object.assign(new Error(path), { code: 'ENOENT' });
          return FILES[path] as string;
        },
      });
      expect([0, 1, 2]).toContain(code);
      if (code !== 2) return;
      expect(out.stdout).toBe('');
      expect(out.stderr).toMatch(/^.+\n(.+\n)*\nusage: /);
    }),
    { numRuns: 2000 },
  );
}, 60_000);
