import type { KeyEntry } from '../lookup/registry';

/** The numbers that an engine takes for a key; durations count nanoseconds, sizes bytes. */
export interface Range {
  readonly holds: (value: number) => boolean;
  /** What is allowed, as the end of "must be …". */
  readonly text: string;
}

const POSITIVE: Range = { holds: (value) => value > 0, text: 'greater than 0' };
const NON_NEGATIVE: Range = { holds: (value) => value >= 0, text: '0 or more' };
const SECOND = 1e9;

const closed = (least: number, most: number): Range => ({
  holds: (value) => value >= least && value <= most,
  text: `from ${least} to ${most}`,
});
const above = (bound: number, most: number): Range => ({
  holds: (value) => value > bound && value <= most,
  text: `greater than ${bound} and at most ${most}`,
});

/** Least one, by spark-submit's own argument check or by the check of the key's definition. */
const POSITIVE_KEYS: ReadonlySet<string> = new Set([
  'spark.driver.cores',
  'spark.driver.memory',
  'spark.driver.memoryOverheadFactor',
  'spark.executor.cores',
  'spark.executor.memory',
  'spark.executor.memoryOverheadFactor',
  'spark.task.cpus',
  'spark.barrier.sync.timeout',
  'spark.diskStore.subDirectories',
  'spark.history.fs.eventLog.rolling.maxFilesToRetain',
  'spark.history.fs.update.batchSize',
  'spark.kubernetes.allocation.batch.size',
  'spark.kubernetes.allocation.driver.readinessTimeout',
  'spark.kubernetes.allocation.executor.timeout',
  'spark.kubernetes.allocation.maxPendingPods',
  'spark.kubernetes.executor.apiPollingInterval',
  'spark.kubernetes.executor.eventProcessingInterval',
  'spark.kubernetes.executor.missingPodDetectDelta',
  'spark.kubernetes.executorSnapshotsSubscribersShutdownGracePeriod',
  'spark.kubernetes.report.interval',
  'spark.rdd.limit.initialNumPartitions',
  'spark.reducer.maxBlocksInFlightPerAddress',
  'spark.scheduler.barrier.maxConcurrentTasksCheck.maxFailures',
  'spark.scheduler.listenerbus.eventqueue.capacity',
  'spark.scheduler.numCancelledJobGroupsToTrack',
  'spark.shuffle.file.buffer',
  'spark.shuffle.mapOutput.parallelAggregationThreshold',
  'spark.shuffle.maxAccurateSkewedBlockNumber',
  'spark.shuffle.minNumPartitionsToHighlyCompress',
  'spark.sql.adaptive.advisoryPartitionSizeInBytes',
  'spark.sql.adaptive.coalescePartitions.initialPartitionNum',
  'spark.sql.adaptive.coalescePartitions.minPartitionNum',
  'spark.sql.adaptive.coalescePartitions.minPartitionSize',
  'spark.sql.addPartitionInBatch.size',
  'spark.sql.bucketing.coalesceBucketsInJoin.maxBucketRatio',
  'spark.sql.cbo.joinReorder.dp.threshold',
  'spark.sql.execution.arrow.maxBytesPerBatch',
  'spark.sql.files.maxPartitionNum',
  'spark.sql.files.minPartitionNum',
  'spark.sql.hive.metastorePartitionPruningInSetThreshold',
  'spark.sql.leafNodeDefaultParallelism',
  'spark.sql.limit.initialNumPartitions',
  'spark.sql.shuffle.partitions',
  'spark.sql.sources.bucketing.maxBuckets',
  'spark.sql.sources.fileCompressionFactor',
  'spark.sql.view.maxNestedViewDepth',
  'spark.storage.decommission.replicationReattemptInterval',
  'spark.storage.decommission.shuffleBlocks.maxThreads',
]);

