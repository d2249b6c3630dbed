import { fileUri, fragmentOf, pathOf, rebuiltUri, schemeOf } from '../java/uri';
import type { ListFolder } from '../model';
import { filesMatching, PatternFlaw } from './glob';
import { refuse } from './refuse';

/**
 * The files that spark-submit finds: it takes the names of files on its own machine for patterns, puts the files that match in
 * their place, and drops folders and patterns without a match.
 *
 * @param uris resolved
 * @param listFolder without it nothing is known of the machine, and the names stay
 */
export function matchedFiles(key: string, uris: readonly string[], listFolder: ListFolder | undefined): string[] {
  return uris.flatMap((uri) => {
    const scheme = schemeOf(uri) ?? '';
    if (/[A-Z]/.test(scheme))
      refuse(`${key} names ${uri}, and there is no file system ${scheme}`, `write ${scheme.toLowerCase()}:`);
    if (scheme !== 'file') return [rebuiltUri(uri)];
    // put together again, what is behind a ? no longer belongs to the path
    const found = matching(key, pathOf(uri).replace(/\?.*$/s, ''), listFolder);
    if (found === undefined) return [uri];
    const fragment = fragmentOf(uri);
    if (fragment === undefined) return found.map(fileUri);
    if (found.length > 1) refuse(`${key} names ${uri}, which ${found.length} files match`, 'name one file in front of the #');
    return found.map((file) => `${fileUri(file)}#${fragment}`);
  });
}

const byUri = (one: string, other: string): number => (fileUri(one) < fileUri(other) ? -1 : 1);

/** Checks the pattern whether there are folders to look into or not. */
function matching(key: string, path: string, listFolder: ListFolder | undefined): string[] | undefined {
  const fix = 'write the path of a file';
  if (/[[\]]/.test(path)) refuse(`${key} names ${path}, and [ and ] may not stand in a path`, fix);
  try {
    const found = filesMatching(path, listFolder ?? (() => undefined));
    return listFolder === undefined ? undefined : found?.sort(byUri);
  } catch (error) {
    if (!(error instanceof PatternFlaw)) throw error;
    return refuse(`${key} names ${path}, ${error.message}`, fix);
  }
}
