import { DNS_LABEL_LENGTH, dns1035Problem, dnsLabelProblem } from './kubernetes';

/** Digits of the timestamp in a scheduled run's name, by the operator's `scheduledSparkApplicationTimestampPrecision`. */
const TIMESTAMP_DIGITS = { nanos: 19, micros: 16, millis: 13, seconds: 10, minutes: 8 } as const;

/** How finely the Kubeflow operator stamps the names of scheduled runs. */
export type TimestampPrecision = keyof typeof TIMESTAMP_DIGITS;

/** Lengths that names around Spark have to keep, in characters. */
export const SPARK_NAME_LIMITS = {
  /** A SparkApplication: the operator's webhook wants an RFC 1035 label. */
  application: DNS_LABEL_LENGTH,
  /** A SparkApplication with Prometheus monitoring: its volume `<name>-prom-conf-vol` is a label that nobody shortens. */
  monitoredApplication: DNS_LABEL_LENGTH - '-prom-conf-vol'.length,
  /** A SparkConnect server: its name is the prefix of its executors. */
  connect: 47,
  /** A prefix of executors: with `-exec-` and any 32-bit number the pod's name is still its host name. */
  executorPrefix: DNS_LABEL_LENGTH - '-exec-'.length - 10,
  /** A DAG's slug after `dbt-spark-` in a prefix of executors. */
  dagSlug: 37,
  /** The same with `-` and a random part of eight characters behind it. */
  uniqueDagSlug: 28,
} as const;

/** What else the Kubeflow operator derives from a SparkApplication's name. */
export interface SparkApplicationNameUse {
  /** Whether `spec.monitoring` is set. */
  readonly monitored?: boolean;
  /** For a ScheduledSparkApplication: the precision of the timestamp in its runs' names. */
  readonly scheduled?: TimestampPrecision;
}

/** How long a SparkApplication's name may be so that every name that the operator derives from it still fits. */
export function sparkApplicationNameLimit(use: SparkApplicationNameUse = {}): number {
  const longestRun = use.monitored === true ? SPARK_NAME_LIMITS.monitoredApplication : SPARK_NAME_LIMITS.application;
  return use.scheduled === undefined ? longestRun : longestRun - 1 - TIMESTAMP_DIGITS[use.scheduled];
}

/** Why a text is no name for a SparkApplication or ScheduledSparkApplication, or undefined when it is one. */
export function sparkApplicationNameProblem(text: string, use: SparkApplicationNameUse = {}): string | undefined {
  const problem = dns1035Problem(text);
  const limit = sparkApplicationNameLimit(use);
  if (problem !== undefined || text.length <= limit) return problem;
  const derived = use.scheduled === undefined ? 'its monitoring volume' : 'the names of its scheduled runs';
  return `has ${text.length} characters, at most ${limit} fit: the operator derives ${derived} from it`;
}

/** Why a text is no good prefix for the names of executors, or undefined when it is one. */
export function executorPrefixProblem(text: string): string | undefined {
  // Spark itself takes 237 characters and dots; a dot gives a host name that Kubernetes refuses, a longer prefix one that is cut.
  if (text.includes('.')) return 'holds a dot, which Spark would put into the host name of executors';
  const problem = dnsLabelProblem(text);
  if (problem !== undefined || text.length <= SPARK_NAME_LIMITS.executorPrefix) return problem;
  return `has ${text.length} characters, at most ${SPARK_NAME_LIMITS.executorPrefix} fit before -exec- and the executor's number`;
}

/**
 * The prefix of what Spark creates for an application when no name is given: the name by Spark's own cleaning, then a
 * unique part. Nothing is cut.
 *
 * @param appName `spark.app.name`, any text.
 * @param uniqueId what Spark adds; hexadecimal digits, or a pattern for people such as `*`, which is kept as it is.
 */
export function sparkResourcePrefix(appName: string, uniqueId: string): string {
  const cleaned = `${appName.trim().toLowerCase()}-`
    .replace(/[^a-z0-9-]/g, '-')
    .replace(/-+/g, '-')
    .replace(/^-/, '');
  // A name without any letter or digit leaves the unique part alone, whose first digit then becomes the letter.
  return `${cleaned}${uniqueId}`.replace(/^[0-9]/, 'x');
}

/** The driver pod of a SparkApplication, unless the application names it itself. */
export function driverPodName(application: string): string {
  return `${application}-driver`;
}

/** An executor pod; Spark counts executors from 1 and never uses a number twice in one application. */
export function executorPodName(prefix: string, executor: number | '*'): string {
  return `${prefix}-exec-${executor}`;
}
