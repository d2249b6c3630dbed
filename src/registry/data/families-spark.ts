import { familiesOf, type KeyFamily } from './family';

const spark = familiesOf('spark');
const ROLES = ['driver', 'executor'];

const application = spark('spark.', [
  ['master', 'string', '0.9.0'],
  ['remote', 'string', '3.4.0'],
  ['app.name', 'string', '0.9.0'],
  ['app.id', 'string', '1.4.0'],
  ['home', 'string', ''],
  ['local.dir', 'list', '0.5.0'],
  ['logConf', 'boolean', '0.9.0'],
  ['logLineage', 'boolean', ''],
  ['default.parallelism', 'int', '0.5.0'],
  ['driver.defaultJavaOptions', 'string', '3.0.0'],
  ['executor.defaultJavaOptions', 'string', '3.0.0'],
  ['executorEnv.<name>', 'string', '0.9.0'],
  ['hadoop.<key>', 'string', '1.3.0'],
  ['hive.<key>', 'string', '3.0.0'],
  ['hadoop.cloneConf', 'boolean', '1.0.3'],
  ['hadoop.validateOutputSpecs', 'boolean', '1.0.1'],
  ['hadoop.outputCommitCoordination.enabled', 'boolean', '1.3.0'],
  ['files.overwrite', 'boolean', '1.0.0'],
  ['files.fetchTimeout', 'duration', '1.0.0', 's'],
  ['files.useFetchCache', 'boolean', '1.2.2'],
  ['files.io.threads', 'int', ''],
  ['resultGetter.threads', 'int', ''],
  ['scheduler.pool', 'string', ''],
  ['starvation.timeout', 'duration', '', 'ms'],
  ['port.maxRetries', 'int', '1.1.1'],
  ['ui.proxyBase', 'string', '1.0.0'],
  ['checkpoint.checkpointAllMarkedAncestors', 'boolean', ''],
  ['graphx.pregel.checkpointInterval', 'int', '2.2.0'],
  ['metrics.conf.<property>', 'string', '3.0.0'],
  ['plugins.defaultList', 'list', ''],
  ['r.driver.command', 'string', '1.5.3'],
  ['r.shell.command', 'string', '2.1.0'],
  ['security.credentials.<service>.enabled', 'boolean', '2.3.0'],
  ['io.mode.default', 'string', '4.1.0'],
  ['network.io.preferDirectBufs', 'boolean', '3.0.0'],
  ['network.sharedByteBufAllocators.enabled', 'boolean', '3.0.0'],
  ['network.auth.rpcTimeout', 'duration', '', 's'],
  ['network.crypto.config.<property>', 'string', '2.2.0'],
  ['network.crypto.cipher', 'string', ''],
  ['network.crypto.authEngineVersion', 'int', '3.4.3'],
  ['network.sasl.serverAlwaysEncrypt', 'boolean', '1.4.0'],
  ['network.sasl.maxEncryptedBlockSize', 'bytes', '', 'b'],
  ['network.ssl.maxEncryptedBlockSize', 'bytes', '4.0.0', 'b'],
  ['io.encryption.commons.config.<property>', 'string', '2.1.0'],
  ['shuffle.plugin.__config__.<property>', 'string', ''],
  ['shuffle.sasl.enableRetries', 'boolean', ''],
  ['shuffle.maxChunksBeingTransferred', 'long', '2.3.0'],
  ['shuffle.service.index.cache.size', 'bytes', '2.3.0', 'b'],
  ['shuffle.server.chunkFetchHandlerThreadsPercent', 'int', '3.0.0'],
  ['shuffle.push.server.mergedShuffleFileManagerImpl', 'class', '3.2.0'],
  ['shuffle.push.server.minChunkSizeInMergedShuffleFile', 'bytes', '3.2.0', 'b'],
  ['shuffle.push.server.mergedIndexCacheSize', 'bytes', '3.2.0', 'b'],
  ['shuffle.push.server.ioExceptionsThresholdDuringMerge', 'int', ''],
  ['shuffle.push.server.mergedShuffleCleaner.shutdown.timeout', 'duration', '3.4.0', 's'],
]);

const resources = ['driver', 'executor', 'worker', 'task'].flatMap((owner) =>
  spark(`spark.${owner}.resource.<name>.`, [
    ['amount', owner === 'task' ? 'double' : 'long', '3.0.0'],
    ...(owner === 'task' ? [] : ([['discoveryScript', 'string', '3.0.0']] as const)),
    ...(ROLES.includes(owner) ? ([['vendor', 'string', '3.0.0']] as const) : []),
  ]),
);

/** The network settings of each of Spark's transports. */
const transports = ['rpc', 'shuffle', 'files'].flatMap((module) =>
  spark(`spark.${module}.`, [
    ['io.mode', 'string', ''],
    ['io.preferDirectBufs', 'boolean', ''],
    ['io.connectionTimeout', 'duration', '1.6.0', 's'],
    ['io.connectionCreationTimeout', 'duration', '3.2.0', 's'],
    ['io.backLog', 'int', '1.1.1'],
    // rpc's is an entry of the registry
    ...(module === 'rpc' ? [] : ([['io.numConnectionsPerPeer', 'int', '1.2.1']] as const)),
    ['io.serverThreads', 'int', ''],
    ['io.clientThreads', 'int', ''],
    ['io.receiveBuffer', 'bytes', '', 'b'],
    ['io.sendBuffer', 'bytes', '', 'b'],
    ['io.maxRetries', 'int', '1.2.0'],
    ['io.retryWait', 'duration', '1.2.1', 's'],
    ['io.lazyFD', 'boolean', ''],
    ['io.enableVerboseMetrics', 'boolean', ''],
    ['io.enableTcpKeepAlive', 'boolean', ''],
    ['sasl.timeout', 'duration', '', 's'],
  ]),
);

