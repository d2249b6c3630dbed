const LETTERS: Readonly<Record<string, string>> = { '\t': '\\t', '\n': '\\n', '\r': '\\r', '\f': '\\f' };

/** What ends a key, begins a comment, or has a meaning after which it would be missing. */
const IN_KEYS = /[\\=:#! \t\n\r\f]|[^\x20-\x7e]/g;
/** White space before a value would be cut. */
const IN_VALUES = /^[ ]|[\\\t\n\r\f]|[^\x20-\x7e]/g;

/**
 * Prints settings in the grammar of `java.util.Properties`, one `key=value` a line in the order given. What is not printable
 * ASCII is written as `\uXXXX`, so that readers in Latin-1 and in UTF-8 see the same.
 */
export function printProperties(settings: Iterable<readonly [key: string, value: string]>): string {
  return [...settings]
    .map(([key, value]) => `${key.replaceAll(IN_KEYS, escaped)}=${value.replaceAll(IN_VALUES, escaped)}\n`)
    .join('');
}

function escaped(letter: string): string {
  const code = letter.charCodeAt(0);
  if (code > 0x20 && code < 0x7f) return `\\${letter}`;
  return letter === ' ' ? '\\ ' : (LETTERS[letter] ?? `\\u${code.toString(16).padStart(4, '0')}`);
}
