const NAMED: Readonly<Record<string, string>> = { '\t': '\\t', '\n': '\\n', '\r': '\\r', '\f': '\\f' };

/** Nearly no text has one; a test is cheaper than a replacement. */
const SPECIAL = /[\t\n\r\f\\=:#!]/;

const escaped = (text: string): string =>
  SPECIAL.test(text) ? text.replaceAll(/[\t\n\r\f\\=:#!]/g, (character) => NAMED[character] ?? `\\${character}`) : text;

const escapedKey = (key: string): string => (key.includes(' ') ? escaped(key).replaceAll(' ', '\\ ') : escaped(key));

/**
 * Writes a Java properties file as `java.util.Properties` of Java 17 does, with the time of writing left at its beginning.
 *
 * @param properties in the order in which they are put in
 */
export function writeProperties(properties: Iterable<readonly [string, string]>, comment: string): string {
  const lines: string[] = [];
  for (const [key, value] of properties) {
    lines.push(`${escapedKey(key)}=${value.startsWith(' ') ? `\\${escaped(value)}` : escaped(value)}`);
  }
  return `#${comment}\n#Thu Jan 01 00:00:00 UTC 1970\n${lines.join('\n')}\n`;
}
