import type { JsonObject } from '../../../manifest';
import type { Settings } from '../conf/settings';
import type { DriverMemory } from '../memory';
import type { MainResource, RandomParts, ReadFile } from '../model';
import type { SparkPod } from '../pod';

/**
 * One of the steps from which Spark builds a pod. Making a step checks the settings it reads, even when the step is
 * excluded later.
 */
export interface Feature {
  /** Spark's class, by which it can be excluded. */
  readonly name: string;
  /** Changes the pod. */
  configure?(pod: SparkPod): void;
  /** What the driver's properties get. */
  properties?(): Iterable<readonly [string, string]>;
  /** What is created before the pod. */
  preResources?(): readonly JsonObject[];
  /** What is created with the pod. */
  resources?(): readonly JsonObject[];
}

/** What the steps of the driver and of executors have in common. */
export interface PodContext {
  readonly settings: Settings;
  readonly random: RandomParts;
  /** In front of the names of pods, claims and other objects. */
  readonly namePrefix: string;
  readonly applicationId: string;
  readonly role: 'driver' | 'executor';
  /** Absent for the driver. */
  readonly executorId?: string;
  readonly readFile: ReadFile;
}

/** What the driver's steps read. */
export interface DriverContext extends PodContext {
  readonly role: 'driver';
  readonly mainResource: MainResource;
  readonly mainClass: string;
  readonly arguments: readonly string[];
  readonly proxyUser?: string;
  readonly namespace: string;
  readonly serviceName: string;
  readonly labels: JsonObject;
  readonly memory: DriverMemory;
  readonly executorTemplate?: string;
}

/** Packages of Spark's own steps. */
export const FEATURES = 'org.apache.spark.deploy.k8s.features';
