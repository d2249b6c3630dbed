export * from './workload';
export * from './workloads-of';
