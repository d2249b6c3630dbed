/** A line of a data file, by columns. */
export interface Row {
  readonly key: string;
  readonly type: string;
  readonly unit: string;
  readonly default: string;
  readonly since: string;
  readonly flags: readonly string[];
  readonly allowed: readonly string[];
  readonly replacement: string;
}

const list = (text: string): string[] => (text === '' ? [] : text.split(','));

/** Reads a data file's text. Throws when a line has not exactly eight columns. */
export function read(keys: string): Row[] {
  return keys.split('\n').map((line) => {
    const columns = line.split('\t');
    if (columns.length !== 8) throw new Error(`${columns.length} columns: ${line}`);
    const [key, type, unit, fallback, since, flags, allowed, replacement] = columns as [string, ...string[]] & string[];
    return {
      key,
      type: type as string,
      unit: unit as string,
      default: fallback as string,
      since: since as string,
      flags: list(flags as string),
      allowed: list(allowed as string),
      replacement: replacement as string,
    };
  });
}
