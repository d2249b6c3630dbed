import fc from 'fast-check';
import { annotations, cpu, labelKeys, labelValue, manifest, mapOf, maybe, smallMemory, some } from './kit.mjs';
import { driver, executor } from './roles.mjs';
import { volumes } from './volumes.mjs';

const text = (...values) => fc.constantFrom(...values);

const name = fc.oneof(
  { weight: 20, arbitrary: fc.stringMatching(/^[a-z]([-a-z0-9]{0,20}[a-z0-9])?$/) },
  { weight: 10, arbitrary: text('a', 'a--b', 'x-0--1', 'sample-etl-job', 'driver', 'job-exec-1') },
  { weight: 5, arbitrary: fc.stringMatching(/^[a-z][-a-z0-9]{35,61}[a-z0-9]$/) },
  { weight: 1, arbitrary: text('1st', 'a.b', 'a-', 'UPPER') }, // refused
);

/** Keys that a field wins over, that win over a default, and that the operator handles by itself. */
const sparkConf = manifest({
  'spark.driver.memory': maybe(smallMemory, 2),
  'spark.executor.memory': maybe(smallMemory, 2),
  'spark.driver.cores': maybe(text('2'), 2),
  'spark.executor.cores': maybe(text('3'), 2),
  'spark.kubernetes.driver.request.cores': maybe(cpu, 2),
  'spark.kubernetes.executor.limit.cores': maybe(text('9'), 3),
  'spark.executor.pyspark.memory': maybe(text('512m', '700', '1g'), 3),
  'spark.memory.offHeap.enabled': maybe(text('true', 'false'), 3),
  'spark.memory.offHeap.size': text('256m', '1g', '300000k'), // none is refused when it is enabled
  'spark.executor.instances': maybe(text('7', ''), 3),
  'spark.dynamicAllocation.enabled': maybe(text('true', 'false'), 3),
  'spark.dynamicallocation.enabled': maybe(text('true', 'T', 'yes'), 5),
  'spark.dynamicAllocation.maxExecutors': maybe(text('30'), 3),
  'spark.kubernetes.driver.pod.name': maybe(text('by-conf', ''), 4),
  'spark.kubernetes.executor.podNamePrefix': maybe(text('prefix'), 4),
  'spark.driver.extraJavaOptions': maybe(text('-Dconf=1'), 2),
  'spark.executor.extraJavaOptions': maybe(text('-Dconf=1 -Dmore=2'), 2),
  'spark.metrics.conf': maybe(text('/x/metrics.properties'), 3),
  'spark.kubernetes.driver.label.team': maybe(labelValue, 3),
  'spark.kubernetes.executor.annotation.note': maybe(text('by conf'), 3),
  'spark.kubernetes.namespace': maybe(text('@NAMESPACE@', 'elsewhere'), 40),
  'spark.kubernetes.container.image': maybe(text('refused'), 80),
  'spark.kubernetes.authenticate.driver.serviceAccountName': maybe(text('refused'), 80),
  'spark.local.dir': maybe(text('/scratch-a'), 4),
  'spark.ui.port': maybe(text('4041', 'x'), 8),
  'spark.jars': maybe(text('local:///opt/a.jar'), 5),
  'spark.custom': maybe(text('', 'a=b,c', 'two words', 'ü', 'line\nbreak'), 2),
});

const program = text(
  { type: 'Python', mainApplicationFile: 'local:///opt/jobs/job.py', pythonVersion: '3' },
  { type: 'Python', mainApplicationFile: 'local:///opt/jobs/job.py' },
  { type: 'Scala', mainApplicationFile: 'local:///opt/jobs/job.jar', mainClass: 'com.example.Job' },
  { type: 'Java', mainApplicationFile: 'local:///opt/jobs/job.jar', mainClass: 'com.example.Job' },
  { type: 'R', mainApplicationFile: 'local:///opt/jobs/job.R' },
  { type: 'Python', mainApplicationFile: 's3a://bucket/job.py' },
);

const deps = manifest({
  jars: maybe(some(['local:///opt/a.jar', 'local:///opt/b.jar'])),
  files: maybe(some(['local:///opt/a.txt'])),
  pyFiles: maybe(some(['local:///opt/a.py', 'local:///opt/b.zip'])),
  archives: maybe(some(['local:///opt/a.tgz#env'])),
  packages: maybe(some(['org.example:a:1', 'org.example:b:2']), 8),
  excludePackages: maybe(some(['org.example:c']), 8),
  repositories: maybe(some(['https://maven.example.com']), 8),
});

