/** What the emitted manifests of this room bring to life, for the budget. */
export { type PodPrediction, sparkApplicationPods } from './pods';
export { helmReleasePods } from './spark-operator-release/pods';