const NON_NEGATIVE_KEYS: ReadonlySet<string> = new Set([
  'spark.broadcast.UDFCompressionThreshold',
  'spark.buffer.size',
  'spark.driver.timeout',
  'spark.dynamicAllocation.cachedExecutorIdleTimeout',
  'spark.dynamicAllocation.executorIdleTimeout',
  'spark.dynamicAllocation.shuffleTracking.timeout',
  'spark.executor.killOnFatalError.depth',
  'spark.io.compression.zstd.workers',
  'spark.kubernetes.executor.minTasksPerExecutorBeforeRolling',
  'spark.kubernetes.executor.rollInterval',
  'spark.kubernetes.memoryOverheadFactor',
  'spark.memory.offHeap.size',
  'spark.python.worker.idleTimeoutSeconds',
  'spark.scheduler.excludeOnFailure.unschedulableTaskSetTimeout',
  'spark.scheduler.listenerbus.exitTimeout',
  'spark.shuffle.push.finalize.timeout',
  'spark.shuffle.push.results.timeout',
  'spark.sql.adaptive.nonEmptyPartitionRatioForBroadcastJoin',
  'spark.sql.adaptive.skewJoin.skewedPartitionFactor',
  'spark.sql.codegen.cache.maxEntries',
  'spark.sql.execution.arrow.localRelationThreshold',
  'spark.sql.execution.broadcastHashJoin.outputPartitioningExpandLimit',
  'spark.sql.execution.pandas.udf.buffer.size',
  'spark.sql.optimizer.runtimeFilter.number.threshold',
  'spark.sql.parquet.pushdown.inFilterThreshold',
  'spark.sql.shuffledHashJoinFactor',
  'spark.sql.sources.parallelPartitionDiscovery.threshold',
]);

/**
 * What Spark itself refuses: the `checkValue` of a key's definition, spark-submit's check of its arguments and the
 * checks of `SparkConf.validateSettings`, `UnifiedMemoryManager` and `ExecutorAllocationManager`.
 */
const RANGES: Readonly<Record<string, Range>> = {
  'spark.eventLog.rolling.maxFileSize': { holds: (value) => value >= 10 * 1024 ** 2, text: '10m or more' },
  'spark.kubernetes.allocation.batch.delay': { holds: (value) => value > SECOND / 10, text: 'more than 100ms' },
  'spark.memory.fraction': closed(0, 1),
  'spark.memory.storageFraction': { holds: (value) => value >= 0 && value < 1, text: '0 or more and less than 1' },
  'spark.dynamicAllocation.executorAllocationRatio': above(0, 1),
  'spark.network.maxRemoteBlockSizeFetchToMem': {
    holds: (value) => value <= 2 ** 31 - 1 - 512,
    text: '2147483135 bytes or less',
  },
  'spark.speculation.efficiency.longRunTaskFactor': { holds: (value) => value >= 1, text: '1 or more' },
  'spark.speculation.efficiency.processRateMultiplier': above(0, 1),
  'spark.sql.broadcastExchange.maxThreadThreshold': above(0, 128),
  'spark.sql.cbo.joinReorder.card.weight': closed(0, 1),
  'spark.sql.codegen.aggregate.fastHashMap.capacityBit': closed(10, 30),
  'spark.sql.optimizer.inSetSwitchThreshold': closed(0, 600),
  'spark.sql.resultQueryStage.maxThreadThreshold': above(0, 1024),
  'spark.sql.shuffleExchange.maxThreadThreshold': above(0, 1024),
  'spark.sql.statistics.histogram.numBins': { holds: (value) => value > 1, text: '2 or more' },
  'spark.sql.subquery.maxThreadThreshold': above(0, 128),
};

/** The range that Spark enforces for a key; undefined when it takes every number. */
export function rangeOf(entry: KeyEntry): Range | undefined {
  if (entry.engine !== 'spark') return undefined;
  if (POSITIVE_KEYS.has(entry.key)) return POSITIVE;
  if (NON_NEGATIVE_KEYS.has(entry.key)) return NON_NEGATIVE;
  return Object.hasOwn(RANGES, entry.key) ? RANGES[entry.key] : undefined;
}
