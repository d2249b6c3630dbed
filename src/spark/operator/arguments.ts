/** `--conf key=value`, once for each pair; pairs without a value are left out. */
export function conf(pairs: ReadonlyArray<readonly [key: string, value: string | number | boolean | undefined]>): string[] {
  const words: string[] = [];
  for (const [key, value] of pairs) if (value !== undefined) words.push('--conf', `${key}=${value}`);
  return words;
}

/** `--conf <prefix><key>=value` for each entry. The operator takes the entries of a map in random order. */
export function confOf<T extends string>(prefix: string, entries: Readonly<Record<string, T>> | undefined): string[] {
  return conf(Object.entries(entries ?? {}).map(([key, value]) => [`${prefix}${key}`, value]));
}

/** An option with a value; left out without one. */
export function option(name: string, value: string | undefined): string[] {
  return value === undefined ? [] : [name, value];
}

/** An option with values separated by commas; left out without any. */
export function listOption(name: string, values: readonly string[] | undefined): string[] {
  return values?.length ? [name, values.join(',')] : [];
}
