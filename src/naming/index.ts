export * from './kubernetes';
export * from './labels';
export * from './slug';
export * from './spark';
