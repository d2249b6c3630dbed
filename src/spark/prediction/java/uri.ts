import { trim } from './text';

const SCHEME = /^([a-zA-Z][a-zA-Z0-9+.-]*):(?=.)/;

/** Characters that Java's URI takes as they are (besides escaped and non-ASCII ones). */
const LEGAL = /^[a-zA-Z0-9\-_.!~*'()%;/?:@&=+$,[\]#\u0080-\uffff]*$/;

/** The scheme of a URI; undefined when there is none or it is no URI. */
export function schemeOf(uri: string): string | undefined {
  return LEGAL.test(uri) && (uri.match(/#/g)?.length ?? 0) <= 1 ? SCHEME.exec(uri)?.[1] : undefined;
}

/** A path as Spark resolves it: what has a scheme stays, anything else becomes an absolute `file:` URI. */
export function resolveUri(path: string): string {
  if (schemeOf(path) !== undefined) return path;
  const hash = path.indexOf('#');
  const legal = LEGAL.test(path);
  const [file, fragment] = legal && hash >= 0 ? [path.slice(0, hash), path.slice(hash)] : [path, ''];
  return `file:${escapePath(canonicalPath(file))}${fragment}`;
}

/** A list of paths parted by commas, each resolved; empty ones are dropped. */
export function resolveUris(paths: string): string {
  return paths
    .split(',')
    .filter((path) => trim(path) !== '')
    .map(resolveUri)
    .join(',');
}

/** Whether a resolved file is on the submitter's machine, so that it has to be uploaded. */
export function isSubmittersFile(uri: string): boolean {
  if (uri === 'spark-internal') return false;
  const scheme = schemeOf(resolveUri(uri));
  return scheme === undefined || scheme === 'file';
}

/** The path of a `file:` URI. */
export function pathOf(uri: string): string {
  const path = uri.replace(/^file:(\/\/(?=\/))?/, '').replace(/#.*$/, '');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** spark-submit's working directory is taken as the root: it is not known, and such files get uploaded anyway. */
function canonicalPath(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}

function escapePath(path: string): string {
  return path.replaceAll(/[^a-zA-Z0-9\-_.!~*'():@&=+$,;/\u0080-\uffff]/g, (character) => encodeURIComponent(character));
}
