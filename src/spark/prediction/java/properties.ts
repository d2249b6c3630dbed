/** Reads a Java properties file as `java.util.Properties` does. */
export function readProperties(text: string): Map<string, string> {
  const properties = new Map<string, string>();
  for (const line of logicalLines(text)) {
    const [key, value] = keyAndValue(line);
    properties.set(key, value);
  }
  return properties;
}

/** Lines without comments and blank ones, with continued lines joined. */
function* logicalLines(text: string): Generator<string> {
  let joined: string | undefined;
  for (const natural of text.split(/\r\n|\r|\n/)) {
    const line = natural.replace(/^[ \t\f]+/, '');
    if (joined === undefined && (line === '' || line.startsWith('#') || line.startsWith('!'))) continue;
    const continued = (/\\*$/.exec(line)?.[0].length ?? 0) % 2 === 1;
    joined = (joined ?? '') + (continued ? line.slice(0, -1) : line);
    if (continued) continue;
    yield joined;
    joined = undefined;
  }
  if (joined !== undefined && joined !== '') yield joined;
}

function keyAndValue(line: string): [string, string] {
  let end = 0;
  while (end < line.length && !'=: \t\f'.includes(line[end])) end += line[end] === '\\' ? 2 : 1;
  let start = end;
  while (start < line.length && ' \t\f'.includes(line[start])) start++;
  if (start < line.length && '=:'.includes(line[start])) start++;
  while (start < line.length && ' \t\f'.includes(line[start])) start++;
  return [unescaped(line.slice(0, end)), unescaped(line.slice(start))];
}

const ESCAPES: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', f: '\f' };

function unescaped(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replaceAll(/\\(u[0-9a-fA-F]{4}|[\s\S]|$)/g, (_, code: string) =>
    code.length === 5 ? String.fromCharCode(Number.parseInt(code.slice(1), 16)) : (ESCAPES[code] ?? code),
  );
}

const NAMED: Readonly<Record<string, string>> = { '\t': '\\t', '\n': '\\n', '\r': '\\r', '\f': '\\f' };

function escaped(text: string): string {
  if (!/[\t\n\r\f\\=:#!]/.test(text)) return text;
  const marked = text.replaceAll(/[\\=:#!]/g, '\\$&');
  return /[\t\n\r\f]/.test(marked) ? marked.replaceAll(/[\t\n\r\f]/g, (character) => NAMED[character]) : marked;
}

const escapedKey = (key: string): string => (key.includes(' ') ? escaped(key).replaceAll(' ', '\\ ') : escaped(key));

/** Writes a Java properties file as `java.util.Properties` does, but sorted, with the time of writing left at its beginning. */
export function writeProperties(properties: Iterable<readonly [string, string]>, comment: string): string {
  const lines = [...properties]
    .map(([key, value]) => `${escapedKey(key)}=${value.startsWith(' ') ? `\\${escaped(value)}` : escaped(value)}`)
    .sort();
  return `#${comment}\n#Thu Jan 01 00:00:00 UTC 1970\n${lines.join('\n')}\n`;
}
