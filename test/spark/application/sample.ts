import { App, Chart, Size, Testing } from 'cdk8s';
import {
  Executors,
  SparkApplication,
  type SparkApplicationProps,
  SparkMemory,
  SparkRuntime,
  SparkSource,
} from '../../../src/spark';

/** The Python job that many guides show: driver 2g, two executors 2g. */
export const sampleProps: SparkApplicationProps = {
  runtime: SparkRuntime.of('3.5.9', { image: 'registry.example/spark:3.5.9-1.12.0', iceberg: '1.12.0' }),
  source: SparkSource.python({ file: 'local:///opt/spark/app/sample_etl.py' }),
  driver: { memory: SparkMemory.heap(Size.gibibytes(2)) },
  executor: { memory: SparkMemory.heap(Size.gibibytes(2)) },
  executors: Executors.exactly(2),
};

export function chart(): Chart {
  return new Chart(Testing.app(), 'jobs', { namespace: 'jobs', disableResourceNameHashes: true });
}

/** An application in a plain Chart. */
export function application(
  props: Partial<SparkApplicationProps> = {},
  id = 'sample-etl-job',
  scope = chart(),
): SparkApplication {
  return new SparkApplication(scope, id, { ...sampleProps, ...props });
}

/** All manifests of a plain App with one application. */
// biome-ignore lint/suspicious/noExplicitAny: manifests are read freely in tests
export function manifests(props: Partial<SparkApplicationProps> = {}): any[] {
  const scope = chart();
  application(props, undefined, scope);
  return Testing.synth(scope);
}

/** The SparkApplication among them. */
// biome-ignore lint/suspicious/noExplicitAny: manifests are read freely in tests
export function emitted(props: Partial<SparkApplicationProps> = {}): any {
  return manifests(props).find(({ kind }) => kind === 'SparkApplication');
}

/** The error text of a plain App. */
export function refusal(make: () => unknown): string {
  try {
    make();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('nothing was refused');
}

export { App };
