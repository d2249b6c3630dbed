export * from './pod-props';
export * from './props';
export * from './spark-operator-release';
