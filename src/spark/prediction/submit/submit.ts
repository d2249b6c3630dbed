import { readProperties } from '../../conf/properties';
import { Settings } from '../conf/settings';
import { mutableMapOrder } from '../java/hash-order';
import { list, split, trim } from '../java/text';
import { pathOf, resolveUri, resolveUris, schemeOf } from '../java/uri';
import type { Conf, ListFolder, MainResource, ReadFile, Submission } from '../model';
import { DEFAULT_RANDOM_PARTS } from '../random';
import { scalaOf } from '../versions';
import { checkedMaster, checkRunsInCluster, checkSizes, checkSwitches } from './checks';
import { type CommandLine, parseCommandLine } from './command-line';
import { matchedFiles } from './file-patterns';
import { KEYS } from './options';
import { checkPackages } from './packages';
import { refuse } from './refuse';

/** Where spark-submit runs. Nothing else of its environment counts (`SPARK_CONF_DIR`, `HADOOP_CONF_DIR`, `KUBECONFIG`). */
export interface SubmitOptions {
  /** Its Spark. */
  readonly version: string;
  /** @default - it has no files */
  readonly readFile?: ReadFile;
  /** @default - its folders are not known, and patterns of files stay as they are */
  readonly listFolder?: ListFolder;
  /** Further `--conf`, in front of the arguments. @default - none */
  readonly conf?: Conf;
  /** What its `spark-defaults.conf` holds; not read when there is a properties file. @default - nothing */
  readonly defaults?: Conf;
  /** Its working directory, an absolute path. @default - the root: it is not known */
  readonly folder?: string;
  /** In milliseconds since 1970. @default - zeros */
  readonly submitTime?: string;
}

/** What spark-submit makes of its arguments for cluster mode on Kubernetes. */
export function submit(args: readonly string[], options: SubmitOptions): Submission {
  const line = parseCommandLine(args, options.version, options.conf);
  const properties = allProperties(line, options);
  const value = (key: string): string | undefined => stated(line, properties, key, options);
  const resource = line.primaryResource;
  if (value('spark.remote') !== undefined) {
    refuse('a remote is given together with a master and a deploy mode', 'leave out --remote and spark.remote');
  }
  if (resource === undefined) refuse('no application is given', 'name its jar, Python or R file behind the options');
  checkSizes(value, options.version);
  const proxyUser = line.options.get('--proxy-user');
  if (proxyUser !== undefined && value('spark.kerberos.principal') !== undefined) {
    refuse('both a proxy user and a Kerberos principal are given', 'keep --proxy-user or --principal');
  }
  const mainClass = line.options.get('--class');
  const master = checkedMaster(value('spark.master'));
  checkRunsInCluster(value('spark.submit.deployMode'), resource, mainClass, options.version);
  checkSwitches(new Settings(properties, options.version, 'submit'));
  checkPackages(value, options.readFile);
  checkKeytab(value, options.readFile);
  const mainResource = mainResourceOf(resource, options.folder);
  if (mainClass === undefined && mainResource.kind === 'java') {
    refuse(`the main class of ${resource} is not known`, 'name it by --class');
  }
  if (mainResource.kind === 'r') checkJarsOfR(value('spark.jars'), options);
  return {
    conf: configuration(line, properties, options, master, mainResource),
    mainResource,
    mainClass: MAIN_CLASSES[mainResource.kind] ?? mainClass ?? '',
    arguments: line.arguments,
    ...(proxyUser === undefined ? {} : { proxyUser }),
  };
}

const MAIN_CLASSES: Readonly<Record<string, string>> = {
  python: 'org.apache.spark.deploy.PythonRunner',
  r: 'org.apache.spark.deploy.RRunner',
};

/** `--conf`, then the properties file or the defaults; only keys that begin with `spark.`, in Spark's order. */
function allProperties(line: CommandLine, { version, readFile, defaults = {} }: SubmitOptions): Map<string, string> {
  const file = line.options.get('--properties-file');
  const further: Iterable<readonly [string, string]>[] = file === undefined ? [] : [propertiesOfFile(file, readFile)];
  if (file === undefined || line.loadsDefaults) further.push(Object.entries(defaults));
  const all = new Map(line.conf);
  for (const source of further) {
    for (const [key, value] of source) if (!all.has(key)) all.set(key, value);
  }
  const inOrder = new Map<string, string>();
  for (const key of mutableMapOrder([...all.keys()], scalaOf(version))) {
    if (key.startsWith('spark.')) inOrder.set(key, all.get(key) ?? '');
  }
  return inOrder;
}

