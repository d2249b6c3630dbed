// Runs the platform's apps: what `cdk8s synth` starts. The output folder is CDK8S_OUTDIR.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensure, ROOT } from './ensure.mjs';

/**
 * Synthesizes all apps into a folder.
 *
 * @returns whether that went well; if not, the error has been printed: of a mistake in an app only what to mend, of a
 *   mistake in the library also where.
 */
export function runApps() {
  try {
    createRequire(import.meta.url)(join(ROOT, 'lib', 'apps', 'main.js'));
    // An app may report its mistakes itself.
    return (process.exitCode ?? 0) === 0;
  } catch (error) {
    const isRefusal = error instanceof Error && error.constructor === Error;
    console.error(isRefusal ? error.message : error);
    return false;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  ensure();
  if (!runApps()) process.exitCode = 1;
}
