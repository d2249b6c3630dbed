export { SOURCE_HASH_ANNOTATION } from './manifests';
export type { SparkApplicationProps, SparkPodSecurity } from './props';
export { RestartPolicy, type RetryOptions } from './restart-policy';
export {
  type OnceOptions,
  REVISION_ANNOTATION,
  SparkRun,
  type TemplateOptions,
} from './run';
export { type JvmSourceOptions, type PythonCodeOptions, type PythonSourceOptions, SparkSource } from './source';
export { SparkApplication } from './spark-application';
export { TaintEffect, Toleration } from './toleration';
