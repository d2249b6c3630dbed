import type { JsonObject } from '../../manifest';
import { OperatorRefusal, sparkApplicationPods } from '../../spark/operator';
import {
  answer,
  executorCounts,
  type ListFolder,
  type MainResource,
  type PodAnswer,
  predictPods,
  type ReadFile,
  SparkRefusal,
  submit,
  TemplateProblem,
  templatesOf,
} from '../../spark/prediction';
import type { Refused } from './outcome';
import type { Prediction } from './prediction';
import type { Question } from './question';

/** Why there is no prediction. */
export type Failure = Pick<Refused, 'errorAt' | 'message' | 'fix'>;

/** What runs and how often. */
export type Predicted = Pick<Prediction, 'pods' | 'executors'>;

/** The pods of a question, or why Spark would refuse it. */
export function predictQuestion(question: Question, readFile: ReadFile): Predicted | Failure {
  const { args, conf, executors, sparkVersion: application, submitterVersion: submitter, user } = question;
  return refusable(() => {
    const submission = submit(args, { version: submitter, readFile, conf });
    const templates = templatesOf(submission.conf, readFile);
    const pods = predictPods({ submitter, application, submission, templates, executors, readFile, random: { user } });
    return { pods, executors: executorCounts(pods.driverProperties, application) };
  });
}

/** What a prediction gives, or why it was refused. */
function refusable<T>(predict: () => T): T | Failure {
  try {
    return predict();
  } catch (error) {
    if (error instanceof SparkRefusal || error instanceof OperatorRefusal)
      return { errorAt: error.at, message: error.problem, fix: error.fix };
    if (!(error instanceof TemplateProblem)) throw error;
    return { errorAt: 'driver', message: `the pod template: ${error.message}`, fix: 'correct the template' };
  }
}

/** The answer to a question of `--batch`. */
export function answerTo({ id, user, ...question }: Question, readFile: ReadFile, listFolder?: ListFolder): object {
  const answered: PodAnswer = answer({ ...question, random: { user } }, readFile, listFolder);
  return id === undefined ? answered : { id, ...answered };
}

/** The pods of a SparkApplication, with what the operator told spark-submit. */
export interface PredictedManifest extends Predicted {
  readonly kind: MainResource['kind'];
  /** Whether the operator gives a key to spark-submit. */
  readonly isSubmitted: (key: string) => boolean;
}

/** The pods of a SparkApplication, or why the API server, the operator or Spark would refuse it. */
export function predictManifest(manifest: JsonObject, submitterVersion: string): PredictedManifest | Failure {
  try {
    return refusable(() => applicationPods(manifest, submitterVersion));
  } catch (error) {
    // Fields of wrong types, which the API server does not let in, turn up wherever something is done with them.
    const message = `it does not have the shape of a SparkApplication: ${(error as Error).message}`;
    return { errorAt: 'admission', message, fix: 'check it with kubectl apply --dry-run=server, which names the field' };
  }
}

function applicationPods(manifest: JsonObject, submitterVersion: string): PredictedManifest {
  const predicted = sparkApplicationPods(manifest, { submitterVersion });
  const { executor, executorResources, driverProperties, sparkVersion, submitArguments } = predicted;
  const executors = executorCounts(driverProperties, sparkVersion);
  const pods = { ...predicted, driverPreResources: [], executors: [{ pod: executor, resources: executorResources }] };
  const isSubmitted = (key: string): boolean => submitArguments.some((text) => text.startsWith(`${key}=`));
  return { kind: driverProperties['spark.kubernetes.resource.type'] as MainResource['kind'], pods, executors, isSubmitted };
}
