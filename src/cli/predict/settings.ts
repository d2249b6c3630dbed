import { readProperties } from '../../spark/conf/properties';
import type { InputFile } from '../input';

/** A value with the place where it was set. */
export interface Setting {
  readonly key: string;
  readonly value: string;
  /** `spark-defaults.conf:12`, `--conf`. */
  readonly origin: string;
}

/** Whether the text of `--conf` is a setting; anything else is a file. */
export function isSetting(text: string): boolean {
  return /^[^/\\=]+=/.test(text);
}

/** Whether the text of `--conf` is the path of a file. */
export function isFile(text: string): boolean {
  return !isSetting(text);
}

/** All settings of files and of `--conf key=value`, in the order in which the later win: files first, as in spark-submit. */
export function readSettings(files: readonly InputFile[], assignments: readonly string[]): Setting[] {
  const fromFiles = files.flatMap(({ path, text }) =>
    readProperties(text).map(({ key, value, line }) => ({ key, value, origin: `${path}:${line}` })),
  );
  const fromOptions = assignments.map((text) => {
    const end = text.indexOf('=');
    return { key: text.slice(0, end).trim(), value: text.slice(end + 1).trim(), origin: '--conf' };
  });
  return [...fromFiles, ...fromOptions];
}

/** How to give what is no file and begins as keys do. */
export function settingHints(paths: readonly string[]): string[] {
  const keys = paths.filter((path) => /^(spark|kyuubi)\./.test(path));
  return keys.map((text) => {
    const [key, value = '<value>'] = text.split(/\s+/);
    return `if '${text}' is a setting, give it as --conf ${key}=${value}`;
  });
}

/** What counts of all settings: of those with one key the last. */
export function effectiveSettings(settings: readonly Setting[]): ReadonlyMap<string, Setting> {
  return new Map(settings.map((setting) => [setting.key, setting]));
}

/** Settings of Spark for every session. The others are Kyuubi's own, or for one of its users (`___bob___.spark.…`). */
export function sparkSettings(settings: ReadonlyMap<string, Setting>): ReadonlyMap<string, Setting> {
  return new Map([...settings].filter(([key]) => key.startsWith('spark.')));
}
