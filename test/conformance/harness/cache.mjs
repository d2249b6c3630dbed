import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { progress, timed } from './progress.mjs';

/** Where builds and downloads are kept, outside the work tree and shared by all clones. */
export const cacheRoot =
  process.env.CDK8S_SPARK_PLATFORM_CACHE || join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'cdk8s-spark-platform');

/**
 * The cached folder `name` (its name holds every version it depends on). When it is missing, `make(folder)` fills a folder
 * beside it, which is renamed into place only when complete: a run that is stopped half-way leaves nothing that looks finished.
 */
export async function cached(name, make) {
  const folder = join(cacheRoot, name);
  if (existsSync(folder)) {
    progress(`${name}: cached in ${folder}`);
    return folder;
  }
  mkdirSync(dirname(folder), { recursive: true });
  const partial = mkdtempSync(`${folder}.partial-`);
  try {
    await timed(`${name}: making it (kept in ${folder})`, () => make(partial));
    try {
      renameSync(partial, folder);
    } catch (error) {
      if (!existsSync(folder)) {
        throw error; // otherwise another run finished the same folder first: use that one
      }
    }
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
  return folder;
}
