import type { Conf } from '../model';
import { isSwitch, OTHER_ACTIONS, VALUE_OPTIONS } from './options';
import { refuse } from './refuse';

/** spark-submit's arguments, parted. */
export interface CommandLine {
  /** Values by option; of an option that is given twice the last. */
  readonly options: ReadonlyMap<string, string>;
  /** Of `--conf key=value`. */
  readonly conf: ReadonlyMap<string, string>;
  readonly loadsDefaults: boolean;
  /** As it is written. */
  readonly primaryResource?: string;
  readonly arguments: readonly string[];
}

/**
 * Parts spark-submit's arguments as it does: options, then the primary resource, then the application's arguments.
 *
 * @param further more `--conf`, in front of the arguments
 */
export function parseCommandLine(args: readonly string[], version: string, further: Conf = {}): CommandLine {
  const options = new Map<string, string>();
  const conf = new Map<string, string>();
  for (const [key, value] of Object.entries(further)) {
    if (key.includes('=')) conf.set(...property(`${key}=${value}`));
    else conf.set(key, value);
  }
  let loadsDefaults = false;
  for (let at = 0; at < args.length; at++) {
    const [, long, attached] = (args[at].startsWith('--') && /^(--[^=]+)=(.+)$/.exec(args[at])) || [];
    const option = long ?? args[at];
    if (VALUE_OPTIONS.has(option) || option === '-c') {
      if (attached === undefined) at++;
      const value = attached ?? args[at];
      if (value === undefined) refuse(`the option ${option} has no value`, `write ${option} <value>`);
      if (OTHER_ACTIONS.has(option)) notASubmission(option);
      if (option === '--conf' || option === '-c') conf.set(...property(value));
      else options.set(option, checked(option, value));
    } else if (isSwitch(option, version)) {
      loadsDefaults ||= option === '--load-spark-defaults';
    } else if (OTHER_ACTIONS.has(option)) {
      notASubmission(option);
    } else if (option.startsWith('-')) {
      refuse(`spark-submit has no option ${option}`, "put the application's own options behind the application's file");
    } else {
      // spark-submit splits at the first = of what looks like an option only
      return { options, conf, loadsDefaults, primaryResource: args[at], arguments: args.slice(at + 1) };
    }
  }
  return { options, conf, loadsDefaults, arguments: [] };
}

function notASubmission(option: string): never {
  refuse(`with ${option} spark-submit submits nothing`, `leave out ${option}`);
}

function property(text: string): [string, string] {
  const at = text.indexOf('=');
  if (at < 0) refuse(`--conf ${text} has no value`, `write --conf ${text}=<value>`);
  return [text.slice(0, at), text.slice(at + 1)];
}

function checked(option: string, value: string): string {
  if (option === '--deploy-mode' && value !== 'client' && value !== 'cluster') {
    refuse(`--deploy-mode is ${value}`, 'write --deploy-mode cluster');
  }
  return value;
}
