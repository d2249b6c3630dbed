export * from './cdk8s-values';
export * from './cpu';
export * from './jvm-memory';
export * from './memory';
