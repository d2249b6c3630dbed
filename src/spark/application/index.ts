export { SOURCE_HASH_ANNOTATION } from './manifests';
export type { SparkApplicationProps, SparkPodSecurity } from './props';
export { RestartPolicy, type RetryOptions } from './restart-policy';
export {
  MAXIMUM_CONCURRENT_RUNS_ANNOTATION,
  type OnceOptions,
  REVISION_ANNOTATION,
  RUN_LABEL,
  SPARK_APPLICATION_TEMPLATE_LABEL,
  SparkRun,
  type TemplateOptions,
} from './run';
export { type JvmSourceOptions, type PythonCodeOptions, type PythonSourceOptions, SparkSource } from './source';
export { SparkApplication } from './spark-application';
export { TaintEffect, Toleration } from './toleration';
