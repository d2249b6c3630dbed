import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { cached } from '../../test/conformance/harness/cache.mjs';
import { run } from '../../test/conformance/harness/processes.mjs';

const COPY = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy';

function explained(error) {
  const missing = error.code === 'ENOENT';
  return missing ? new Error('mvn is missing: jars are fetched by Maven\n  install it: apt-get install maven') : error;
}

/** The path of one jar, without what it depends on, fetched by Maven. */
export async function mavenJar(group, artifact, version) {
  const folder = await cached(`maven-${artifact}-${version}`, (partial) =>
    run('mvn', ['-q', '-B', COPY, `-Dartifact=${group}:${artifact}:${version}`, `-DoutputDirectory=${partial}`], {
      cwd: partial,
    }).catch((error) => {
      throw explained(error);
    }),
  );
  return join(
    folder,
    readdirSync(folder).find((name) => name.endsWith('.jar')),
  );
}
