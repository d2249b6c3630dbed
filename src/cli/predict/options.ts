import { versionLine } from '../../registry/lookup';
import { readArguments } from '../arguments';
import { present } from '../present';
import { knownVersions, versionProblems } from '../versions';

const OPTIONS = {
  allow: { type: 'string', multiple: true },
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

/** Files that need no option: SparkApplications are all that is predicted from manifests. */
const MANIFEST = /\.(ya?ml|json)$/i;

type Name = keyof typeof OPTIONS;

const CONF_ONLY: readonly Name[] = ['conf', 'driver-template', 'executor-template', 'python', 'r', 'kyuubi-version', 'user'];
const NOT_FOR_BATCH: readonly Name[] = [
  'application',
  'allow',
  ...CONF_ONLY.filter((name) => name !== 'user'),
  'explain',
  'json',
];

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
  /** Keys of one's own, or what they begin with. */
  readonly allowed: readonly string[];
  readonly kind: 'java' | 'python' | 'r';
  readonly user?: string;
  readonly explain: boolean;
  readonly json: boolean;
}

/** Reads the arguments of `predict`, with everything that is wrong with them: then the options are not to be used. */
export function predictOptions(args: readonly string[]): { readonly options: PredictOptions; readonly problems: string[] } {
  const read = readArguments('predict', OPTIONS, args);
  const { text, texts, positionals, problems } = read;
  const manifests = positionals.filter((word) => MANIFEST.test(word));
  const given = manifests.length === 0 ? read.given : new Set([...read.given, 'application']);
  const mode = given.has('batch') ? 'batch' : given.has('application') ? 'application' : 'conf';
  const stray = positionals
    .filter((word) => !MANIFEST.test(word))
    .map((word) => `'${word}' belongs to no option, files are given as --conf ${word} or --application ${word}`);
  const options: PredictOptions = {
    mode,
    applications: [...texts('application'), ...manifests],
    conf: texts('conf'),
    templates: present({ driver: text('driver-template'), executor: text('executor-template') }),
    ...present({
      sparkVersion: text('spark-version'),
      submitterVersion: text('submitter-version'),
      kyuubiVersion: text('kyuubi-version'),
      user: text('user'),
    }),
    allowed: texts('allow'),
    kind: given.has('python') ? 'python' : given.has('r') ? 'r' : 'java',
    explain: given.has('explain'),
    json: given.has('json'),
  };
  return {
    options,
    problems: [
      ...problems,
      ...stray,
      ...combinationProblems(mode, given),
      ...releaseProblems('spark-version', options.sparkVersion),
      ...releaseProblems('submitter-version', options.submitterVersion),
      ...versionProblems('kyuubi', options.kyuubiVersion),
    ],
  };
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
    problems.push(`--spark-version is missing: the Spark in the application's image, a release of ${knownVersions('spark')}`);
  }
  if (given.has('python') && given.has('r')) problems.push('--python and --r exclude each other');
  return problems;
}

function releaseProblems(option: string, version: string | undefined): string[] {
  if (version === undefined) return [];
  const problem = versionProblem(version);
  return problem === undefined ? [] : [`--${option} is '${version}': ${problem}`];
}

/** Why a version of Spark cannot be predicted for; undefined when it can. The pods name the exact release. */
export function versionProblem(version: string): string | undefined {
  if (/^v\d/.test(version)) return `versions of Spark do not start with v, write '${version.slice(1)}'`;
  if (versionLine('spark', version) === undefined) return `known are the releases of ${knownVersions('spark')}`;
  return /^\d+\.\d+\.\d+$/.test(version)
    ? undefined
    : `write the exact release, such as '${version}.0': it stands in the pods' labels`;
}
