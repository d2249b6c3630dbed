export * from './application';
export * from './conf';
export * from './network';
export * from './pods';
export * from './runtime';
export * from './service-accounts';
export * from './size';
export * from './spark-operator-release';
