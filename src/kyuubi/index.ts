export * from './conf';
