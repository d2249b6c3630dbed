import { immutableMapOrder, LEAST_HASHED, settingsOrder } from '../java/hash-order';
import { type Scala, stringHash } from '../java/scala-hash';
import { list, trim } from '../java/text';
import { SparkRefusal } from '../model';
import { scalaOf } from '../versions';
import { defaultText } from './defaults';
import { parseBoolean, parseDouble, parseInteger, parseLong, parseMebibytes, parseSeconds, parseSize } from './numbers';

/** Older names that Spark still reads when the key itself is not set. */
const OLDER_NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'spark.driver.memoryOverhead': 'spark.yarn.driver.memoryOverhead',
    'spark.executor.memoryOverhead': 'spark.yarn.executor.memoryOverhead',
    'spark.kerberos.keytab': 'spark.yarn.keytab',
    'spark.kerberos.principal': 'spark.yarn.principal',
    'spark.memory.offHeap.enabled': 'spark.unsafe.offHeap',
  }),
);

const OLDER_LIST = [...OLDER_NAMES.values()];

/** `${spark.x}`, `${env:X}`, `${system:x}` in a value. */
const REFERENCE = /\$\{(?:(\w+?):)?(\S+?)\}/g;

/** Keys behind a prefix, with their texts. */
type Entries = readonly (readonly [string, string])[];

/** A configuration as Spark reads it: raw texts, or typed with substitution, defaults and checks. */
export class Settings {
  private readonly found = new Map<string, Entries>();
  private readonly walked = new Map<string, Entries>();
  private keys: readonly string[] | undefined;
  /** Nearly no configuration has one. */
  private readonly hasOlderNames: boolean;

  /** @param all texts by key, in the order in which Spark puts them into its configuration */
  constructor(
    readonly all: ReadonlyMap<string, string>,
    readonly version: string,
    /** Where a refusal happens. */
    readonly at: SparkRefusal['at'],
  ) {
    this.hasOlderNames = OLDER_LIST.some((key) => all.has(key));
  }

  /** Throws a refusal. */
  refuse(problem: string, fix: string): never {
    throw new SparkRefusal(this.at, problem, fix);
  }

  /** The text as it stands, or under the key's older name. */
  raw(key: string): string | undefined {
    const value = this.all.get(key);
    if (value !== undefined || !this.hasOlderNames) return value;
    const older = OLDER_NAMES.get(key);
    return older === undefined ? undefined : this.all.get(older);
  }

  has(key: string): boolean {
    return this.raw(key) !== undefined;
  }

  /** Keys behind a prefix, with their texts as they stand. Every executor asks for the same ones. */
  under(prefix: string): Entries {
    const known = this.found.get(prefix);
    if (known !== undefined) return known;
    this.keys ??= [...this.all.keys()];
    const found: (readonly [string, string])[] = [];
    for (const key of this.keys) {
      if (key.startsWith(prefix)) found.push([key.slice(prefix.length), this.all.get(key) as string]);
    }
    this.found.set(prefix, found);
    return found;
  }

  /** The same in the order in which Spark walks through those that it reads, for lists of a pod. */
  walk(prefix: string, isRead?: (name: string) => boolean): Entries {
    const known = this.walked.get(prefix);
    if (known !== undefined) return known;
    const walked = this.walkThrough(prefix, isRead);
    this.walked.set(prefix, walked);
    return walked;
  }

  private walkThrough(prefix: string, isRead?: (name: string) => boolean): Entries {
    const all = this.under(prefix);
    const found = isRead === undefined ? all : all.filter(([name]) => isRead(name));
    if (found.length < 2) return found;
    const scala = scalaOf(this.version);
    const names = found.map(([name]) => name);
    const values = new Map(found);
    // the order of a greater map depends on its own keys only, as long as their hashes differ
    const isOwnOrder = names.length > LEAST_HASHED && new Set(names.map(stringHash)).size === names.length;
    const walked = isOwnOrder ? names : this.inOrder(prefix, names, scala);
    return immutableMapOrder(walked, scala).map((name) => [name, values.get(name) ?? ''] as const);
  }

