export * from './chart-source';
export * from './manifests';
