import type { JsonObject } from '../../manifest';
import {
  type Conf,
  type ListFolder,
  type PodTemplates,
  type PredictedExecutor,
  type RandomParts,
  type ReadFile,
  SparkRefusal,
  type Submission,
} from './model';
import { predictPods } from './predict';
import { submit } from './submit';
import { parsePodTemplate, TemplateProblem } from './template/parse-template';

/** A question of which pods a command line of spark-submit makes. */
export interface PodQuestion {
  readonly id?: string | number;
  /** spark-submit's arguments; a master and cluster mode are added when absent. */
  readonly args?: readonly string[];
  /** Further `--conf`, in front of the arguments. */
  readonly conf?: Conf;
  /** Number of executors to show. @default 1 */
  readonly executors?: number;
  /** UID of the driver's pod, which then owns its executors. */
  readonly driverUid?: string;
  /** Spark in the application's image. */
  readonly sparkVersion: string;
  /** Spark that submits. @default - the application's */
  readonly submitterVersion?: string;
  /** spark-submit's working directory, an absolute path. @default - the root: it is not known */
  readonly folder?: string;
  readonly random?: Partial<RandomParts>;
}

/** The pods, or why Spark would refuse. */
export interface PodAnswer {
  readonly id?: string | number;
  readonly driver?: JsonObject;
  readonly driverPreResources?: readonly JsonObject[];
  readonly driverResources?: readonly JsonObject[];
  readonly driverProperties?: Conf;
  readonly executors?: readonly PredictedExecutor[];
  readonly error?: string;
  readonly errorAt?: SparkRefusal['at'];
}

/** Never contacted. */
const MASTER = 'k8s://https://127.0.0.1:1';

/** Answers a question; what Spark would refuse is an answer with `error`. */
export function answer(question: PodQuestion, readFile: ReadFile, listFolder?: ListFolder): PodAnswer {
  const { id, sparkVersion, submitterVersion = sparkVersion } = question;
  const withId = id === undefined ? {} : { id };
  try {
    const submission = submit(argumentsOf(question), {
      version: submitterVersion,
      readFile,
      ...(question.conf === undefined ? {} : { conf: question.conf }),
      ...(listFolder === undefined ? {} : { listFolder }),
      ...(question.folder === undefined ? {} : { folder: question.folder }),
      ...(question.random?.submitTime === undefined ? {} : { submitTime: question.random.submitTime }),
    });
    const { driver, driverPreResources, driverResources, driverProperties, executors } = predictPods({
      submitter: submitterVersion,
      application: sparkVersion,
      submission,
      templates: templatesOf(submission.conf, readFile),
      readFile,
      ...(question.executors === undefined ? {} : { executors: question.executors }),
      ...(question.driverUid === undefined ? {} : { driverUid: question.driverUid }),
      ...(question.random === undefined ? {} : { random: question.random }),
    });
    return { ...withId, driver, driverPreResources, driverResources, driverProperties, executors };
  } catch (error) {
    if (!(error instanceof SparkRefusal)) throw error;
    return { ...withId, error: error.message, errorAt: error.at };
  }
}

function argumentsOf({ args = [] }: PodQuestion): string[] {
  const all: string[] = [];
  if (!args.includes('--master')) all.push('--master', MASTER);
  if (!args.includes('--deploy-mode')) all.push('--deploy-mode', 'cluster');
  all.push(...args);
  return all;
}

/** The templates that a configuration names by paths of the submitter; an absent file is refused where Spark reads it. */
export function templatesOf(conf: Submission['conf'], readFile: ReadFile): PodTemplates {
  const driver = textOf(conf.get('spark.kubernetes.driver.podTemplateFile'), readFile);
  const executor = textOf(conf.get('spark.kubernetes.executor.podTemplateFile'), readFile);
  const [driverPod, driverProblem] = parsed(driver);
  const [executorPod, executorProblem] = parsed(executor);
  return {
    ...(driverPod === undefined ? {} : { driver: driverPod }),
    ...(executorPod === undefined ? {} : { executor: executorPod }),
    ...(executor === undefined ? {} : { executorText: executor }),
    problems: {
      ...(driverProblem === undefined ? {} : { driver: driverProblem }),
      ...(executorProblem === undefined ? {} : { executor: executorProblem }),
    },
  };
}

const UTF8 = new TextDecoder('utf-8', { ignoreBOM: true });

function textOf(path: string | undefined, readFile: ReadFile): string | undefined {
  if (path === undefined) return undefined;
  const content = readFile(path.replace(/^(file|local):(\/\/)?(?=\/)/, ''));
  return content === undefined ? undefined : UTF8.decode(content);
}

const known = new Map<string, readonly [JsonObject | undefined, string | undefined]>();
/** Texts that are kept parsed. */
const CACHE_SIZE = 1000;

/** The pod of a template's text, or what is wrong with it. */
function parsed(text: string | undefined): readonly [JsonObject | undefined, string | undefined] {
  if (text === undefined) return [undefined, undefined];
  const result = known.get(text) ?? parse(text);
  if (known.size >= CACHE_SIZE) known.clear();
  known.set(text, result);
  return result;
}

function parse(text: string): readonly [JsonObject | undefined, string | undefined] {
  try {
    return [parsePodTemplate(text), undefined];
  } catch (error) {
    if (!(error instanceof TemplateProblem)) throw error;
    return [undefined, error.message];
  }
}
