/**
 * Keys that an engine reads although its registry does not list them: open families, whose keys hold a name that the user
 * chooses, and single keys that are read by their literal name. Maintained by hand.
 *
 * Sources: Spark's configuration, Kubernetes, security, monitoring, YARN and structured streaming pages
 * (https://spark.apache.org/docs/latest/configuration.html), which state the versions; the key literals of Spark's classes for
 * what these pages leave out; Hadoop's S3A pages (https://hadoop.apache.org/docs/stable/hadoop-aws/tools/hadoop-aws/);
 * Iceberg's configuration page (https://iceberg.apache.org/docs/latest/configuration/); Kyuubi's settings page.
 */

import { KUBERNETES_FAMILIES } from './families-kubernetes';
import { SPARK_FAMILIES } from './families-spark';
import { familiesOf, type KeyFamily } from './family';

export type { KeyFamily } from './family';

const hadoop = familiesOf('hadoop')('fs.s3a.', [['bucket.<bucket>.<key>', 'string', '2.8.0']]);

const iceberg = familiesOf('iceberg')('', [
  ['table-default.<property>', 'string', ''],
  ['table-override.<property>', 'string', ''],
  ['view-default.<property>', 'string', ''],
  ['view-override.<property>', 'string', ''],
  ['header.<name>', 'string', ''],
  ['hadoop.<key>', 'string', ''],
  ['jdbc.<property>', 'string', ''],
  ['rest.<property>', 'string', ''],
  ['s3.access-points.<bucket>', 'string', ''],
  ['s3.write.tags.<tag>', 'string', ''],
  ['s3.delete.tags.<tag>', 'string', ''],
  ['client.assume-role.tags.<tag>', 'string', ''],
  ['client.credentials-provider.<property>', 'string', ''],
  ['write.metadata.metrics.column.<column>', 'string', ''],
  ['write.parquet.bloom-filter-enabled.column.<column>', 'boolean', ''],
  ['write.parquet.bloom-filter-fpp.column.<column>', 'double', ''],
  ['write.parquet.bloom-filter-ndv.column.<column>', 'long', ''],
  ['write.parquet.stats-enabled.column.<column>', 'boolean', ''],
  ['write.parquet.dict-encoding-enabled.column.<column>', 'boolean', ''],
]);

const kyuubi = familiesOf('kyuubi')('', [
  ['kyuubi.engineEnv.<variable>', 'string', ''],
  ['kyuubi.batchConf.<engine>.<key>', 'string', ''],
  ['kyuubi.metadata.store.jdbc.datasource.<property>', 'string', ''],
  ['kyuubi.backend.server.event.kafka.<property>', 'string', ''],
  ['kyuubi.kubernetes.<context>.<key>', 'string', ''],
  ['___<user>___.<key>', 'string', ''],
]);

/** All families and single keys that no registry lists. */
export const FAMILIES: readonly KeyFamily[] = [SPARK_FAMILIES, KUBERNETES_FAMILIES, hadoop, iceberg, kyuubi].flat();
