import { parseArgs } from 'node:util';
import { KNOWN_VERSIONS, type VersionedEngine, versionLine } from '../../registry/lookup';
import { editDistance } from '../../registry/nearest';
import { UsageError } from '../command';

const OPTIONS = {
  application: { type: 'string', multiple: true },
  conf: { type: 'string', multiple: true },
  'driver-template': { type: 'string' },
  'executor-template': { type: 'string' },
  'spark-version': { type: 'string' },
  'submitter-version': { type: 'string' },
  'kyuubi-version': { type: 'string' },
  python: { type: 'boolean' },
  r: { type: 'boolean' },
  user: { type: 'string' },
  batch: { type: 'boolean' },
  explain: { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

type Name = keyof typeof OPTIONS;

const CONF_ONLY: readonly Name[] = ['conf', 'driver-template', 'executor-template', 'python', 'r', 'kyuubi-version', 'user'];
const NOT_FOR_BATCH: readonly Name[] = ['application', ...CONF_ONLY.filter((name) => name !== 'user'), 'explain', 'json'];

/** What `predict` was asked: from the options that were given, with those that belong together. */
export interface PredictOptions {
  readonly mode: 'batch' | 'application' | 'conf';
  readonly applications: readonly string[];
  /** Files and `key=value` settings, in the order in which they were given. */
  readonly conf: readonly string[];
  readonly templates: { readonly driver?: string; readonly executor?: string };
  /** Spark in the image of the application; always there in mode `conf`. */
  readonly sparkVersion?: string;
  readonly submitterVersion?: string;
  readonly kyuubiVersion?: string;
  readonly kind: 'java' | 'python' | 'r';
  readonly user?: string;
  readonly explain: boolean;
  readonly json: boolean;
}

/**
 * Reads the arguments of `predict`.
 *
 * @throws UsageError that names everything that is wrong with them.
 */
export function predictOptions(args: readonly string[]): PredictOptions {
  const { values, tokens, positionals } = parseArgs({
    args: [...args],
    options: OPTIONS,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const problems = tokens.flatMap((token) => (token.kind === 'option' ? tokenProblems(token) : []));
  problems.push(
    ...positionals.map((text) => `'${text}' belongs to no option, files are given as --conf ${text} or --application ${text}`),
  );
  const given = new Set(Object.keys(values));
  const text = (name: Name): string | undefined => (typeof values[name] === 'string' ? values[name] : undefined);
  const texts = (name: Name): string[] => [values[name] ?? []].flat().filter((value) => typeof value === 'string');
  const mode = given.has('batch') ? 'batch' : given.has('application') ? 'application' : 'conf';
  problems.push(...combinationProblems(mode, given));
  problems.push(...exactVersionProblems('spark-version', text('spark-version')));
  problems.push(...exactVersionProblems('submitter-version', text('submitter-version')));
  problems.push(...lineProblems('kyuubi', text('kyuubi-version')));
  if (problems.length > 0) throw new UsageError(problems.join('\n'));
  const [sparkVersion, submitterVersion, kyuubiVersion, user] = (
    ['spark-version', 'submitter-version', 'kyuubi-version', 'user'] as const
  ).map(text);
  const [driver, executor] = [text('driver-template'), text('executor-template')];
  return {
    mode,
    applications: texts('application'),
    conf: texts('conf'),
    templates: { ...(driver === undefined ? {} : { driver }), ...(executor === undefined ? {} : { executor }) },
    ...(sparkVersion === undefined ? {} : { sparkVersion }),
    ...(submitterVersion === undefined ? {} : { submitterVersion }),
    ...(kyuubiVersion === undefined ? {} : { kyuubiVersion }),
    kind: given.has('python') ? 'python' : given.has('r') ? 'r' : 'java',
    ...(user === undefined ? {} : { user }),
    explain: given.has('explain'),
    json: given.has('json'),
  };
}

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
}

function tokenProblems({ name, rawName, value, inlineValue }: OptionToken): string[] {
  if (!Object.hasOwn(OPTIONS, name)) {
    const near = Object.keys(OPTIONS).find((known) => editDistance(name, known, 2) <= 2);
    return [`${rawName} is no option of predict${near === undefined ? '' : `, did you mean --${near}?`}`];
  }
  const { type } = OPTIONS[name as Name];
  if (type === 'boolean') return inlineValue === true ? [`${rawName} takes no value`] : [];
  const isMissing = value === undefined || value === '' || (inlineValue !== true && value.startsWith('--'));
  return isMissing ? [`${rawName} needs a value`] : [];
}

function combinationProblems(mode: PredictOptions['mode'], given: ReadonlySet<string>): string[] {
  const excluded = (names: readonly Name[]): string[] => names.filter((name) => given.has(name)).map((name) => `--${name}`);
  const problems: string[] = [];
  if (mode === 'batch') {
    const others = excluded(NOT_FOR_BATCH);
    if (others.length > 0) problems.push(`--batch takes its questions from standard input, without ${others.join(', ')}`);
  } else if (mode === 'application') {
    const others = excluded(CONF_ONLY);
    const where = 'a SparkApplication holds its configuration, templates and program itself';
    if (others.length > 0) problems.push(`--application and ${others.join(', ')} exclude each other: ${where}`);
  } else if (!given.has('conf') && !given.has('driver-template') && !given.has('executor-template')) {
    problems.push('nothing to predict: give --conf <file>, --conf <key>=<value>, --application <file> or --batch');
  } else if (!given.has('spark-version')) {
    problems.push(`--spark-version is missing: the Spark in the application's image, a release of ${lines('spark')}`);
  }
  if (given.has('python') && given.has('r')) problems.push('--python and --r exclude each other');
  return problems;
}

function exactVersionProblems(option: string, version: string | undefined): string[] {
  if (version === undefined || version.startsWith('--')) return [];
  const problem = versionProblem(version);
  return problem === undefined ? [] : [`--${option} is '${version}': ${problem}`];
}

/** Why a version of Spark cannot be predicted for; undefined when it can. The pods name the exact release. */
export function versionProblem(version: string): string | undefined {
  if (/^v\d/.test(version)) return `versions of Spark do not start with v, write '${version.slice(1)}'`;
  if (versionLine('spark', version) === undefined) return `known are the releases of ${lines('spark')}`;
  return /^\d+\.\d+\.\d+$/.test(version)
    ? undefined
    : `write the exact release, such as '${version}.0': it stands in the pods' labels`;
}

function lineProblems(engine: VersionedEngine, version: string | undefined): string[] {
  if (version === undefined || version.startsWith('--') || versionLine(engine, version) !== undefined) return [];
  return [`--${engine}-version is '${version}', known are ${lines(engine)}`];
}

const lines = (engine: VersionedEngine): string => KNOWN_VERSIONS[engine].join(', ');
