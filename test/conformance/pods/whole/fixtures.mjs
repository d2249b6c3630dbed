import { readdirSync, readFileSync } from 'node:fs';
import { sentence } from './differences.mjs';
import { ask } from './random-questions.mjs';

const FOLDER = new URL('../cases/', import.meta.url);

/** Questions that once were answered wrongly, or that stand for a rule: `{ name, why, question }`. */
export function fixtures() {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => ({ name, ...JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) }));
}

/** Asks every fixture. */
export async function knownQuestions(checks, context, { name }) {
  for (const fixture of fixtures()) {
    const { found } = await ask(fixture.question, context);
    checks.none(`${name}: ${fixture.name} (${fixture.why})`, found.map(sentence));
  }
}