/** A key that stands twice has its last value. */
function propertiesOfFile(path: string, readFile: ReadFile = () => undefined): Iterable<[string, string]> {
  const content = readFile(path);
  if (content === undefined)
    refuse(`there is no properties file ${path}`, 'name a file that spark-submit can read by --properties-file');
  const text = Buffer.from(content).toString('utf8');
  if (/(?<!\\)(?:\\\\)*\\u(?![0-9a-fA-F]{4})/.test(text.replaceAll(/^[ \t\f]*[#!].*$/gm, ''))) {
    refuse(`the properties file ${path} has a \\u without four hexadecimal digits`, 'write \\\\ for a backslash');
  }
  return new Map(readProperties(text).map(({ key, value }) => [key, value]));
}

/** Lists of files on the command line are resolved at once. */
const FILE_OPTIONS = ['--archives', '--files', '--jars', '--py-files'];
const OPTIONS_OF_KEYS = new Map(Object.entries(KEYS).map(([option, key]) => [key, option]));
const OLDER_KEYS: Readonly<Record<string, string>> = {
  'spark.kerberos.keytab': 'spark.yarn.keytab',
  'spark.kerberos.principal': 'spark.yarn.principal',
};

/** The value that an option or else the configuration gives. */
function stated(
  line: CommandLine,
  properties: ReadonlyMap<string, string>,
  key: string,
  { folder }: SubmitOptions,
): string | undefined {
  const option = OPTIONS_OF_KEYS.get(key);
  const given = option === undefined ? undefined : line.options.get(option);
  if (given !== undefined) return option !== undefined && FILE_OPTIONS.includes(option) ? resolveUris(given, folder) : given;
  return properties.get(key) ?? (Object.hasOwn(OLDER_KEYS, key) ? properties.get(OLDER_KEYS[key]) : undefined);
}

function checkKeytab(value: (key: string) => string | undefined, readFile: ReadFile = () => undefined): void {
  const keytab = value('spark.kerberos.keytab');
  if (keytab === undefined || value('spark.kerberos.principal') === undefined || keytab.startsWith('local:')) return;
  if (readFile(keytab) === undefined) {
    refuse(`there is no keytab ${keytab}`, 'name a file that spark-submit can read, or local:///path for one in the image');
  }
}

/** spark-submit looks into every jar for an R package, and opens them as files of its own machine. */
function checkJarsOfR(jars = '', { readFile = () => undefined, folder }: SubmitOptions): void {
  if (trim(jars) === '') return;
  for (const jar of split(jars, ',')) {
    const uri = resolveUri(jar, folder);
    if (schemeOf(uri) !== 'file') {
      refuse(
        `the jar ${jar} is not on the machine of spark-submit, which looks into the jars of R applications`,
        'leave out the jar',
      );
    }
    const content = readFile(pathOf(uri));
    if (content !== undefined && !Buffer.from(content).includes(ZIP_END)) {
      refuse(`the jar ${jar} is no zip archive`, 'name a jar');
    }
  }
}

/** What the directory of a zip archive ends with. */
const ZIP_END = Buffer.from([0x50, 0x4b, 5, 6]);

function mainResourceOf(file: string, folder?: string): MainResource {
  if (file === 'spark-internal') return { kind: 'java' };
  const kind = file.endsWith('.py') ? 'python' : /\.[rR]$/.test(file) ? 'r' : 'java';
  return { kind, file: resolveUri(file, folder) };
}

const FILE_KEYS = ['spark.archives', 'spark.files', 'spark.jars', 'spark.submit.pyFiles'];

/** Keys of which spark-submit resolves the paths, whatever the cluster is. */
const PATH_KEYS = [
  'spark.jars',
  'spark.files',
  'spark.archives',
  'spark.yarn.dist.jars',
  'spark.yarn.dist.files',
  'spark.yarn.dist.archives',
];

/** Keys that spark-submit writes anew, though an option of the same meaning may be absent. */
const WRITTEN = [
  'spark.driver.extraClassPath',
  'spark.driver.extraJavaOptions',
  'spark.driver.extraLibraryPath',
  'spark.kerberos.principal',
  'spark.kerberos.keytab',
  'spark.submit.pyFiles',
  'spark.jars.packages',
  'spark.jars.repositories',
  'spark.jars.excludes',
  'spark.executor.instances',
  'spark.executor.cores',
  'spark.executor.memory',
  'spark.files',
  'spark.archives',
  'spark.jars',
  'spark.driver.memory',
  'spark.driver.cores',
];

/** A list of files as spark-submit finds them. */
function filesFound(key: string, files: string, { folder, listFolder }: SubmitOptions): string {
  const uris = list(files).map((file) => resolveUri(file, folder));
  return matchedFiles(key, uris, listFolder).join(',');
}

/** Makes the configuration for the driver's builder of the properties. */
function configuration(
  line: CommandLine,
  conf: Map<string, string>,
  options: SubmitOptions,
  master: string,
  mainResource: MainResource,
): Map<string, string> {
  const { version, folder, submitTime = DEFAULT_RANDOM_PARTS.submitTime } = options;
  const settings = new Settings(conf, version, 'submit');
  conf.set('spark.master', master);
  conf.set('spark.submit.deployMode', 'cluster');
  conf.set('spark.app.name', applicationName(line, conf, mainResource));
  for (const key of WRITTEN) {
    const value = stated(line, conf, key, options);
    if (value === undefined) continue;
    conf.set(key, FILE_KEYS.includes(key) ? filesFound(key, value, options) : value);
  }
  if (mainResource.kind === 'java') {
    conf.set(
      'spark.jars',
      [...settings.list('spark.jars'), ...(mainResource.file === undefined ? [] : [mainResource.file])].join(','),
    );
  }
  conf.delete('spark.driver.host');
  for (const key of PATH_KEYS) {
    const files = conf.get(key);
    if (files !== undefined) conf.set(key, resolveUris(files, folder));
  }
  conf.set('spark.submit.pyFiles', resolveUris(settings.list('spark.submit.pyFiles').join(','), folder));
  if (!conf.has('spark.app.submitTime')) conf.set('spark.app.submitTime', submitTime);
  return conf;
}

/** The application's name, its main class, or the file that it is in. */
function applicationName(line: CommandLine, properties: ReadonlyMap<string, string>, { file }: MainResource): string {
  return (
    line.options.get('--name') ??
    properties.get('spark.app.name') ??
    line.options.get('--class') ??
    (file ?? 'spark-internal').replace(/\/+$/, '').split('/').pop() ??
    ''
  );
}
