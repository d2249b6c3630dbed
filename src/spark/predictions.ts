/** What the emitted manifests of this room bring to life, for the budget. */
export { type PodPrediction, sparkApplicationPods } from './pods';
export const helmReleasePods = (_: object): { name: string; count: number; surge: number; cpuRequestMillis: number; cpuLimitMillis?: number; memoryRequestBytes: number; memoryLimitBytes?: number; image: string }[] => [];
