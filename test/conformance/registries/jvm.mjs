import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MACHINE, printed } from '../../../scripts/registries/spark.mjs';
import { sparkJars } from '../build/spark-jars.mjs';
import { cached } from '../harness/cache.mjs';
import { projectRoot } from '../harness/manifests.mjs';
import { run } from '../harness/processes.mjs';

const own = join(dirname(fileURLToPath(import.meta.url)), 'jvm');
const shared = join(projectRoot, 'scripts', 'registries', 'jvm');

/** The programs of this folder, compiled with those that they share with the generator. */
function compiled() {
  const sources = [shared, own].flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)));
  const digest = createHash('sha256').update(sources.map((file) => readFileSync(file, 'utf8')).join('\0'));
  return cached(`registry-questions-${digest.digest('hex').slice(0, 12)}`, (folder) => run('javac', ['-d', folder, ...sources]));
}

/** The lines that a program of this folder prints, with the jars of a Spark version on its class path. */
export async function ask(version, scratch, program, argumentsOf) {
  const jars = await sparkJars(version);
  const output = await printed(
    MACHINE,
    join(scratch, program),
    [await compiled(), join(jars, '*')],
    program,
    ...argumentsOf(jars),
  );
  return output.split('\n').slice(0, -1);
}
