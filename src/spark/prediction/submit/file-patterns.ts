import { pathOf, schemeOf } from '../java/uri';
import { SparkRefusal } from '../model';

/**
 * Refuses what Hadoop cannot read as a pattern of files: spark-submit looks for the files of its own machine with each of the
 * names. Whether a right pattern matches any is known on that machine only.
 *
 * @param uris resolved
 */
export function checkFilePatterns(key: string, uris: readonly string[]): void {
  for (const uri of uris) {
    if (schemeOf(uri) !== 'file') continue;
    const path = pathOf(uri);
    const flaw = flawOf(path);
    if (flaw !== undefined) throw new SparkRefusal('submit', `${key} names ${path}, ${flaw}`, 'write the path of a file');
  }
}

function flawOf(path: string): string | undefined {
  if (/[[\]]/.test(path)) return 'and [ and ] may not stand in a path';
  if (path.endsWith('\\')) return 'which ends with a \\ that has nothing to escape';
  const open = [...path].reduce(
    (depth, letter) => (letter === '{' ? depth + 1 : letter === '}' && depth > 0 ? depth - 1 : depth),
    0,
  );
  return open > 0 ? 'with a { that is not closed' : undefined;
}
