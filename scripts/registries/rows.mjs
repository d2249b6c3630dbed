/**
 * A registry as text: one key a line, sorted, eight columns separated by tabs:
 * `key type unit default since flags allowed replacement`.
 */
export const COLUMNS = ['key', 'type', 'unit', 'default', 'since', 'flags', 'allowed', 'replacement'];

/** What stands for a default that depends on the machine, e.g. its time zone or working directory. */
export const COMPUTED = '<computed>';

function byKey(a, b) {
  return a.key < b.key ? -1 : Number(a.key > b.key);
}

function line(row) {
  return COLUMNS.map((column) => row[column] ?? '').join('\t');
}

function escaped(text) {
  return text.replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('${', '\\${');
}

/** The text of a data module. `origin` says from what it was generated. Throws when two rows have the same key. */
export function moduleText(origin, rows) {
  const sorted = [...rows].sort(byKey);
  const twice = sorted.filter((row, index) => row.key === sorted[index + 1]?.key).map((row) => row.key);
  if (twice.length > 0) {
    throw new Error(`${origin}: ${twice.join(', ')} more than once`);
  }
  const header = [
    ...origin.split('\n'),
    `Columns, separated by tabs: ${COLUMNS.join(', ')}.`,
    'Of a number, allowed is the range in the unit of the key: 1.. is 1 or more, (0..1 is above 0 and at most 1.',
    'A default of "" is the empty text, <computed> depends on the machine, <value of k> is that of the key k.',
  ];
  return [
    ...header.map((text) => `// ${text}`),
    `export const KEYS = \`${sorted.map((row) => escaped(line(row))).join('\n')}\`;`,
    '',
  ].join('\n');
}
