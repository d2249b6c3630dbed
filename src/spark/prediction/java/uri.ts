import { trim } from './text';

const UNRESERVED = "a-zA-Z0-9\\-_.!~*'()";
/** Java takes characters beyond ASCII that are no spaces and no control characters. */
const OTHER = '\\u0080-\\uffff';
const charsOf = (chars: string): string => `(?:[${chars}${UNRESERVED}${OTHER}]|%[0-9a-fA-F]{2})`;
const ANY = charsOf(';/?:@&=+$,[\\]');
const IN_PATH = charsOf(';/:@&=+$,');
const AUTHORITY = `(?:${charsOf(';:@&=+$,')}|\\[[0-9a-fA-F:.%]+\\])+`;
const SCHEME = '[a-zA-Z][a-zA-Z0-9+.-]*';
/** A path that stands alone may not begin like a scheme. */
const HIERARCHICAL = `(?://(?:${AUTHORITY}|(?=[/?#])))?${IN_PATH}*(?:\\?${ANY}*)?`;
const URI = new RegExp(`^(?:(${SCHEME}):(?:(?=/)${HIERARCHICAL}|(?!/)${ANY}+)|(?![^/?#]*:)${HIERARCHICAL})(?:#(${ANY}*))?$`);
const NEVER = /[\p{Z}\p{Cc}]/u;

/** What nearly all texts are; a quick way to tell that there is nothing to look at. */
const PLAIN = /^([a-z][a-z0-9]*):\/{1,3}[a-zA-Z0-9\-_.:/]+$/;

/** Whether Java reads a text as a URI. */
export function isUri(text: string): boolean {
  return PLAIN.test(text) || (URI.test(text) && !NEVER.test(text));
}

/** The scheme of a URI; undefined when there is none or it is no URI. */
export function schemeOf(uri: string): string | undefined {
  const plain = PLAIN.exec(uri);
  if (plain !== null) return plain[1];
  return NEVER.test(uri) ? undefined : (URI.exec(uri)?.[1] ?? undefined);
}

/** What stands behind the # of a URI, decoded. */
export function fragmentOf(uri: string): string | undefined {
  const hash = uri.indexOf('#');
  return hash < 0 ? undefined : decoded(uri.slice(hash + 1));
}

/** A URI with a scheme as Java puts it together again from its parts: escaped only where it has to be. */
export function rebuiltUri(uri: string): string {
  if (!uri.includes('%')) return uri;
  const [whole] = uri.split('#');
  const fragment = fragmentOf(uri);
  const colon = whole.indexOf(':');
  const rest = decoded(whole.slice(colon + 1)).replaceAll(
    /[^a-zA-Z0-9\-_.!~*'();/?:@&=+$,[\]\u{80}-\u{10ffff}]|[\p{Z}\p{Cc}]/gu,
    (character) => encodeURIComponent(character),
  );
  return `${whole.slice(0, colon + 1)}${rest}${fragment === undefined ? '' : `#${fragment}`}`;
}

/**
 * A path as Spark resolves it: what has a scheme stays, anything else becomes an absolute `file:` URI.
 *
 * @param folder spark-submit's working directory
 */
export function resolveUri(path: string, folder = '/'): string {
  if (schemeOf(path) !== undefined) return path;
  const absolute = (file: string): string => (file.startsWith('/') ? file : `${folder}/${file}`);
  const hash = path.indexOf('#');
  if (hash < 0 || !isUri(path)) return `file:${escapePath(canonicalPath(absolute(path)))}`;
  // in front of a fragment, . and .. stay
  const file = decoded(path.slice(0, hash).replace(/\?.*$/, ''));
  return `file:${escapePath(
    absolute(file)
      .replaceAll(/\/+/g, '/')
      .replace(/(?<=.)\/$/, ''),
  )}${path.slice(hash)}`;
}

/** A list of paths parted by commas, each resolved; empty ones are dropped. */
export function resolveUris(paths: string, folder?: string): string {
  return paths
    .split(',')
    .filter((path) => trim(path) !== '')
    .map((path) => resolveUri(path, folder))
    .join(',');
}

/** The URI of an absolute path. */
export const fileUri = (path: string): string => `file:${escapePath(path)}`;

/** Whether a resolved file is on the submitter's machine, so that it has to be uploaded. */
export function isSubmittersFile(uri: string): boolean {
  if (uri === 'spark-internal') return false;
  const scheme = schemeOf(resolveUri(uri));
  return scheme === undefined || scheme === 'file';
}

/** The path of a `file:` URI. */
export function pathOf(uri: string): string {
  return decoded(uri.replace(/^file:(\/\/(?=\/))?/, '').replace(/#.*$/, ''));
}

/** Bytes that are no text become U+FFFD, as in Java. */
const decoded = (text: string): string =>
  text.replaceAll(/(?:%[0-9a-fA-F]{2})+/g, (bytes) => Buffer.from(bytes.replaceAll('%', ''), 'hex').toString('utf8'));

function canonicalPath(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}

function escapePath(path: string): string {
  return path.replaceAll(/[^a-zA-Z0-9\-_.!~*'():@&=+$,;/\u{80}-\u{10ffff}]|[\p{Z}\p{Cc}]/gu, encodeURIComponent);
}
