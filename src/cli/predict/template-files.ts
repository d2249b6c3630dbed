import type { ReadFile } from '../../spark/prediction';
import type { CommandIo } from '../command';
import { bytesOf, type InputFile, readInput } from '../input';
import type { Finding } from './finding';
import type { PredictOptions } from './options';
import { ROLES, type Role } from './prediction';
import type { Setting } from './settings';
import { templateFindings } from './template';

type Settings = ReadonlyMap<string, Setting>;

const keyOf = (role: Role): string => `spark.kubernetes.${role}.podTemplateFile`;

/** The templates that count, and why some cannot be had. */
export interface Templates {
  /** The settings, with the templates that only options name. */
  readonly settings: Settings;
  /** What spark-submit would find at a path. */
  readonly readFile: ReadFile;
  readonly findings: readonly Finding[];
}

/**
 * Finds the templates of both roles. The file of an option stands for the one that the settings name, which lies where
 * spark-submit will run; without an option it must lie here too.
 */
export function templatesOf(
  settings: Settings,
  options: PredictOptions['templates'],
  fileOf: (path: string) => InputFile,
  io: CommandIo,
): Templates {
  const texts = new Map<string, Uint8Array>();
  const added: Setting[] = [];
  const findings: Finding[] = [];
  for (const role of ROLES) {
    const [setting, option] = [settings.get(keyOf(role)), options[role]];
    if (setting === undefined && option === undefined) continue;
    if (setting === undefined) added.push({ key: keyOf(role), value: option as string, origin: `--${role}-template` });
    const file = option === undefined ? readTemplate(setting as Setting, role, io) : fileOf(option);
    if ('text' in file) {
      texts.set(pathOf(setting?.value ?? file.path), Buffer.from(file.text));
      findings.push(...templateFindings(file));
    } else findings.push(file);
  }
  return {
    settings: new Map([...settings, ...added.map((setting) => [setting.key, setting] as const)]),
    readFile: (path) => texts.get(path) ?? bytesOf(io)(path),
    findings,
  };
}

/** A path may be written as an address. */
const pathOf = (path: string): string => path.replace(/^(file|local):(\/\/)?(?=\/)/, '');

function readTemplate({ key, value, origin }: Setting, role: Role, io: CommandIo): InputFile | Finding {
  const read = readInput(pathOf(value), io);
  if (typeof read !== 'string') return { ...read, path: value };
  return {
    where: origin,
    message: `${key} names '${value}', which cannot be read here: ${read}`,
    fix: `give the file that will be there with --${role}-template <file>`,
  };
}
