export * from './health';
export * from './kinds';
export * from './kustomization';
