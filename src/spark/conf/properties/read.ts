/** One setting of a configuration file. */
export interface Property {
  readonly key: string;
  readonly value: string;
  /** The line that it begins on, from 1. */
  readonly line: number;
}

const ESCAPES: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', f: '\f' };

/**
 * Reads a file in the grammar of `java.util.Properties`, as Spark and Kyuubi do: `key=value`, `key: value` and
 * `key value`, comments with `#` or `!`, escapes and lines that go on after a backslash. Both engines cut white space
 * from both ends of values, also what is written as an escape.
 *
 * @returns the settings in the order of the file; of a key that stands twice, engines take the last.
 */
export function readProperties(text: string): Property[] {
  return logicalLines(text).map(({ text: content, line }) => {
    const [key, rest] = splitKey(content);
    return { key: unescaped(key), value: trimmed(unescaped(rest)), line };
  });
}

/** The lines with their continuations, without comments and blank lines. */
function logicalLines(text: string): { readonly text: string; readonly line: number }[] {
  const lines: { text: string; line: number }[] = [];
  let open: { text: string; line: number } | undefined;
  text.split(/\r\n|\r|\n/).forEach((raw, index) => {
    const content = raw.replace(/^[ \t\f]+/, '');
    if (open === undefined && (content === '' || content.startsWith('#') || content.startsWith('!'))) return;
    const goesOn = (/\\*$/.exec(content)?.[0].length ?? 0) % 2 === 1;
    const part = goesOn ? content.slice(0, -1) : content;
    open = open === undefined ? { text: part, line: index + 1 } : { ...open, text: open.text + part };
    if (goesOn) return;
    lines.push(open);
    open = undefined;
  });
  return open === undefined ? lines : [...lines, open];
}

/** A key ends at the first `=`, `:` or white space that is not escaped. */
function splitKey(line: string): [key: string, rest: string] {
  const [key = ''] = /^(?:\\.|[^\\=: \t\f])*/s.exec(line) ?? [];
  return [key, line.slice(key.length).replace(/^[ \t\f]*[=:]?[ \t\f]*/, '')];
}

function unescaped(text: string): string {
  return text.replaceAll(/\\(?:u([0-9a-fA-F]{4})|(.)|$)/gs, (_all, code: string | undefined, letter: string | undefined) => {
    if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
    return letter === undefined ? '' : (ESCAPES[letter] ?? letter);
  });
}

/** As Spark cuts: everything up to the blank, but no line breaks (which can only be there as escapes). */
function trimmed(text: string): string {
  const isCut = (index: number): boolean => text.charCodeAt(index) <= 0x20 && !/[\r\n]/.test(text.charAt(index));
  let [start, end] = [0, text.length];
  while (start < end && isCut(start)) start++;
  while (end > start && isCut(end - 1)) end--;
  return text.slice(start, end);
}
