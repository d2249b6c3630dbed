export { type DynamicExecutors, Executors } from './executors';
export type { DriverSize, ExecutorSize } from './pod-size';
export { SparkMemory } from './spark-memory';
