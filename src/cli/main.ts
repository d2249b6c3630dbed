import { type Command, type CommandIo, EXIT, UsageError } from './command';
import { EXPLAIN } from './explain/explain';
import { PREDICT } from './predict/predict';

const COMMANDS: Readonly<Record<string, Command>> = { explain: EXPLAIN, predict: PREDICT };

const HELP = `usage: spark-platform <command> …

commands:
  explain <key>…                        what configuration keys are, or what was meant by wrong ones
  explain --from <v> --to <v> [file…]   what changes for configuration from one version to another
  predict --spark-version <v> …         the pods that Spark will create for conf files and pod templates
  predict --application <file>          the same for the SparkApplications of a YAML file

spark-platform <command> --help says more. Exit codes: 0 fine, 1 something is wrong, 2 wrong usage.
`;

/**
 * Runs the command line.
 *
 * @param argv without the program's name.
 * @returns the exit code: 0 fine, 1 findings, 2 wrong usage; a promise from commands that wait for input.
 */
export function run(argv: readonly string[], io: CommandIo): number | Promise<number> {
  const [name, ...args] = argv;
  if (name === '--help' || name === '-h') {
    io.stdout(HELP);
    return EXIT.fine;
  }
  if (name === undefined || !Object.hasOwn(COMMANDS, name)) {
    const commands = Object.keys(COMMANDS).join(', ');
    io.stderr(`${name === undefined ? 'no command' : `'${name}' is no command`}, the commands are ${commands}\n\n${HELP}`);
    return EXIT.usage;
  }
  const command = COMMANDS[name] as Command;
  const own = args.includes('--') ? args.slice(0, args.indexOf('--')) : args;
  if (own.includes('--help') || own.includes('-h')) {
    io.stdout(command.help);
    return EXIT.fine;
  }
  try {
    return command.run(args, io);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    const [synopsis] = command.help.split('\n\n');
    io.stderr(`${error.message}\n\n${synopsis}\n\nspark-platform ${name} --help says more\n`);
    return EXIT.usage;
  }
}
