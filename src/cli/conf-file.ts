import type { Problem } from '../problem';
import type { InputFile } from './input';

/** A line with nothing behind its colon, and a line further in that has a colon too. */
const NESTED = /^[A-Za-z][\w.-]*:[ \t]*\r?\n[ \t]+[\w.-]+:/m;

/** A file that cannot hold settings. */
export interface WrongFile extends Problem {
  /** Its path. */
  readonly where: string;
}

/** Files that cannot hold settings: they are YAML, of which every line would be read as a setting. */
export function wrongConfFiles(files: Iterable<InputFile>): WrongFile[] {
  return [...files].flatMap((file) => {
    const problem = problemOf(file);
    return problem === undefined ? [] : [{ where: file.path, ...problem }];
  });
}

function problemOf({ text }: InputFile): Problem | undefined {
  const kind = /^apiVersion:/m.test(text) ? /^kind:[ \t]*(\w+)/m.exec(text)?.[1] : undefined;
  if (kind === undefined && !NESTED.test(text)) return undefined;
  const message = `holds ${kind === undefined ? 'YAML' : `a ${kind}`}, but settings are read from properties: a key and its value a line`;
  return { message, fix: FIXES[kind ?? ''] ?? 'write whole keys, such as spark.executor.memory 2g' };
}

const FIXES: Readonly<Record<string, string>> = {
  ConfigMap: 'give the file that the ConfigMap holds',
  SparkApplication: 'give it to predict with --application',
  ScheduledSparkApplication: 'give it to predict with --application',
  Pod: 'give it to predict with --driver-template or --executor-template',
};
