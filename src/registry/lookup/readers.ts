/** The Spark versions that read the configuration of an application. */
export interface ConfReaders {
  /** The Spark in which spark-submit runs: the operator's, or that of the Kyuubi image. */
  readonly submitter: string;
  /** The Spark of the application's image. */
  readonly application: string;
}

/** Who acts on a key: the Spark of spark-submit, which makes the driver's pod, the application's own Spark, or both. */
export type KeyReader = 'submitter' | 'application' | 'both';

/**
 * Who acts on keys, by their beginnings; a name without a dot at its end stands for itself and what follows after a dot. The
 * longest beginning that fits says it. What the code of Spark's submission and of its driver calls is where this comes from.
 */
const READERS: Readonly<Record<KeyReader, readonly string[]>> = {
  submitter: [
    'spark.driver.memoryOverhead',
    'spark.driver.memoryOverheadFactor',
    'spark.driver.minMemoryOverhead',
    'spark.kubernetes.appKillPodDeletionGracePeriod',
    'spark.kubernetes.authenticate.driver',
    'spark.kubernetes.authenticate.submission',
    'spark.kubernetes.driver',
    'spark.kubernetes.driverEnv',
    'spark.kubernetes.file.upload.path',
    'spark.kubernetes.hadoop.configMapName',
    'spark.kubernetes.kerberos',
    'spark.kubernetes.report.interval',
    'spark.kubernetes.submission',
    'spark.kubernetes.uploaded',
  ],
  application: [
    'spark.kubernetes.driver.annotateExitException',
    'spark.kubernetes.driver.connectionTimeout',
    'spark.kubernetes.driver.master',
    'spark.kubernetes.driver.ownPersistentVolumeClaim',
    'spark.kubernetes.driver.requestTimeout',
    'spark.kubernetes.driver.reusePersistentVolumeClaim',
    'spark.kubernetes.driver.service.deleteOnTermination',
    'spark.kubernetes.driver.waitToReusePersistentVolumeClaim',
  ],
  both: [
    'spark.app.name',
    'spark.archives',
    'spark.blockManager.port',
    'spark.driver.bindAddress',
    'spark.driver.blockManager.port',
    'spark.driver.cores',
    'spark.driver.extraClassPath',
    'spark.driver.host',
    'spark.driver.memory',
    'spark.driver.port',
    'spark.driver.resource',
    'spark.dynamicAllocation.enabled',
    'spark.executor.cores',
    'spark.executor.instances',
    'spark.executor.memory',
    'spark.files',
    'spark.hadoop',
    'spark.jars',
    'spark.kerberos',
    'spark.kubernetes.authenticate.driver.serviceAccountName',
    'spark.kubernetes.authenticate.driver.mounted',
    'spark.kubernetes.configMap.maxSize',
    'spark.kubernetes.container.image',
    'spark.kubernetes.context',
    'spark.kubernetes.driver.pod.name',
    'spark.kubernetes.executor.podTemplateFile',
    'spark.kubernetes.legacy.useReadWriteOnceAccessMode',
    'spark.kubernetes.local.dirs.tmpfs',
    'spark.kubernetes.memoryOverheadFactor',
    'spark.kubernetes.namespace',
    'spark.kubernetes.node.selector',
    'spark.kubernetes.pyspark.pythonVersion',
    'spark.kubernetes.resource.type',
    'spark.kubernetes.scheduler.name',
    'spark.kubernetes.submitInDriver',
    'spark.kubernetes.trust.certificates',
    'spark.local.dir',
    'spark.master',
    'spark.pyspark.driver.python',
    'spark.pyspark.python',
    'spark.submit',
    'spark.ui.port',
  ],
};

const BY_BEGINNING = new Map(
  Object.entries(READERS).flatMap(([reader, beginnings]) =>
    beginnings.map((beginning) => [beginning, reader as KeyReader] as const),
  ),
);

/** Who acts on a key. What nothing is known of is read by the application's Spark alone. */
export function readersOf(key: string): KeyReader {
  for (let end = key.length; end > 0; end = key.lastIndexOf('.', end - 1)) {
    const reader = BY_BEGINNING.get(key.slice(0, end));
    if (reader !== undefined) return reader;
  }
  return 'application';
}
