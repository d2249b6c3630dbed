import { type Application, readApplication } from '../../../src/spark/operator';

/** A minimal application with further fields of its spec and metadata. */
export function manifest(spec: object = {}, metadata: object = {}): never {
  return {
    apiVersion: 'sparkoperator.k8s.io/v1beta2',
    kind: 'SparkApplication',
    metadata: { name: 'etl', namespace: 'jobs', ...metadata },
    spec: {
      type: 'Python',
      sparkVersion: '3.5.9',
      mainApplicationFile: 'local:///opt/job.py',
      image: 'spark:1',
      driver: {},
      executor: {},
      ...spec,
    },
  } as never;
}

/** The same, read. */
export function application(spec: object = {}, metadata: object = {}): Application {
  return readApplication(manifest(spec, metadata));
}
