import { readArguments } from '../arguments';
import { type Command, type CommandIo, refuseUsage } from '../command';
import { wrongConfFiles } from '../conf-file';
import { readInputs } from '../input';
import { present } from '../present';
import { knownVersions, versionProblems } from '../versions';
import { explainChanges, type Range, rangeOf } from './changes';
import { explainKeys } from './keys';

const HELP = `usage: spark-platform explain <key>… [--spark-version <v>] [--kyuubi-version <v>] [--json]
       spark-platform explain --from <v> --to <v> [file…] [--all] [--json]

  <key>                 a configuration key, as it stands in a configuration file
  --spark-version <v>   the Spark that reads the key: ${knownVersions('spark')} (the newest by default)
  --kyuubi-version <v>  the Kyuubi that reads the key: ${knownVersions('kyuubi')} (the newest by default)
  --from <v> --to <v>   two versions of Spark, or two of Kyuubi: keys gone, new and deprecated, and changed defaults
  [file…]               configuration files (spark-defaults.conf, kyuubi-defaults.conf): only the keys that they use
  --all                 with files: all other keys as well
  --json                for programs

exit codes: 0 fine; 1 a key is unknown, removed or too new; 2 wrong usage, or a file that cannot be read
`;

const OPTIONS = {
  'spark-version': { type: 'string' },
  'kyuubi-version': { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  all: { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

/** `explain <key>` and `explain --from … --to …`. */
export const EXPLAIN: Command = { help: HELP, run: explain };

function explain(args: readonly string[], io: CommandIo): number {
  const { given, text, positionals, problems } = readArguments('explain', OPTIONS, args);
  const [from, to, spark, kyuubi] = [text('from'), text('to'), text('spark-version'), text('kyuubi-version')];
  const versions = present({ spark, kyuubi });
  const json = given.has('json');
  const wrong = [...problems, ...versionProblems('spark', spark), ...versionProblems('kyuubi', kyuubi)];
  if (!given.has('from') && !given.has('to')) {
    if (given.has('all')) wrong.push('--all belongs to --from and --to');
    if (positionals.length === 0) wrong.push('no key: name at least one, or two versions with --from and --to');
    refuseUsage(wrong);
    return explainKeys(positionals, versions, json, io);
  }
  if (spark !== undefined || kyuubi !== undefined) {
    wrong.push('--spark-version and --kyuubi-version belong to a key, not to --from and --to');
  }
  const range = from === undefined || to === undefined ? '--from and --to belong together' : rangeOf(from, to);
  const { files, problems: unreadable } = readInputs(positionals, io);
  const noConf = wrongConfFiles(files.values()).map(({ where, message, fix }) => `'${where}' ${message}: ${fix}`);
  refuseUsage([...wrong, ...(typeof range === 'string' ? [range] : []), ...unreadable, ...noConf]);
  return explainChanges(range as Range, { files: [...files.values()], all: given.has('all'), json }, io);
}
