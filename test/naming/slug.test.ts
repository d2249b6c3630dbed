import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { dagSlug, dnsLabelProblem, toDnsLabel } from '../../src/naming';

interface SlugVector {
  readonly id: string;
  readonly max: number;
  readonly slug: string;
}

const vectors: { readonly slug: readonly SlugVector[] } = JSON.parse(readFileSync(join(__dirname, 'dag-slug.json'), 'utf8'));

const anyText = fc.oneof(
  fc.string({ maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.string({ unit: fc.constantFrom('a', 'A', '1', '_', '-', '.', 'x', ' '), maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 300 }),
);
const anyLimit = fc.integer({ min: 10, max: 63 });

describe('toDnsLabel', () => {
  test.each([
    ['analytics_pipeline_v2', 'analytics-pipeline-v2'],
    ['Prod_Analytics/dbt.run', 'prod-analytics-dbt-run'],
    ['-a', 'a'],
    ['_a_', 'a'],
    ['3d-render', '3d-render'],
    ['données', 'donn-es'],
  ])('reads %j as %s', (text, label) => {
    expect(toDnsLabel(text)).toBe(label);
  });

  test('hashes only what it has to shorten', () => {
    expect(toDnsLabel('a'.repeat(63))).toBe('a'.repeat(63));
    // printf 'a%.0s' $(seq 64) | sha256sum
    expect(toDnsLabel('a'.repeat(64))).toBe(`${'a'.repeat(54)}-ffe054fe`);
  });

  test('names a text without letters and digits by its hash', () => {
    // printf '' | sha256sum
    expect(toDnsLabel('')).toBe('xe3b0c442');
    expect(toDnsLabel('任務')).toBe('xc72c7750');
  });

  test('refuses a limit that no hash fits into', () => {
    expect(() => toDnsLabel('a', 9)).toThrow('a name of at most 9 characters cannot hold a hash, 10 can');
  });

  test('gives a valid label within the limit, always the same, and leaves labels alone', () => {
    fc.assert(
      fc.property(anyText, anyLimit, (text, limit) => {
        const label = toDnsLabel(text, limit);
        expect(dnsLabelProblem(label)).toBeUndefined();
        expect(label.length).toBeLessThanOrEqual(limit);
        expect(toDnsLabel(text, limit)).toBe(label);
        expect(toDnsLabel(label, limit)).toBe(label);
      }),
    );
  });

  test('keeps long texts apart', () => {
    const long = fc.string({ unit: fc.constantFrom('a', 'b', '-', '_'), minLength: 64, maxLength: 80 });
    const labels = new Map<string, string>();
    fc.assert(
      fc.property(long, (text) => {
        const label = toDnsLabel(`${text}z`, 20);
        expect(labels.get(label) ?? text).toBe(text);
        labels.set(label, text);
      }),
    );
  });
});

describe('dagSlug', () => {
  test.each(vectors.slug)('$id', ({ id, max, slug }) => {
    expect(dagSlug(id, max)).toBe(slug);
  });

  test('gives a valid label within the limit', () => {
    fc.assert(
      fc.property(anyText, anyLimit, (text, limit) => {
        const slug = dagSlug(text, limit);
        expect(dnsLabelProblem(slug)).toBeUndefined();
        expect(slug.length).toBeLessThanOrEqual(limit);
      }),
    );
  });

  test('never gives two ids one name', () => {
    const alphabet = [...'aA1_-.'];
    let ids = [''];
    const slugs = new Map<string, string>();
    for (let length = 1; length <= 5; length += 1) {
      ids = ids.flatMap((id) => alphabet.map((letter) => id + letter));
      for (const id of ids) slugs.set(dagSlug(id, 37), id);
    }
    expect(slugs.size).toBe(6 + 6 ** 2 + 6 ** 3 + 6 ** 4 + 6 ** 5);
  });
});