/** TLS: the settings without a namespace are the defaults of all namespaces, except port. */
const tls = ['', 'ui.', 'standalone.', 'historyServer.', 'rpc.'].flatMap((namespace) => {
  const since = (version: string) => (namespace === 'rpc.' ? '4.0.0' : version);
  return spark(`spark.ssl.${namespace}`, [
    ['enabled', 'boolean', since('1.2.0')],
    ['enabledAlgorithms', 'list', since('1.2.0')],
    ['keyPassword', 'string', since('1.2.0')],
    ['keyStore', 'string', since('1.2.0')],
    ['keyStorePassword', 'string', since('1.2.0')],
    ['keyStoreType', 'string', since('2.3.0')],
    ['protocol', 'string', since('1.2.0')],
    ['needClientAuth', 'boolean', since('1.2.0')],
    ['trustStore', 'string', since('1.2.0')],
    ['trustStorePassword', 'string', since('1.2.0')],
    ['trustStoreType', 'string', since('2.3.0')],
    ['openSslEnabled', 'boolean', '4.0.0'],
    ['privateKey', 'string', '4.0.0'],
    ['privateKeyPassword', 'string', '4.0.0'],
    ['certChain', 'string', '4.0.0'],
    ['trustStoreReloadingEnabled', 'boolean', '4.0.0'],
    ['trustStoreReloadIntervalMs', 'int', '4.0.0'],
    ...(namespace === '' ? [] : ([['port', 'int', '1.2.0']] as const)),
  ]);
});

const sql = spark('spark.sql.', [
  ['catalog.<catalog>', 'class', '3.0.0'],
  ['catalog.<catalog>.<property>', 'string', '3.0.0'],
  ['streaming.checkpointFileManagerClass', 'class', ''],
]);

const rocksdb = spark('spark.sql.streaming.stateStore.rocksdb.', [
  ['compactOnCommit', 'boolean', '3.2.0'],
  ['changelogCheckpointing.enabled', 'boolean', '3.5.0'],
  ['blockSizeKB', 'long', '3.2.0'],
  ['blockCacheSizeMB', 'long', '3.2.0'],
  ['lockAcquireTimeoutMs', 'long', '3.2.0'],
  ['resetStatsOnLoad', 'boolean', '3.2.0'],
  ['trackTotalNumberOfRows', 'boolean', '3.3.0'],
  ['maxOpenFiles', 'int', '3.4.0'],
  ['writeBufferSizeMB', 'long', '3.4.0'],
  ['maxWriteBufferNumber', 'int', '3.4.0'],
  ['boundedMemoryUsage', 'boolean', '3.5.0'],
  ['maxMemoryUsageMB', 'long', '3.5.0'],
  ['writeBufferCacheRatio', 'double', '3.5.0'],
  ['highPriorityPoolRatio', 'double', '3.5.0'],
  ['allowFAllocate', 'boolean', '4.0.0'],
  ['compression', 'string', '4.0.0'],
]);

const streaming = spark('spark.streaming.', [
  ['blockQueueSize', 'int', ''],
  ['checkpoint.directory', 'string', ''],
  ['fileStream.minRememberDuration', 'duration', '1.5.0', 's'],
  ['receiverRestartDelay', 'int', ''],
  ['receiver.blockStoreTimeout', 'int', ''],
  ['stopSparkContextByDefault', 'boolean', ''],
]);

/** Of the Kafka connector, which is a jar of its own. */
const kafka = spark('spark.kafka.', [
  ['consumer.cache.capacity', 'int', '3.0.0'],
  ['consumer.cache.timeout', 'duration', '3.0.0', 'ms'],
  ['consumer.cache.evictorThreadRunInterval', 'duration', '3.0.0', 'ms'],
  ['consumer.cache.jmx.enable', 'boolean', '3.0.0'],
  ['consumer.fetchedData.cache.timeout', 'duration', '3.0.0', 'ms'],
  ['consumer.fetchedData.cache.evictorThreadRunInterval', 'duration', '3.0.0', 'ms'],
  ['producer.cache.timeout', 'duration', '2.2.1', 'ms'],
  ['producer.cache.evictorThreadRunInterval', 'duration', '3.0.0', 'ms'],
  ['clusters.<cluster>.<property>', 'string', '3.0.0'],
]);

const yarn = spark('spark.yarn.', [
  ['appMasterEnv.<variable>', 'string', '1.1.0'],
  ['am.resource.<resource>.amount', 'string', '3.0.0'],
  ['driver.resource.<resource>.amount', 'string', '3.0.0'],
  ['executor.resource.<resource>.amount', 'string', '3.0.0'],
]);

/** Spark's families that do not depend on Kubernetes. */
export const SPARK_FAMILIES: readonly KeyFamily[] = [
  application, resources, transports, tls, sql, rocksdb, streaming, kafka, yarn,
].flat();
