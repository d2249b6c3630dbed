export * from './check';
export * from './fact';
export { successorOf } from './renamed';
