import { Duration, Size } from 'cdk8s';
import { Cpu, Secret } from 'cdk8s-plus-28';
import {
  type Environment,
  Executors,
  type NamespaceBudget,
  NetworkDestination,
  SparkApplication,
  SparkMemory,
  SparkOperatorRelease,
  SparkRuntime,
  SparkSource,
} from 'cdk8s-spark-platform';
import { lakehouseFile } from './files';

/** What differs between the environments of the lakehouse. */
export interface LakehouseSizes {
  readonly operator: NamespaceBudget;
  readonly jobs: NamespaceBudget;
  /** Address range of the S3 gateway. */
  readonly s3Cidr: string;
  /** URL of the S3 gateway. */
  readonly s3Endpoint: string;
}

/** What every environment of the lakehouse has. */
export function addLakehouse(environment: Environment, sizes: LakehouseSizes): void {
  const operatorUnit = environment.unit('spark-operator', {
    namespace: 'spark-operator',
    budget: sizes.operator,
    timeout: Duration.minutes(10),
  });
  new SparkOperatorRelease(operatorUnit, 'spark-operator', { controller: { workers: 4 } });

  const jobs = environment.unit('jobs', { namespace: 'data-platform', budget: sizes.jobs, timeout: Duration.minutes(30) });
  const s3 = Secret.fromSecretName(jobs, 'ceph-s3', 'ceph-s3');
  const twoGibibytes = { memory: SparkMemory.heap(Size.gibibytes(2)), cores: 1 };
  new SparkApplication(jobs, 'sample-etl-job', {
    runtime: SparkRuntime.of('3.5.9', { image: environment.image('spark-iceberg'), iceberg: '1.12.0' }),
    source: SparkSource.pythonCode({ fromFile: lakehouseFile('jobs/sample_etl.py') }),
    driver: { ...twoGibibytes, cpuLimit: Cpu.millis(1200) },
    executor: twoGibibytes,
    executors: Executors.exactly(2),
    conf: {
      'spark.sql.extensions': 'org.apache.iceberg.spark.extensions.IcebergSparkSessionExtensions',
      'spark.sql.catalog.lakehouse': 'org.apache.iceberg.spark.SparkCatalog',
      'spark.sql.catalog.lakehouse.type': 'hive',
      'spark.sql.catalog.lakehouse.uri': 'thrift://hive-metastore.hive:9083',
      'spark.sql.catalog.lakehouse.io-impl': 'org.apache.iceberg.aws.s3.S3FileIO',
      'spark.sql.catalog.lakehouse.s3.endpoint': sizes.s3Endpoint,
      'spark.sql.catalog.lakehouse.s3.path-style-access': 'true',
    },
    environment: { AWS_REGION: 'us-east-1' },
    secretEnvironment: {
      AWS_ACCESS_KEY_ID: { secret: s3, key: 'access-key' },
      AWS_SECRET_ACCESS_KEY: { secret: s3, key: 'secret-key' },
    },
    destinations: [NetworkDestination.namespace('hive', 9083), NetworkDestination.cidr(sizes.s3Cidr, 443)],
  });
}
