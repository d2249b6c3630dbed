import { Environment, type PlatformApp } from 'cdk8s-spark-platform';
import { dev } from './dev';
import { addLakehouse } from './platform';

/** The lakehouse in all of its environments. */
export function lakehouse(app: PlatformApp): void {
  addLakehouse(new Environment(app, 'dev', dev.environment), dev.sizes);
}
