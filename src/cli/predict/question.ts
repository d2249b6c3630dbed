import type { JsonObject, JsonValue } from '../../manifest';
import { isObject } from '../../manifest/values';
import { versionProblem } from './options';

/** What questions that do not say it themselves get. */
export interface QuestionDefaults {
  readonly sparkVersion?: string;
  readonly submitterVersion?: string;
  readonly user: string;
  /** The working directory. */
  readonly folder?: string;
}

/** A question of `--batch` that can be answered. */
export interface Question {
  readonly id?: JsonValue;
  readonly args: readonly string[];
  readonly conf: { readonly [key: string]: string };
  readonly executors: number;
  readonly driverUid?: string;
  readonly sparkVersion: string;
  readonly submitterVersion: string;
  readonly user: string;
  readonly folder?: string;
}

/** A line that is no question. */
export interface NoQuestion {
  readonly id?: JsonValue;
  readonly error: string;
  readonly errorAt: 'question';
}

/** Every executor pod is returned whole. */
const MOST_EXECUTORS = 1000;

/** Reads a line of `--batch`, with everything that is wrong with it in one error. */
export function questionOf(line: string, defaults: QuestionDefaults): Question | NoQuestion {
  let value: JsonValue;
  try {
    value = JSON.parse(line.replace(/^\uFEFF/, ''));
  } catch (error) {
    return { error: `the line is no JSON: ${(error as Error).message}`, errorAt: 'question' };
  }
  if (!isObject(value)) return { error: 'the line is no JSON object', errorAt: 'question' };
  const id = 'id' in value ? { id: value['id'] as JsonValue } : {};
  const read = fieldsOf(withoutNulls(value), defaults);
  return Array.isArray(read) ? { ...id, error: read.join('; '), errorAt: 'question' } : { ...id, ...read };
}

function fieldsOf(given: JsonObject, defaults: QuestionDefaults): Omit<Question, 'id'> | string[] {
  const { args = [], conf = {}, executors = 1, driverUid, user = defaults.user } = given;
  const { sparkVersion = defaults.sparkVersion } = given;
  const { submitterVersion = defaults.submitterVersion ?? sparkVersion } = given;
  const problems = [
    Array.isArray(args) && args.every(isScalar) ? '' : 'args is not a list of texts',
    isObject(conf) ? confProblem(conf) : 'conf is not an object of texts',
    isCount(executors) ? '' : `executors is ${JSON.stringify(executors)}, not a whole number from 0 to ${MOST_EXECUTORS}`,
    driverUid === undefined || isText(driverUid) ? '' : 'driverUid is not a text',
    isText(user) ? '' : 'user is not a text',
    releaseProblem('sparkVersion', sparkVersion),
    given['submitterVersion'] === undefined ? '' : releaseProblem('submitterVersion', submitterVersion),
  ].filter((problem) => problem !== '');
  if (problems.length > 0) return problems;
  return {
    args: (args as JsonValue[]).map(String),
    conf: Object.fromEntries(Object.entries(conf as JsonObject).map(([key, value]) => [key, String(value)])),
    executors: executors as number,
    ...(driverUid === undefined ? {} : { driverUid: driverUid as string }),
    sparkVersion: sparkVersion as string,
    submitterVersion: submitterVersion as string,
    user: user as string,
    ...(defaults.folder === undefined ? {} : { folder: defaults.folder }),
  };
}

function confProblem(conf: JsonObject): string {
  const keys = Object.keys(conf).filter((key) => !isScalar(conf[key]));
  return keys.length === 0 ? '' : `in conf, ${keys.join(' and ')} is no text`;
}

function releaseProblem(name: string, version: JsonValue | undefined): string {
  if (version === undefined) return `${name} is missing`;
  if (!isText(version)) return `${name} is not a text`;
  const problem = versionProblem(version);
  return problem === undefined ? '' : `${name} is '${version}': ${problem}`;
}

const isText = (value: JsonValue | undefined): value is string => typeof value === 'string';
/** Numbers, true, false and null are taken for the texts that they are written as. */
const isScalar = (value: JsonValue): boolean => value === null || typeof value !== 'object';
const isCount = (value: JsonValue): boolean => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= MOST_EXECUTORS;

/** A field that is null was left out. */
const withoutNulls = (object: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== null));