const monitoring = manifest({
  exposeDriverMetrics: fc.boolean(),
  exposeExecutorMetrics: fc.boolean(),
  metricsProperties: maybe(text('*.sink.x=y\n')),
  metricsPropertiesFile: maybe(text('/opt/metrics.properties', '')),
  prometheus: maybe(
    manifest({
      jmxExporterJar: text('/opt/jmx.jar'),
      port: maybe(fc.constantFrom(8090, 9404)),
      portName: maybe(text('jmx', 'metrics')),
      configFile: maybe(text('/opt/prometheus.yaml', '')),
      configuration: maybe(text('rules: []\n')),
    }),
    0.3,
  ),
});

const dynamicAllocation = fc
  .record({ min: fc.integer({ min: 0, max: 5 }), more: fc.integer({ min: 1, max: 40 }), enabled: fc.boolean() })
  .chain(({ min, more, enabled }) =>
    manifest({
      enabled: fc.constant(enabled),
      minExecutors: maybe(fc.constant(min)),
      initialExecutors: maybe(fc.constant(min)),
      maxExecutors: maybe(fc.constant(min + more)),
      shuffleTrackingEnabled: maybe(fc.boolean()),
      shuffleTrackingTimeout: maybe(fc.constantFrom(0, 600000)),
    }),
  );

const selector = maybe(mapOf(['zone', 'example.com/pool'], text('a', 'b', '')), 3);

/** Node selectors at the application or at the roles; seldom at both, which is refused. */
const nodeSelectors = fc
  .record({ whole: selector, driver: selector, executor: selector, both: maybe(fc.constant(true), 20) })
  .map(({ whole, driver, executor, both }) =>
    whole && !both ? { whole } : { whole: both ? whole : undefined, driver, executor },
  );

const withSelector = (fields, nodeSelector) => (nodeSelector ? { ...fields, nodeSelector } : fields);

const spec = (sparkVersion, volumeList) =>
  manifest({
    sparkVersion: fc.oneof(
      { weight: 40, arbitrary: fc.constant(sparkVersion) },
      { weight: 1, arbitrary: text('2.4.8', 'latest') },
    ),
    image: fc.constant('registry.example/spark:1'),
    mode: maybe(text('cluster'), 0.5),
    imagePullPolicy: maybe(text('Always', 'IfNotPresent', '')),
    imagePullSecrets: maybe(some(['a', 'b', 'c'])),
    arguments: maybe(fc.array(text('x', '--conf', 'two words', '', '{"a": 1}', '-h'), { maxLength: 3 })),
    sparkConf: maybe(sparkConf, 0.5),
    hadoopConf: maybe(mapOf(['fs.s3a.endpoint', 'a.b'], text('x', 'https://s3', ''))),
    sparkConfigMap: maybe(text('spark-conf'), 3),
    hadoopConfigMap: maybe(text('hadoop-conf'), 3),
    volumes: fc.constant(volumeList.length > 0 ? volumeList : undefined),
    driver: driver(volumeList.map(({ name }) => name)),
    executor: executor(volumeList.map(({ name }) => name)),
    deps: maybe(deps),
    restartPolicy: maybe(fc.constantFrom({ type: 'Never' }, { type: 'OnFailure', onFailureRetries: 1 })),
    memoryOverheadFactor: maybe(
      fc.oneof({ weight: 9, arbitrary: text('0.2', '0.1', '0.333') }, { weight: 1, arbitrary: text('') }),
    ),
    monitoring: maybe(monitoring),
    batchScheduler: maybe(text('', 'volcano', 'yunikorn', 'my-scheduler', 'default-scheduler'), 3),
    batchSchedulerOptions: maybe(fc.constantFrom({ queue: 'root.data' }, { priorityClassName: 'high' }), 3),
    dynamicAllocation: maybe(dynamicAllocation),
    proxyUser: maybe(text('alice', ''), 5),
  });

/** A whole SparkApplication of the given Spark version, without a namespace (`@NAMESPACE@` stands for it). */
export const sparkApplication = (sparkVersion) =>
  fc
    .record({
      name,
      labels: maybe(mapOf(labelKeys, labelValue)),
      note: maybe(annotations),
      program,
      nodeSelectors,
      volumeList: volumes,
    })
    .chain(({ volumeList, ...rest }) => spec(sparkVersion, volumeList).map((fields) => ({ ...rest, fields })))
    .map(({ name, labels, note, program, nodeSelectors, fields }) => ({
      apiVersion: 'sparkoperator.k8s.io/v1beta2',
      kind: 'SparkApplication',
      metadata: { name, ...(labels ? { labels } : {}), ...(note ? { annotations: note } : {}) },
      spec: withSelector(
        {
          ...program,
          ...fields,
          driver: withSelector(fields.driver, nodeSelectors.driver),
          executor: withSelector(fields.executor, nodeSelectors.executor),
        },
        nodeSelectors.whole,
      ),
    }));
