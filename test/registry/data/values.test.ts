import { KEYS as HADOOP } from '../../../src/registry/data/hadoop-s3a';
import { KEYS as ICEBERG } from '../../../src/registry/data/iceberg';
import { KEYS as KYUUBI_1_11 } from '../../../src/registry/data/kyuubi-1.11';
import { KEYS as SPARK_3_5 } from '../../../src/registry/data/spark-3.5';
import { KEYS as SPARK_4_0 } from '../../../src/registry/data/spark-4.0';
import { KEYS as SPARK_4_1 } from '../../../src/registry/data/spark-4.1';
import { type Row, read } from './read';

const by = (text: string) => new Map(read(text).map((row) => [row.key, row]));
const spark35 = by(SPARK_3_5);
const spark40 = by(SPARK_4_0);
const spark41 = by(SPARK_4_1);

const short = (row: Row | undefined) => row && [row.type, row.unit, row.default, row.since].join(' ');

// Values as printed in https://spark.apache.org/docs/3.5.9/configuration.html and running-on-kubernetes.html
it.each([
  ['spark.executor.memory', 'bytes m 1g 0.7.0'],
  ['spark.executor.memoryOverheadFactor', 'double  0.1 3.3.0'],
  ['spark.network.timeout', 'duration s 120s 1.3.0'],
  ['spark.memory.fraction', 'double  0.6 1.6.0'],
  ['spark.reducer.maxSizeInFlight', 'bytes m 48m 1.4.0'],
  ['spark.shuffle.file.buffer', 'bytes k 32k 1.4.0'],
  ['spark.dynamicAllocation.executorIdleTimeout', 'duration s 60s 1.2.0'],
  ['spark.dynamicAllocation.enabled', 'boolean  false 1.2.0'],
  ['spark.serializer', 'class  org.apache.spark.serializer.JavaSerializer 0.5.0'],
  ['spark.sql.shuffle.partitions', 'int  200 1.1.0'],
  ['spark.sql.autoBroadcastJoinThreshold', 'bytes b 10MB 1.1.0'],
  ['spark.kubernetes.driver.podTemplateFile', 'string   3.0.0'],
  ['spark.kubernetes.namespace', 'string  default 2.3.0'],
])('Spark 3.5 documents %s', (key, expected) => {
  expect(short(spark35.get(key))).toBe(expected);
});

it('sees what changed from Spark 3.5 to 4.0', () => {
  expect([spark35, spark40].map((keys) => keys.get('spark.sql.ansi.enabled')?.default)).toEqual(['false', 'true']);
  expect([spark35, spark40].map((keys) => keys.get('spark.eventLog.rolling.enabled')?.default)).toEqual(['false', 'true']);
  expect(spark35.has('spark.connect.grpc.binding.address')).toBe(false);
  expect(spark40.get('spark.connect.grpc.binding.address')?.since).toBe('4.0.0');
});

it('marks static SQL keys, internal ones and defaults of the machine', () => {
  expect(spark41.get('spark.sql.extensions')?.flags).toEqual(['static']);
  expect(spark41.get('spark.sql.warehouse.dir')).toMatchObject({ default: '<computed>', flags: ['static'] });
  expect(spark41.get('spark.sql.session.timeZone')?.default).toBe('<computed>');
  expect(spark41.get('spark.sql.hive.caseSensitiveInferenceMode')?.allowed).toEqual(['INFER_AND_SAVE', 'INFER_ONLY', 'NEVER_INFER']);
  expect(spark41.get('spark.sql.sources.partitionOverwriteMode')).toMatchObject({ type: 'enum', allowed: ['STATIC', 'DYNAMIC'] });
});

it.each([
  ['spark.yarn.executor.memoryOverhead', 'deprecated=2.3', 'spark.executor.memoryOverhead'],
  ['spark.blacklist.enabled', 'deprecated=3.1.0', 'spark.excludeOnFailure.enabled'],
  ['spark.sql.execution.arrow.enabled', 'deprecated=3.0', 'spark.sql.execution.arrow.pyspark.enabled'],
  ['spark.sql.optimizer.planChangeLog.level', 'removed=3.1.0', 'spark.sql.planChangeLog.level'],
  ['spark.rpc.numRetries', 'deprecated=2.2.0', ''],
])('knows what became of %s', (key, flag, successor) => {
  expect(spark35.get(key)?.flags).toContain(flag);
  expect(spark35.get(key)?.replacement).toBe(successor);
});

it('has Kyuubi, S3A and Iceberg keys as documented', () => {
  const kyuubi = by(KYUUBI_1_11);
  expect(short(kyuubi.get('kyuubi.session.engine.idle.timeout'))).toBe('duration ms PT30M 1.0.0');
  expect(kyuubi.get('kyuubi.frontend.bind.port')?.replacement).toBe('kyuubi.frontend.thrift.binary.bind.port');
  const s3a = by(HADOOP);
  expect(s3a.get('fs.s3a.path.style.access')).toMatchObject({ type: 'boolean', default: 'false' });
  expect(s3a.get('fs.s3a.multipart.size')).toMatchObject({ type: 'bytes', default: '64M' });
  expect(s3a.get('fs.s3a.server-side-encryption-algorithm')?.replacement).toBe('fs.s3a.encryption.algorithm');
  const iceberg = by(ICEBERG);
  expect(iceberg.get('catalog-impl')).toMatchObject({ type: 'class', flags: ['catalog'] });
  expect(iceberg.get('write.target-file-size-bytes')).toMatchObject({ default: '536870912', flags: ['table'] });
  expect(iceberg.get('spark.sql.iceberg.vectorization.enabled')).toMatchObject({ type: 'boolean', flags: ['session'] });
});
