import type { JsonObject } from '../../manifest';

/** Spark configuration: texts by key. */
export type Conf = Readonly<Record<string, string>>;

/** What the application runs; Spark goes by the ending of the file, whatever else is said. */
export interface MainResource {
  readonly kind: 'java' | 'python' | 'r';
  /** The primary resource; absent for a Java application that is on the class path already. */
  readonly file?: string;
}

/** What spark-submit makes of its command line, properties file and defaults. */
export interface Submission {
  /** The configuration that the driver's builder gets. */
  readonly conf: ReadonlyMap<string, string>;
  readonly mainResource: MainResource;
  readonly mainClass: string;
  readonly arguments: readonly string[];
  readonly proxyUser?: string;
}

/** Pod templates as they stand in their files. */
export interface PodTemplates {
  readonly driver?: JsonObject;
  readonly executor?: JsonObject;
  /** The text of the executors' template, which the submitter puts into a ConfigMap. @default - the object as JSON */
  readonly executorText?: string;
  /** What is wrong with templates that cannot be read; Spark refuses them when it comes to them. */
  readonly problems?: { readonly driver?: string; readonly executor?: string };
}

/** Reads a file of the machine on which spark-submit runs; undefined when there is none. */
export type ReadFile = (path: string) => Uint8Array | undefined;

/**
 * Lists a folder of that machine: names of files, and names of folders with a `/` at their ends; undefined when there is no such
 * folder.
 */
export type ListFolder = (path: string) => readonly string[] | undefined;

/**
 * What Spark draws at run time, in its real shape and greatest length, so that a predicted pod is a pod that Kubernetes
 * would take.
 */
export interface RandomParts {
  /** `spark-` and 32 hexadecimal digits. */
  readonly applicationId: string;
  /** The same, drawn by a driver to which spark-submit gave none: its executors have it. */
  readonly driversApplicationId: string;
  /** 16 or 17 hexadecimal digits behind the application's name; the driver and its Services, ConfigMaps and claims have it. */
  readonly driverPrefixId: string;
  /** The same, drawn once more by the driver for its executors. */
  readonly executorPrefixId: string;
  /** In `spark-<id>-driver-svc`, the Service's name when the one made from the application's name is too long. */
  readonly driverServiceId: string;
  /** Hexadecimal digits in `spark-drv-<id>-conf-map`. */
  readonly driverConfigMapId: string;
  /** Hexadecimal digits in `spark-exec-<id>-conf-map`. */
  readonly executorConfigMapId: string;
  /** Of `/var/data/spark-<uuid>`, in the driver and in the executors. */
  readonly localDirectoryUuid: string;
  /** Of `spark-upload-<uuid>`, the folder of each uploaded file. */
  readonly uploadUuid: string;
  /** 64 hexadecimal digits that authenticate executors with `spark.authenticate`. */
  readonly authenticationSecret: string;
  /** When spark-submit ran, in milliseconds since 1970. */
  readonly submitTime: string;
  /** The user that runs spark-submit (`SPARK_USER`), and the one inside the driver, whom executors get. */
  readonly user: string;
}

/** What to predict. */
export interface PredictPodsProps {
  /** Spark in which spark-submit runs: it builds the driver's pod and writes its properties. */
  readonly submitter: string;
  /** Spark in the application's image: its driver builds the executors. */
  readonly application: string;
  readonly submission: Submission;
  readonly templates?: PodTemplates;
  /** Number of executor pods to return. @default 1 */
  readonly executors?: number;
  /** UID of the driver's pod, which then owns the executors. @default - no owner */
  readonly driverUid?: string;
  readonly random?: Partial<RandomParts>;
  /** Where the submitter's files come from (krb5.conf, keytab, certificates). @default - it has no files */
  readonly readFile?: ReadFile;
}

/** What a pod's memory is made of, in MiB, as Spark adds it up. */
export interface MemoryParts {
  readonly heap: number;
  readonly overhead: number;
  readonly offHeap: number;
  readonly pyspark: number;
  /** How the overhead was found: stated as it is, or by a factor with a minimum. */
  readonly overheadRule:
    | { readonly stated: true }
    | { readonly stated: false; readonly factor: number; readonly minimum: number };
}

/** An executor, with what is created for it (claims). */
export interface PredictedExecutor {
  readonly pod: JsonObject;
  readonly resources: readonly JsonObject[];
}

/** Everything that a submission creates, as Spark's builders make it. */
export interface PredictedPods {
  readonly driver: JsonObject;
  /** Created before the driver's pod. */
  readonly driverPreResources: readonly JsonObject[];
  /** Created with the driver's pod, which owns them: Service, claims, ConfigMaps. */
  readonly driverResources: readonly JsonObject[];
  /** The properties that the driver reads, from the ConfigMap that is mounted into its pod. */
  readonly driverProperties: Conf;
  readonly executors: readonly PredictedExecutor[];
  readonly memory: { readonly driver: MemoryParts; readonly executor: MemoryParts };
}

/** Spark would refuse this. */
export class SparkRefusal extends Error {
  /**
   * @param at in spark-submit's own checks, while the driver's pod is built, or while the driver builds executors
   * @param problem what is wrong, with the value
   * @param fix what to write
   */
  constructor(
    readonly at: 'submit' | 'driver' | 'executor',
    readonly problem: string,
    readonly fix: string,
  ) {
    super(`${problem}\n  ${fix}`);
  }
}
