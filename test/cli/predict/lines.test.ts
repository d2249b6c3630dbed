import fc from 'fast-check';
import { linesOf } from '../../../src/cli/predict/lines';

async function* pieces(texts: readonly string[]): AsyncIterable<string> {
  yield* texts;
}

async function collected(texts: readonly string[]): Promise<string[]> {
  const all: string[] = [];
  for await (const lines of linesOf(pieces(texts))) all.push(...lines);
  return all;
}

test('lines are the same however the text is cut into pieces', async () => {
  const line = fc.string().map((text) => text.replaceAll('\n', ''));
  await fc.assert(
    fc.asyncProperty(fc.array(line), fc.array(fc.nat(30)), async (lines, cuts) => {
      const text = lines.map((content) => `${content}\n`).join('');
      let rest = text;
      const parts = cuts.map((length) => {
        const part = rest.slice(0, length);
        rest = rest.slice(length);
        return part;
      });
      expect(await collected([...parts, rest])).toEqual(lines);
    }),
  );
});

test('the last line needs no end', async () => {
  expect(await collected(['a\nb', 'c'])).toEqual(['a', 'bc']);
});

test('what is complete does not wait for the rest', async () => {
  const seen: string[] = [];
  async function* slow(): AsyncIterable<string> {
    yield 'a\nb';
    expect(seen).toEqual(['a']);
    yield '\n';
  }
  for await (const lines of linesOf(slow())) seen.push(...lines);
  expect(seen).toEqual(['a', 'b']);
});

test('a long line costs no more than its length', async () => {
  // 32 MB in pieces of 1 KB: looked through again with every piece it would take minutes.
  const parts = Array.from({ length: 32_768 }, () => 'x'.repeat(1024));
  const start = process.cpuUsage();
  expect((await collected([...parts, '\n']))[0]).toHaveLength(2 ** 25);
  expect(process.cpuUsage(start).user).toBeLessThan(5_000_000);
});
