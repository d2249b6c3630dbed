import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Case, outcome } from './platform';
import type { Sample } from './sample';
import { SAMPLES } from './samples';

/** What the compiler for other languages knows of the package: the types that users see. */
const { types } = JSON.parse(readFileSync(join(__dirname, '../../.jsii'), 'utf8')) as {
  types: Record<string, { name: string; datatype?: boolean; properties?: { name: string }[] }>;
};
/** Structs that users read, not write. */
const ANSWERS = ['ExecutorsPrediction', 'PodMemoryParts', 'PodPrediction', 'SparkApplicationPods'];

const structs = Object.values(types).filter(({ name, datatype }) => datatype === true && !ANSWERS.includes(name));
const props = structs.flatMap(({ name, properties = [] }) => properties.map((property) => [name, property.name] as const));

test('every prop has a sample, and every sample is of a prop', () => {
  const sampled = Object.entries(SAMPLES).flatMap(([struct, { values }]) =>
    Object.keys(values).map((prop) => `${struct}.${prop}`),
  );
  expect(sampled.sort()).toEqual(props.map((names) => names.join('.')).sort());
});

/** What a base writes, synthesized once. */
const bases = new Map<string, string>();
function written(key: string, make: () => Case): string {
  const known = bases.get(key) ?? outcome(make);
  if (typeof known !== 'string') {
    expect(known.refused).toBeUndefined();
    bases.set(key, known.written as string);
  }
  return bases.get(key) as string;
}

test.each(props)('%s.%s changes the output or is refused', (struct, prop) => {
  const { place, base, values, beside, refused } = SAMPLES[struct] as Sample;
  const before = { ...base, ...beside?.[prop] };
  const without = written(beside?.[prop] === undefined ? struct : `${struct}.${prop}`, () => place(before));
  const made = outcome(() => place({ ...before, [prop]: values[prop] }));
  const error = refused?.[prop];
  if (error !== undefined) expect(made.refused).toMatch(error);
  else {
    expect(made.refused).toBeUndefined();
    // Not toEqual: a difference of two whole trees takes long to print.
    expect(made.written === without).toBe(false);
  }
});
