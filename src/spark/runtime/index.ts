export { ImagePullPolicy, SparkRuntime, type SparkRuntimeOptions } from './spark-runtime';
