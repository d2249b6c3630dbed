import fc from 'fast-check';
import { run } from '../../src/cli/main';
import { readProperties } from '../../src/cli/properties';

function call(args: readonly string[], files: { readonly [path: string]: string } = {}) {
  const out = { stdout: '', stderr: '' };
  const code = run(args, {
    stdout: (text) => {
      out.stdout += text;
    },
    stderr: (text) => {
      out.stderr += text;
    },
    readFile: (path) => {
      if (!Object.hasOwn(files, path)) throw new Error(`no such file: ${path}`);
      return files[path] as string;
    },
  });
  return { code, ...out };
}

test('a known key is explained', () => {
  const { code, stdout, stderr } = call(['explain', 'spark.executor.memory', '--spark-version', '4.0']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain('a key of Spark 4.0');
  expect(stdout).toContain('bytes, a bare number counts MiB');
  expect(stdout).toContain('3.5, 4.0, 4.1, 4.2');
});

test('a misspelt key is a finding, with what was meant', () => {
  const { code, stdout } = call(['explain', 'spark.sql.shufle.partitions', '--json']);
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject([
    { verdict: 'unknown', nearest: expect.arrayContaining(['spark.sql.shuffle.partitions']) },
  ]);
});

test('what changes between versions, for the keys that a file uses', () => {
  const files = { 'a.conf': 'spark.mesos.coarse true\nspark.executor.memory=2g\n' };
  const used = call(['explain', '--from', '3.5', '--to', '4.1', 'a.conf'], files);
  expect(used.code).toBe(1);
  expect(used.stdout).toContain('gone (1)\n  spark.mesos.coarse\n');
  const all = JSON.parse(call(['explain', '--from', '3.5', '--to', '4.1', 'a.conf', '--all', '--json'], files).stdout);
  expect(all.gone.length).toBeGreaterThan(1);
  // The default turned with Spark 4.0.
  expect(all.defaults).toContainEqual({ key: 'spark.sql.ansi.enabled', from: 'false', to: 'true' });
});

test.each([
  [[], 'no command'],
  [['explode'], "'explode' is no command"],
  [['explain'], 'no key'],
  [['explain', '--wrong'], 'wrong'],
  [['explain', 'a', '--spark-version', '2.4'], "--spark-version is '2.4'"],
  [['explain', '--from', '3.5'], 'belong together'],
  [['explain', '--from', '3.5', '--to', '1.12'], 'two engines'],
  [['explain', '--from', '3.5', '--to', '4.1', 'missing.conf'], "'missing.conf' cannot be read"],
])('%j is wrong usage', (args, message) => {
  const { code, stdout, stderr } = call(args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(message);
  expect(stderr).not.toMatch(/\n\s+at /);
});

test('help is no mistake', () => {
  expect(call(['--help']).code).toBe(0);
  expect(call(['explain', '--help']).stdout).toContain('--kyuubi-version');
});

/** As `java.util.Properties.store` writes: what has a meaning is escaped, and so is all beyond ASCII. */
const escaped = (text: string): string =>
  text.replaceAll(/[\\=:#! \t\n\r\f]|[^\x20-\x7e]/g, (letter) =>
    /[\\=:#! ]/.test(letter) ? `\\${letter}` : `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

test('properties survive being written and read', () => {
  const key = fc.string({ minLength: 1 });
  const value = fc.string().map((text) => text.trim());
  fc.assert(
    fc.property(fc.array(fc.tuple(key, value)), (pairs) => {
      const text = pairs.map(([name, content]) => `${escaped(name)}=${escaped(content)}\n`).join('');
      expect(readProperties(text).map((property) => [property.key, property.value])).toEqual(pairs);
    }),
  );
});

test('the grammar of properties', () => {
  const text = '# no\n! no\n\n a b c \nd:e=f\n  g = h\\\n    i\nj\\ k l\nm\nn \\u0041\\t\\q\r\no=p\\\\\n';
  expect(readProperties(text).map(({ key, value, line }) => [key, value, line])).toEqual([
    ['a', 'b c', 4],
    ['d', 'e=f', 5],
    ['g', 'hi', 6],
    ['j k', 'l', 8],
    ['m', '', 9],
    ['n', 'A\tq', 10],
    ['o', 'p\\', 11],
  ]);
});
