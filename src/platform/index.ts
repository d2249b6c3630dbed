export { Environment } from './environment';
export * from './environment-props';
export * from './flux-source';
export * from './platform-app';
export * from './unit';
