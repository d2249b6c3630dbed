export type { ExecutorsPrediction, PodMemoryParts, PodPrediction, SparkApplicationPods } from './prediction';
export { OPERATOR_SPARK_VERSION, sparkApplicationPods } from './spark-application-pods';
