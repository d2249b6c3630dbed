import type { ExecutorCounts, MainResource, PredictedPods } from '../../spark/prediction';

/** A prediction with what is needed to print and to explain it. */
export interface Prediction {
  /** Tells one application from others: `data/etl`. @default - there is only one */
  readonly id?: string;
  /** The file and the application in it. @default - places name their files themselves */
  readonly where?: string;
  /** Spark that submits. */
  readonly submitter: string;
  /** Spark in the image of the application. */
  readonly application: string;
  readonly kind: MainResource['kind'];
  readonly pods: PredictedPods;
  readonly executors: ExecutorCounts;
  /** Where the value of a key was set; undefined for one that nobody set. */
  readonly originOf: (key: string) => string | undefined;
  /** Where the limit of a resource was set that no key sets. @default - nowhere */
  readonly limitOrigin?: (role: Role, resource: string) => string | undefined;
  /** Who else may change pods: `the pod template`. */
  readonly otherwise: string;
}

/** The kinds of pods. */
export type Role = 'driver' | 'executor';

export const ROLES: readonly Role[] = ['driver', 'executor'];
