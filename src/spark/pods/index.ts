export type { ExecutorsPrediction, PodMemoryParts, PodPrediction, SparkApplicationPods } from './prediction';
