import type { ListFolder } from '../model';

/** A pattern that Hadoop cannot read. */
export class PatternFlaw extends Error {}

/**
 * The files that Hadoop finds for a path whose parts may be patterns, in its order.
 *
 * @returns undefined when nothing of the path is a pattern and nothing is there
 */
export function filesMatching(pattern: string, listFolder: ListFolder): string[] | undefined {
  const parts = withoutGroupsOfFolders(pattern)
    .split('/')
    .filter((part) => part !== '')
    .map(readPart);
  const found = parts.reduce<Entry[]>(
    (entries, part, index) => {
      const isLast = index === parts.length - 1;
      return entries.filter(({ isFolder }) => isFolder).flatMap((entry) => below(entry.path, part, isLast, listFolder));
    },
    [{ path: '', isFolder: true }],
  );
  if (found.length === 0 && !parts.some(({ expression }) => expression !== undefined)) return undefined;
  return found.filter(({ isFolder }) => !isFolder).map(({ path }) => path);
}

interface Entry {
  readonly path: string;
  readonly isFolder: boolean;
}

function below(folder: string, { name, expression }: Part, isLast: boolean, listFolder: ListFolder): Entry[] {
  // what is no pattern is not looked up before the end
  if (expression === undefined && !isLast) return [{ path: `${folder}/${name}`, isFolder: true }];
  return (listFolder(folder === '' ? '/' : folder) ?? [])
    .map((entry) => ({ name: entry.replace(/\/$/, ''), isFolder: entry.endsWith('/') }))
    .filter((entry) => (expression === undefined ? entry.name === name : expression.test(entry.name)))
    .map((entry) => ({ path: `${folder}/${entry.name}`, isFolder: entry.isFolder }));
}

/** Groups (`{a/b}`) that go over folders; a list of files has no commas left for a second choice. */
function withoutGroupsOfFolders(pattern: string): string {
  const without = pattern.replace(/\{([^{}]*\/[^{}]*)\}/, '$1');
  return without === pattern ? pattern : withoutGroupsOfFolders(without);
}

/** A part of a path: a name, or the expression that a pattern stands for. */
interface Part {
  readonly name: string;
  readonly expression: RegExp | undefined;
}

const SPECIAL = '.$()|+^[]';

function readPart(part: string): Part {
  let [expression, isPattern, open] = ['', false, 0];
  for (let at = 0; at < part.length; at++) {
    const letter = part[at];
    if (letter === '\\') {
      at += 1;
      if (at >= part.length) throw new PatternFlaw('which ends with a \\ that has nothing to escape');
      expression += `\\${part[at]}`;
    } else if (letter === '}' && open > 0) {
      open -= 1;
      expression += ')';
    } else {
      isPattern ||= '*?{'.includes(letter);
      open += letter === '{' ? 1 : 0;
      expression += expressionOf(letter);
    }
  }
  if (open > 0) throw new PatternFlaw('with a { that is not closed');
  if (!isPattern && part.includes(':')) throw new PatternFlaw('with a : in it, which Hadoop does not take');
  return { name: part.replaceAll(/\\(.)/g, '$1'), expression: isPattern ? new RegExp(`^${expression}$`, 's') : undefined };
}

function expressionOf(letter: string): string {
  if (letter === '*') return '.*';
  if (letter === '?') return '.';
  if (letter === '{') return '(?:';
  return SPECIAL.includes(letter) || letter === '}' ? `\\${letter}` : letter;
}
