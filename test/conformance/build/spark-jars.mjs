import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cached } from '../harness/cache.mjs';
import { run } from '../harness/processes.mjs';

/**
 * The jars of one Spark version, with its Kubernetes part: the pyspark package holds all of them. Only the jars are kept.
 * Resolves to the folder of the jars.
 */
export async function sparkJars(version) {
  const folder = await cached(`spark-${version}`, async (partial) => {
    const venv = join(partial, 'venv');
    const download = join(partial, 'download');
    mkdirSync(download);
    await run('python3', ['-m', 'venv', venv]);
    await run(join(venv, 'bin', 'python'), [
      ...['-m', 'pip', 'download', '--quiet', '--disable-pip-version-check', '--no-deps', '--no-cache-dir'],
      ...['--no-binary', 'pyspark', '--dest', download, `pyspark==${version}`],
    ]);
    const archive = readdirSync(download).find((name) => name.endsWith('.tar.gz'));
    await run('tar', ['-xzf', join(download, archive), '-C', partial, '--strip-components=2', `pyspark-${version}/deps/jars`]);
    rmSync(venv, { recursive: true });
    rmSync(download, { recursive: true });
  });
  return join(folder, 'jars');
}
