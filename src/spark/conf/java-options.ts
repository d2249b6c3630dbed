import type { Problem } from '../../problem';

/** Keys whose values are options of a JVM: those of all layers add up. */
const JAVA_OPTIONS = /^spark\.(driver|executor)\.(extra|default)JavaOptions$/;

/** Whether the values of a key are options of a JVM. */
export function holdsJavaOptions(key: string): boolean {
  return JAVA_OPTIONS.test(key);
}

/** One option as it is written, quotes and backslashes included. */
const OPTION = /(?:[^\s"'\\]|\\.|"(?:[^"\\]|\\.)*"|'[^']*')+/gs;

/** Flags of the JVM that take several values, one each time that they are given. */
const GROWING = /^(OnError|OnOutOfMemoryError|CompileCommand|CompileOnly)$/;

/** What an option sets, for options of which the JVM takes the last. */
function nameOf(option: string): string | undefined {
  const plain = option.replaceAll(/["'\\]/g, '');
  const property = /^-D([^=]+)/.exec(plain)?.[1];
  if (property !== undefined) return `-D${property}`;
  const flag = /^-XX:[+-]?(\w+)/.exec(plain)?.[1];
  if (flag !== undefined) return GROWING.test(flag) ? undefined : `-XX:${flag}`;
  return /^-X(ss|ms|mn|mx)/.exec(plain)?.[0];
}

/** Options that do their work each time that they stand there, where once is meant. */
const ONCE = /^-(javaagent|agentlib|agentpath|-add-\w+)[:=]/;

/**
 * The options of several texts, lowest layer first, as one text. Options add up in order. Of those that set the same thing
 * (`-Dname`, `-XX:+Flag`) only the last stays, which is also the one that the JVM would take.
 */
export function mergeJavaOptions(texts: readonly string[]): string {
  const options = texts.flatMap((text) => text.match(OPTION) ?? []);
  const last = new Map(options.map((option, index) => [nameOf(option), index]));
  const first = new Set<string>();
  return options
    .filter((option, index) => {
      const name = nameOf(option);
      if (name !== undefined) return last.get(name) === index;
      if (!ONCE.test(option)) return true;
      const isNew = !first.has(option);
      first.add(option);
      return isNew;
    })
    .join(' ');
}

/** What is wrong with the options that one layer gives. Spark refuses to start with some of it; a setting twice is a slip. */
export function javaOptionsProblems(key: string, text: string): Problem[] {
  if (text.replaceAll(OPTION, '').trim() !== '') {
    return [{ message: `${key} is '${text}', in which a quote or a backslash is left open`, fix: 'close the quote' }];
  }
  const options = text.match(OPTION) ?? [];
  const problems: Problem[] = [];
  if (options.some((option) => option.includes('-Xmx'))) {
    const role = key.split('.')[1];
    problems.push({
      message: `${key} holds -Xmx, with which Spark does not start`,
      fix: `leave it out: spark.${role}.memory is the heap`,
    });
  }
  if (key.startsWith('spark.executor.') && options.some((option) => option.includes('-Dspark'))) {
    problems.push({
      message: `${key} sets a key of Spark by -Dspark…, with which Spark does not start`,
      fix: 'write the key itself into the configuration',
    });
  }
  for (const [index, option] of options.entries()) {
    const name = nameOf(option);
    const other =
      name === undefined ? undefined : options.slice(0, index).find((before) => nameOf(before) === name && before !== option);
    if (other === undefined) continue;
    problems.push({ message: `${key} holds ${other} and ${option}, of which the JVM takes the last`, fix: 'write one of them' });
  }
  return problems;
}
