import { ROLE_KEYS, type Role } from './conf/role-keys';
import type { Settings } from './conf/settings';
import { splitCommand, trim } from './java/text';
import { since } from './versions';

const opens = (packages: string): string[] => packages.split(' ').map((name) => `--add-opens=${name}=ALL-UNNAMED`);

const PACKAGES = opens(
  [
    ...['lang', 'lang.invoke', 'lang.reflect', 'io', 'net', 'nio', 'util', 'util.concurrent', 'util.concurrent.atomic'].map(
      (name) => `java.base/java.${name}`,
    ),
    'java.base/jdk.internal.ref',
    'java.base/sun.nio.ch',
    'java.base/sun.nio.cs',
    'java.base/sun.security.action',
    'java.base/sun.util.calendar',
    'java.security.jgss/sun.security.krb5',
  ].join(' '),
);

/** Kept, as they are the same for all pods. */
const optionsOfVersions = new Map<string, string>();

/** Options with which every JVM of Spark starts. */
function moduleOptions(version: string): string {
  const options = optionsOfVersions.get(version) ?? moduleOptionsOf(version);
  optionsOfVersions.set(version, options);
  return options;
}

function moduleOptionsOf(version: string): string {
  const after = (line: string, ...options: string[]): string[] => (since(version, line) ? options : []);
  return [
    '-XX:+IgnoreUnrecognizedVMOptions',
    ...after('4.0', '--add-modules=jdk.incubator.vector'),
    ...PACKAGES,
    ...(since(version, '4.2') ? [] : ['-Djdk.reflect.useDirectMethodHandle=false']),
    ...after('4.0', '-Dio.netty.tryReflectionSetAccessible=true'),
    ...after('4.1', '-Dio.netty.allocator.type=pooled', '-Dio.netty.handler.ssl.defaultEndpointVerificationAlgorithm=NONE'),
    ...after('4.2', '--sun-misc-unsafe-memory-access=allow'),
    ...after('4.1', '--enable-native-access=ALL-UNNAMED'),
  ].join(' ');
}

const IPV6 = '-Djava.net.preferIPv6Addresses=false';
const SECRET = 'spark.authenticate.secret';
const STARTUP = /^spark\.(?:auth|rpc|network|port\.|.*\.port$)/;

/** Settings that an executor needs before it can ask its driver for the rest. */
function isStartupSetting(key: string, version: string): boolean {
  if (key === SECRET) return false;
  if (key.startsWith('spark.ssl') && !key.endsWith('.port')) return since(version, '4.0') && !key.includes('Password');
  return STARTUP.test(key);
}

/** The options of a role: the default ones, then the extra ones. */
function roleOptions(settings: Settings, role: Role): string[] {
  const { defaultJavaOptions, extraJavaOptions } = ROLE_KEYS[role];
  return [defaultJavaOptions, extraJavaOptions].map((key) => settings.text(key)).filter((options) => options !== undefined);
}

/**
 * Puts Spark's own options in front of those of driver and executors, as a driver does when it starts: in two steps. Before
 * Spark 4.1 the default options came in once more with each.
 */
export function supplementJavaOptions(settings: Settings, all: Map<string, string>): void {
  for (const added of [moduleOptions(settings.version), IPV6]) {
    for (const role of ['driver', 'executor'] as const) {
      const key = ROLE_KEYS[role].extraJavaOptions;
      const given = since(settings.version, '4.1') ? [settings.raw(key) ?? ''] : roleOptions(settings, role);
      all.set(key, since(settings.version, '4.1') ? trim([added, ...given].join(' ')) : [added, ...given].join(' '));
    }
  }
}

/** The settings that executors need from the start, as options of their JVM. */
export function startupOptions({ all, version }: Settings): string[] {
  const options: string[] = [];
  for (const [key, value] of all) if (isStartupSetting(key, version)) options.push(`-D${key}=${value}`);
  return options;
}

/** The options that the configuration gives to an executor's JVM, parted. */
export function executorJavaOptions(settings: Settings, replaceIds: (options: string) => string): readonly string[] {
  return words(replaceIds(roleOptions(settings, 'executor').join(' ')));
}

const wordsOfLines = new Map<string, readonly string[]>();
/** Lines of which the words are kept: most pods have the same options. */
const KEPT = 1000;

function words(line: string): readonly string[] {
  const found = wordsOfLines.get(line) ?? splitCommand(line);
  if (wordsOfLines.size >= KEPT) wordsOfLines.clear();
  wordsOfLines.set(line, found);
  return found;
}
