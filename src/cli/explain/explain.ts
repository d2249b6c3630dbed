import { parseArgs } from 'node:util';
import { KNOWN_VERSIONS, type VersionedEngine, versionLine } from '../../registry/lookup';
import { type Command, type CommandIo, UsageError } from '../command';
import { explainChanges } from './changes';
import { explainKeys } from './keys';

const HELP = `usage: spark-platform explain <key>… [--spark-version <v>] [--kyuubi-version <v>] [--json]
       spark-platform explain --from <v> --to <v> [file…] [--all] [--json]

  <key>                 a configuration key, as it stands in a configuration file
  --spark-version <v>   the Spark that reads the key: ${KNOWN_VERSIONS.spark.join(', ')} (the newest by default)
  --kyuubi-version <v>  the Kyuubi that reads the key: ${KNOWN_VERSIONS.kyuubi.join(', ')} (the newest by default)
  --from <v> --to <v>   two versions of Spark, or two of Kyuubi: keys gone, new and deprecated, and changed defaults
  [file…]               configuration files (spark-defaults.conf, kyuubi-defaults.conf): only the keys that they use
  --all                 with files: all other keys as well
  --json                for programs

exit codes: 0 fine; 1 a key is unknown, removed or too new; 2 wrong usage
`;

const OPTIONS = {
  'spark-version': { type: 'string' },
  'kyuubi-version': { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  all: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const;

/** `explain <key>` and `explain --from … --to …`. */
export const EXPLAIN: Command = { help: HELP, run: explain };

function explain(args: readonly string[], io: CommandIo): number {
  const { values, positionals } = parsed(args);
  const { from, to, all, json } = values;
  const spark = checkedVersion('spark', values['spark-version']);
  const kyuubi = checkedVersion('kyuubi', values['kyuubi-version']);
  if (from === undefined && to === undefined) {
    if (all) throw new UsageError('--all belongs to --from and --to');
    if (positionals.length === 0) throw new UsageError('no key: name at least one, or two versions with --from and --to');
    return explainKeys(positionals, { ...(spark ? { spark } : {}), ...(kyuubi ? { kyuubi } : {}) }, json, io);
  }
  if (from === undefined || to === undefined) throw new UsageError('--from and --to belong together');
  if (spark !== undefined || kyuubi !== undefined) {
    throw new UsageError('--spark-version and --kyuubi-version belong to a key, not to --from and --to');
  }
  return explainChanges({ from, to, files: positionals, all, json }, io);
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function checkedVersion(engine: VersionedEngine, version: string | undefined): string | undefined {
  if (version === undefined || versionLine(engine, version) !== undefined) return version;
  throw new UsageError(`--${engine}-version is '${version}', known are ${KNOWN_VERSIONS[engine].join(', ')}`);
}
