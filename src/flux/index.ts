export * from './health';
export * from './kustomization';
