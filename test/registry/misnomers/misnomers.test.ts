import { keyProblem, lookUp } from '../../../src/registry/lookup';
import { misnomerOf } from '../../../src/registry/misnomers';

/** Names that circulate in examples, and a part of the sentence that each must get. */
const WRONG: readonly (readonly [string, RegExp])[] = [
  ['spark.kubernetes.driver.podNamePrefix', /does not exist .* spark\.kubernetes\.executor\.podNamePrefix/],
  ['spark.kubernetes.driver.podTemplatesFile', /the key is podTemplateFile/],
  ['spark.kubernetes.executor.podTemplatesFile', /the key is podTemplateFile/],
  ['spark.kubernetes.podTemplateFile', /one each.*spark\.kubernetes\.executor\.podTemplateFile/],
  ['KYUUBI_ENGINE_SPARK_CONF_SPARK_EXECUTOR_INSTANCES', /no environment variable .* spark\.executor\.instances=…/],
  ['KYUUBI_ENGINE_SPARK_CONF_SPARK_EXECUTOR_MEMORY', /no environment variable .* spark\.executor\.memory=…/],
  ['KYUUBI_ENGINE_SPARK_CONF_SPARK_EXECUTOR_CORES', /no environment variable .* spark\.executor\.cores=…/],
  ['KYUUBI_ENGINE_SPARK_CONF_SPARK_DRIVER_MEMORY', /no environment variable .* spark\.driver\.memory=…/],
  ['KYUUBI_ENGINE_SPARK_CONF_SPARK_DRIVER_CORES', /no environment variable .* spark\.driver\.cores=…/],
  ['KYUUBI_ENGINE_SPARK_CONF_SPARK_KUBERNETES_EXECUTOR_PODTEMPLATESFILE', /spark\.kubernetes\.executor\.podTemplateFile=…/],
  ['KYUUBI_ENGINE_SPARK_CONF_SPARK_KUBERNETES_NAMESPACE', /no environment variable .* spark\.kubernetes\.namespace=…/],
  ['KYUUBI_ENGINE_SPARK_CONF_SPARK_MASTER', /no environment variable .* spark\.master=…/],
  ['KYUUBI_ENGINE_SPARK_CONF_SPARK_KUBERNETES_DRIVER_PODTEMPLATESFILE', /spark\.kubernetes\.driver\.podTemplateFile=…/],
  ['KYUUBI_ENGINE_SPARK_CONF_SPARK_KUBERNETES_EXECUTOR_PODNAMEPREFIX', /spark\.kubernetes\.executor\.podNamePrefix=…/],
  ['KYUUBI_ENGINE_SPARK_CONF_SPARK_KUBERNETES_DRIVER_PODNAMEPREFIX', /driver\.podNamePrefix does not exist/],
  ['SPARK_KUBERNETES_EXECUTOR_POD_NAME_PREFIX_TEMPLATE', /no environment variable .* spark\.kubernetes\.executor\.podNamePrefix/],
  ['SPARK_APP_NAME_TEMPLATE', /no environment variable .* spark\.app\.name/],
  ['spark_config', /dbt-spark ignores it.*server_side_parameters/],
  ['spark_executor_instances', /dots.*spark\.executor\.instances/],
  ['ENGINE_TIMEOUT', /kyuubi\.session\.engine\.initialize\.timeout/],
  ['spark.sql.iceberg.handle-timestamp-without-timezone', /obsolete.*TIMESTAMP_NTZ/],
  ['spark.hadoop.fs.s3a.fast.upload', /obsolete.*fast\.upload\.buffer/],
  ['jmxExporterJar', /field of a SparkApplication/],
];

test.each(WRONG)('%s gets a sentence of its own', (name, sentence) => {
  const verdict = lookUp(name);
  expect(verdict.kind).toBe('misnomer');
  const { message, fix } = keyProblem(name, verdict) ?? { message: '', fix: '' };
  expect(`${message}: ${fix}`).toMatch(sentence);
  expect(message.startsWith(`${name} `)).toBe(true);
});

test('real keys are no misnomers', () => {
  for (const key of ['spark.kubernetes.executor.podNamePrefix', 'spark.hadoop.fs.s3a.fast.upload.buffer', 'constructor']) {
    expect(misnomerOf(key)).toBeUndefined();
  }
});

/** The keys of the same examples that do exist, with a version that reads them. */
const RIGHT: readonly string[] = [
  'kyuubi.engine.share.level',
  'spark.app.name',
  'spark.dynamicAllocation.enabled',
  'spark.executor.cores',
  'spark.executor.instances',
  'spark.executor.memory',
  'spark.executor.resource.gpu.vendor',
  'spark.hadoop.fs.s3a.access.key',
  'spark.hadoop.fs.s3a.block.size',
  'spark.hadoop.fs.s3a.endpoint',
  'spark.hadoop.fs.s3a.multipart.size',
  'spark.hadoop.fs.s3a.path.style.access',
  'spark.hadoop.fs.s3a.secret.key',
  'spark.kubernetes.executor.podNamePrefix',
  'spark.kubernetes.executor.request.cores',
  'spark.serializer',
  'spark.sql.adaptive.coalescePartitions.enabled',
  'spark.sql.adaptive.enabled',
  'spark.sql.catalog.spark_catalog',
  'spark.sql.catalog.spark_catalog.type',
  'spark.sql.catalog.spark_catalog.uri',
  'spark.sql.execution.arrow.pyspark.enabled',
  'spark.sql.extensions',
  'spark.sql.iceberg.check-nullability',
  'spark.sql.shuffle.partitions',
];

test.each(RIGHT)('%s is a key', (key) => expect(['known', 'family']).toContain(lookUp(key, { spark: '3.5.9' }).kind));
