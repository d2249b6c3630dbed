/** Java's `String.trim`: characters up to the space are cut off at both ends. */
export function trim(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && text.charCodeAt(start) <= 32) start++;
  while (end > start && text.charCodeAt(end - 1) <= 32) end--;
  return start === 0 && end === text.length ? text : text.slice(start, end);
}

/** Java's `String.split` at one character: empty parts at the end are dropped, except when there is nothing else. */
export function split(text: string, separator: string): string[] {
  if (!text.includes(separator)) return [text];
  const parts = text.split(separator);
  while (parts.length > 0 && parts[parts.length - 1] === '') parts.pop();
  return parts;
}

/** Spark's list of texts: parted by commas, trimmed, without empty ones. */
export function list(text: string): string[] {
  if (text === '') return [];
  return text
    .split(',')
    .map(trim)
    .filter((part) => part !== '');
}

/** Java's way to print a double: `0.1`, `1.0`, `1.0E7`. */
export function printDouble(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? 'Infinity' : '-Infinity';
  if (value === 0) return Object.is(value, -0) ? '-0.0' : '0.0';
  const size = Math.abs(value);
  if (size >= 1e-3 && size < 1e7) {
    const plain = String(value);
    return plain.includes('.') ? plain : `${plain}.0`;
  }
  const [digits, exponent] = value.toExponential().split('e');
  return `${digits.includes('.') ? digits : `${digits}.0`}E${Number(exponent)}`;
}

/** A shell-like command line, split as Spark does it: quotes group, a backslash keeps the next character. */
export function splitCommand(line: string): string[] {
  const words: string[] = [];
  let word = '';
  let inWord = false;
  let quote = '';
  for (let at = 0; at < line.length; at++) {
    const character = line[at];
    if (quote !== '') {
      if (character === quote) quote = '';
      else if (character === '\\' && quote === '"') {
        if (at < line.length - 1) word += line[++at];
      } else word += character;
    } else if (character === '"' || character === "'") {
      inWord = true;
      quote = character;
    } else if (character === ' ' || character === '\t' || character === '\n' || character === '\r') {
      if (inWord) words.push(word);
      word = '';
      inWord = false;
    } else {
      inWord = true;
      word += character;
    }
  }
  if (inWord || quote !== '') words.push(word);
  return words;
}
