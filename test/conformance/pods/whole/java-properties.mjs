const SIMPLE = { t: '\t', n: '\n', r: '\r', f: '\f' };

const unescaped = (text) =>
  text.replaceAll(/\\(?:u([0-9a-fA-F]{4})|(.))/gs, (_, code, character) =>
    code === undefined ? (SIMPLE[character] ?? character) : String.fromCharCode(Number.parseInt(code, 16)),
  );

/** Lines as java.util.Properties sees them: without comments, continued where a line ends in an odd number of backslashes. */
function logicalLines(text) {
  const lines = [];
  let open;
  for (const line of text.split(/\r\n|\r|\n/)) {
    const part = line.replace(/^[ \t\f]+/, '');
    if (open === undefined && (part === '' || /^[#!]/.test(part))) {
      continue;
    }
    const whole = (open ?? '') + part;
    const continued = /\\*$/.exec(whole)[0].length % 2 === 1;
    open = continued ? whole.slice(0, -1) : undefined;
    if (!continued) {
      lines.push(whole);
    }
  }
  return open === undefined ? lines : [...lines, open];
}

/** What a text in the form of java.util.Properties says, as pairs in the order of the text. */
export function javaProperties(text) {
  return logicalLines(text).map((line) => {
    const [, key, value] = /^((?:\\.|[^\\=: \t\f])*)[ \t\f]*[=:]?[ \t\f]*(.*)$/s.exec(line);
    return [unescaped(key), unescaped(value)];
  });
}

/** A text that java.util.Properties reads as these values; between key and value stands one of the separators it knows. */
export function propertiesText(values) {
  return Object.entries(values)
    .map(([key, value], index) => `${escaped(key, true)}${['=', ' ', ': '][index % 3]}${escaped(value, false)}\n`)
    .join('');
}

function escaped(text, key) {
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll('\t', '\\t')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll(key ? /[ :=#!]/g : /^[ :=#!]/g, (character) => `\\${character}`)
    .replaceAll(/[^\x20-\x7e]/g, (unit) =>
      [...Array(unit.length).keys()].map((at) => `\\u${unit.charCodeAt(at).toString(16).padStart(4, '0')}`).join(''),
    );
}
