export * from './cluster-scoped';
export * from './json';
export * from './manifest';
export * from './pod-resources';
export * from './values';
export * from './yaml';
