/** What the emitted manifests of this room bring to life, for the budget. */
export { sparkApplicationPods } from './operator';
export type { PodPrediction } from './pods';
export { podsSummary } from './pods/summary';
export { helmReleasePods } from './spark-operator-release/pods';
