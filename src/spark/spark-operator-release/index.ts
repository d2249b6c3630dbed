export * from './deployment-props';
export * from './monitoring-props';
export * from './pod-props';
export * from './props';
export * from './spark-operator-release';
