import { parseArgs } from 'node:util';
import { editDistance } from '../registry/nearest';

/** The options of a command by name. */
export interface OptionTypes {
  readonly [name: string]: { readonly type: 'string' | 'boolean'; readonly multiple?: boolean };
}

/** What a command was given. */
export interface Arguments<Name extends string> {
  readonly given: ReadonlySet<string>;
  /** The values of an option in the order in which they were given. */
  readonly texts: (name: Name) => readonly string[];
  /** The value of an option. */
  readonly text: (name: Name) => string | undefined;
  readonly positionals: readonly string[];
  /** Unknown options, missing values and values too many. */
  readonly problems: readonly string[];
}

/** Reads arguments with everything that is wrong with them. */
export function readArguments<Types extends OptionTypes>(
  command: string,
  options: Types,
  args: readonly string[],
): Arguments<keyof Types & string> {
  const { values, tokens, positionals } = parseArgs({
    args: [...args],
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const found = tokens.filter((token) => token.kind === 'option');
  const texts = (name: string): string[] =>
    found.flatMap((token) => (token.name === name && !isMissing(token) ? [token.value as string] : []));
  return {
    given: new Set(Object.keys(values)),
    texts,
    text: (name) => texts(name).at(-1),
    positionals,
    problems: [
      ...found.flatMap((token, place) => tokenProblems(command, options, args, token, found[place - 1]?.index)),
      ...Object.entries(options).flatMap(([name, type]) => repetitionProblems(name, type, texts(name))),
    ],
  };
}

interface OptionToken {
  readonly index: number;
  readonly name: string;
  readonly rawName: string;
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
}

function isMissing({ value, inlineValue }: OptionToken): boolean {
  return value === undefined || value === '' || (inlineValue !== true && value.startsWith('--'));
}

function tokenProblems(
  command: string,
  options: OptionTypes,
  args: readonly string[],
  token: OptionToken,
  lastIndex: number | undefined,
): string[] {
  const { index, name, rawName, inlineValue } = token;
  if (!Object.hasOwn(options, name)) {
    // After a single hyphen every letter counts as an option of its own.
    if (index === lastIndex) return [];
    const written = rawName.startsWith('--') ? rawName : (args[index] as string);
    const near = nearestOption(written.replace(/^-+/, ''), Object.keys(options));
    return [`${written} is no option of ${command}${near === undefined ? '' : `, did you mean --${near}?`}`];
  }
  if (options[name]?.type === 'boolean') return inlineValue === true ? [`${rawName} takes no value`] : [];
  return isMissing(token) ? [`${rawName} needs a value`] : [];
}

function nearestOption(name: string, known: readonly string[]): string | undefined {
  const furthest = Math.min(2, Math.floor(name.length / 2));
  return known.find((option) => editDistance(name, option, furthest) <= furthest);
}

function repetitionProblems(name: string, { multiple }: OptionTypes[string], values: readonly string[]): string[] {
  if (multiple === true || values.length < 2) return [];
  return [`--${name} is given ${values.length} times (${values.join(', ')}), but only one counts: give it once`];
}
