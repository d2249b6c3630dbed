export * from './pod-spec';
export * from './workload';
export * from './workloads-of';
