// What users import. Pure rules stay inside their rooms.
export { ChartSource, ChartSourceKind, type ChartSourceOptions, type HelmReleaseReference } from './flux/helm';
export * from './kyuubi';
export * from './platform';
export * from './spark';
