import { PlatformApp } from 'cdk8s-spark-platform';
import { lakehouse } from './lakehouse';

const app = new PlatformApp({ name: 'lakehouse' });
lakehouse(app);
app.synth();
