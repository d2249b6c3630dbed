/** What the standard labels say about an object. */
export interface StandardLabelValues {
  /** The program: `kyuubi`, `spark`, `dbt`. */
  readonly name: string;
  /** Which one of several installations. */
  readonly instance?: string;
  /** Its part in the architecture: `server`, `driver`. */
  readonly component?: string;
  /** The larger system that it belongs to. */
  readonly partOf?: string;
  /** The program's version. */
  readonly version?: string;
}

/** The value of `app.kubernetes.io/managed-by` on every object of this library. */
export const MANAGED_BY = 'cdk8s-spark-platform';

/** The recommended labels of Kubernetes (`app.kubernetes.io/…`). Values are taken as they are: they have to be label values. */
export function standardLabels(values: StandardLabelValues): { [key: string]: string } {
  const { name, instance, component, partOf, version } = values;
  const labels = { name, instance, version, component, 'part-of': partOf, 'managed-by': MANAGED_BY };
  return Object.fromEntries(
    Object.entries(labels).flatMap(([key, value]) => (value === undefined ? [] : [[`app.kubernetes.io/${key}`, value]])),
  );
}

/**
 * Labels that Spark itself puts on its pods. As custom labels they fail the submission (driver) or the start of executors;
 * older versions preset the first four only, but an application moves to newer ones.
 */
export const RESERVED_SPARK_LABELS: readonly string[] = [
  'spark-role',
  'spark-app-selector',
  'spark-exec-id',
  'spark-exec-resourceprofile-id',
  'spark-app-name',
  'spark-version',
];