  private inOrder(prefix: string, names: readonly string[], scala: Scala): string[] {
    const keys = names.map((name) => prefix + name);
    return settingsOrder(keys, this.all, scala).map((key) => key.slice(prefix.length));
  }

  /** The text with its references replaced. */
  text(key: string): string | undefined {
    const value = this.raw(key);
    return value?.includes('${') ? this.substitute(key, value, []) : value;
  }

  private substitute(key: string, value: string, used: readonly string[]): string {
    return value.replaceAll(REFERENCE, (whole, prefix: string | undefined, name: string) => {
      if (prefix !== undefined) return whole; // the submitter's environment is not part of the configuration
      if (used.includes(name)) {
        this.refuse(`${key} refers to itself by \${${name}}`, `write the value of ${name} in place of the reference`);
      }
      const referred = name.startsWith('spark.') ? (this.all.get(name) ?? this.defaultOf(name)) : undefined;
      return referred === undefined
        ? whole
        : referred.includes('${')
          ? this.substitute(key, referred, [...used, name])
          : referred;
    });
  }

  /** A key that is not set is referred to by its default. */
  private defaultOf(key: string): string | undefined {
    const text = defaultText(key, this.version);
    const other = text === undefined ? undefined : /^<value of (.+)>$/.exec(text)?.[1];
    return other === undefined ? text : (this.all.get(other) ?? this.defaultOf(other));
  }

  private parsed<T>(key: string, parse: (text: string) => T | undefined, expected: string): T | undefined {
    const text = this.text(key);
    if (text === undefined) return undefined;
    const value = parse(text);
    if (value === undefined) this.refuse(`${key} is ${text}`, `write ${expected}`);
    return value;
  }

  list(key: string): string[] {
    return list(this.text(key) ?? '');
  }

  integer(key: string): number | undefined {
    return this.parsed(key, (text) => parseInteger(trim(text)), 'a whole number');
  }

  long(key: string): number | undefined {
    return this.parsed(key, (text) => parseLong(trim(text)), 'a whole number');
  }

  /** A whole number as some of Spark's code reads it: without substitution, no spaces around it. */
  plainInteger(key: string): number | undefined {
    const text = this.raw(key);
    if (text === undefined) return undefined;
    const value = parseInteger(text);
    if (value === undefined) this.refuse(`${key} is ${text}`, 'write a whole number, without spaces');
    return value;
  }

  /** A whole number without spaces around it. */
  unspacedInteger(key: string): number | undefined {
    return this.parsed(key, parseInteger, 'a whole number, without spaces');
  }

  /** A switch as some of Spark's code reads it: without substitution, no spaces around it. */
  plainBoolean(key: string): boolean | undefined {
    const text = this.raw(key);
    if (text === undefined) return undefined;
    return parseBoolean(text) ?? this.refuse(`${key} is ${text}`, 'write true or false, without spaces');
  }

  double(key: string): number | undefined {
    return this.parsed(key, parseDouble, 'a number such as 0.1');
  }

  boolean(key: string): boolean | undefined {
    return this.parsed(key, (text) => parseBoolean(trim(text)), 'true or false');
  }

  mebibytes(key: string): number | undefined {
    return this.parsed(key, (text) => parseMebibytes(text, this.version), 'a size such as 512m or 2g, without a fraction');
  }

  bytes(key: string): number | undefined {
    return this.parsed(
      key,
      (text) => {
        const negative = text.startsWith('-');
        const size = parseSize(negative ? text.slice(1) : text, 1, this.version);
        return size !== undefined && negative ? -size : size;
      },
      'a size such as 512m or 2g, without a fraction',
    );
  }

  seconds(key: string): number | undefined {
    return this.parsed(key, parseSeconds, 'a time such as 30s or 5m');
  }

  oneOf(key: string, values: readonly string[]): string | undefined {
    return this.parsed(key, (text) => (values.includes(text) ? text : undefined), `one of ${values.join(', ')}`);
  }
}
