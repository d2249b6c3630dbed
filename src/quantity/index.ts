export * from './cpu';
export * from './jvm-memory';
export * from './memory';
