import { createRequire } from 'node:module';
import { progress } from '../harness/progress.mjs';
import { ask } from './jvm.mjs';

const require = createRequire(import.meta.url);

/** Which keys a session can set, by the library and by Spark. */
export async function compareSessions(checks, version, scratch) {
  const { lookUp, sessionProblem } = require('../../../lib/src/registry/lookup');
  const answers = await ask(version, scratch, 'SessionKeys', (jars) => [jars]);
  const differences = answers.flatMap((answer) => {
    const [key, theirs] = answer.split('\t');
    const verdict = lookUp(key, { spark: version });
    if (verdict.kind !== 'known' && verdict.kind !== 'deprecated') return [];
    const ours = sessionProblem(key, verdict) === undefined ? 'session' : 'launch';
    return ours === theirs ? [] : [`${key}: Spark says ${theirs}, the library ${ours}`];
  });
  if (checks.none(`Spark ${version} lets sessions set the keys that the library lets them`, differences)) {
    progress(`registries: Spark ${version} agrees on who sets ${answers.length} keys`);
  }
}
