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
