import { PlatformApp } from 'cdk8s-spark-platform';
import { lakehouse } from './lakehouse';

try {
  const app = new PlatformApp({ name: 'lakehouse' });
  lakehouse(app);
  app.synth();
} catch (error) {
  // A mistake in an app is told in words; where in the library it was noticed helps nobody.
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
