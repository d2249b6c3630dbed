import { list, oneOf, rarely, some } from './kit.mjs';

const image = oneOf(
  'registry.example/spark:3.5',
  'spark',
  'registry.example:5000/a/b@sha256:0123',
  'spark:${spark.app.name}',
  'spark:{{SPARK_VERSION}}-{{SPARK_VERSION}}',
);

/** Images; there is nearly always one for everybody, since Spark insists. */
export const images = some({
  'spark.kubernetes.container.image': oneOf('registry.example/spark:1', 'spark:latest', 'spark:{{SPARK_VERSION}}'),
  'spark.kubernetes.driver.container.image': rarely(image),
  'spark.kubernetes.executor.container.image': rarely(image),
  'spark.kubernetes.container.image.pullPolicy': rarely(oneOf('Always', 'Never', 'IfNotPresent')),
  'spark.kubernetes.container.image.pullSecrets': rarely(list(oneOf('regcred', ' spaced ', 'other', 'a.b'))),
});
