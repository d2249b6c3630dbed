import fc from 'fast-check';

/** Random SparkApplication manifests that the API server, the operator and Spark accept, with everything that sizes, names and labels pods. */

/** An optional field: absent about as often as present. */
const maybe = (arbitrary) => fc.option(arbitrary, { nil: undefined, freq: 2 });

/** A record whose undefined members are left out, as in a manifest. */
const manifest = (model) =>
  fc.record(model).map((record) => Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)));

const name = fc.oneof(
  { weight: 4, arbitrary: fc.stringMatching(/^[a-z]([-a-z0-9]{0,20}[a-z0-9])?$/) },
  { weight: 2, arbitrary: fc.constantFrom('a', 'a--b', 'x-0--1', 'sample-etl-job', 'driver', 'job-exec-1', 'a-spark') },
  { weight: 1, arbitrary: fc.stringMatching(/^[a-z][-a-z0-9]{50,61}[a-z0-9]$/) }, // as long as a Service's name may be
);

/** JVM byte strings, also in the forms that few people write. */
const jvmMemory = fc.oneof(
  fc.constantFrom('512m', '1g', '2g', '4g', '1536m', '2048', '3G', '1073741824b', '1048576k', '900MB', '2gb', '16g'),
  fc.integer({ min: 450, max: 20_000 }).map((mebibytes) => `${mebibytes}m`),
  fc.integer({ min: 500_000, max: 9_000_000 }).map((kibibytes) => `${kibibytes}k`),
);
const overhead = fc.oneof(jvmMemory, fc.constantFrom('1m', '384m', '100', '385m'));
const factor = fc.constantFrom('0.1', '0.4', '0.05', '0.25', '0.333', '1.0', '1.5');
const cpu = fc.constantFrom('1', '2', '500m', '0.5', '1500m', '1.5', '100m', '0.1', '250m', '3');
const cores = fc.integer({ min: 1, max: 16 });

const labelKey = fc.constantFrom(
  'team',
  'example.com/team',
  'app.kubernetes.io/part-of',
  'kueue.x-k8s.io/queue-name',
  'A_b.c',
  'cost',
);
const labelValue = fc.constantFrom('', 'data', 'Data_Platform.v2', '0', 'true', '1e3', 'a'.repeat(63));
const labels = fc.dictionary(labelKey, labelValue, { maxKeys: 3 });
const annotations = fc.dictionary(fc.constantFrom('note', 'example.com/link'), fc.constantFrom('x', 'two words', 'a=b'), {
  maxKeys: 2,
});

const sparkConf = manifest({
  'spark.memory.offHeap.enabled': maybe(fc.constantFrom('true', 'false')),
  'spark.memory.offHeap.size': fc.constantFrom('512m', '1g', '268435456', '300000k'), // 0 is refused when it is enabled
  'spark.executor.pyspark.memory': maybe(fc.constantFrom('512m', '1g', '700')),
  'spark.kubernetes.memoryOverheadFactor': maybe(factor),
  ...Object.fromEntries(
    ['driver', 'executor'].flatMap((role) => [
      [`spark.${role}.memory`, maybe(jvmMemory)],
      [`spark.${role}.cores`, maybe(cores.map(String))],
      [`spark.${role}.memoryOverhead`, maybe(overhead)],
      [`spark.${role}.memoryOverheadFactor`, maybe(factor)],
      [`spark.${role}.minMemoryOverhead`, maybe(fc.constantFrom('1m', '512m', '1g', '400'))],
      [`spark.kubernetes.${role}.request.cores`, maybe(cpu)],
      [`spark.kubernetes.${role}.limit.cores`, maybe(cpu)],
      [`spark.kubernetes.${role}.label.cost`, maybe(labelValue)],
      [`spark.kubernetes.${role}.annotation.note`, maybe(fc.constant('from conf'))],
    ]),
  ),
  'spark.executor.instances': maybe(fc.integer({ min: 1, max: 40 }).map(String)),
  'spark.kubernetes.executor.podNamePrefix': maybe(name),
  'spark.kubernetes.driver.pod.name': maybe(name),
  'spark.app.name': maybe(fc.constantFrom('Other Name', 'x')), // --name wins
});

/** A pod template that states what Spark leaves alone and what it overwrites. */
const template = (role) =>
  manifest({
    metadata: maybe(manifest({ labels: maybe(labels), annotations: maybe(annotations) })),
    spec: fc.record({
      containers: fc.record({ limit: maybe(cpu), sidecar: fc.boolean() }).map(({ limit, sidecar }) => [
        ...(sidecar ? [{ name: 'sidecar', image: 'sidecar:1', resources: { limits: { cpu: '7' } } }] : []),
        {
          name: `spark-kubernetes-${role}`,
          ...(limit ? { resources: { limits: { cpu: limit }, requests: { memory: '1Mi' } } } : {}),
        },
      ]),
    }),
  });

const role = (which, more) =>
  manifest({
    cores: maybe(cores),
    coreRequest: maybe(cpu),
    coreLimit: maybe(cpu),
    memory: maybe(jvmMemory),
    memoryOverhead: maybe(overhead),
    labels: maybe(labels),
    annotations: maybe(annotations),
    serviceAccount: maybe(fc.constantFrom('spark', 'etl-driver')),
    image: maybe(fc.constant('registry.example/other:2')),
    template: fc.option(template(which), { nil: undefined, freq: 2 }),
    ...more,
  });

/** What may run: the main file's ending decides about Python and R, a JVM program needs its class. */
const program = fc.constantFrom(
  { type: 'Python', mainApplicationFile: 'local:///opt/jobs/job.py', pythonVersion: '3' },
  { type: 'Scala', mainApplicationFile: 'local:///opt/jobs/job.jar', mainClass: 'com.example.Job' },
  { type: 'Java', mainApplicationFile: 'local:///opt/jobs/job.jar', mainClass: 'com.example.Job' },
  { type: 'R', mainApplicationFile: 'local:///opt/jobs/job.R' },
);

/** Minimum and maximum in an order that Spark accepts. */
const dynamicAllocation = fc
  .tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 40 }), fc.boolean(), fc.boolean())
  .map(([min, more, unbounded, enabled]) => ({
    enabled,
    minExecutors: min,
    initialExecutors: min,
    ...(unbounded ? {} : { maxExecutors: min + more + 1 }),
  }));

/** A whole SparkApplication of the given Spark version. */
export const sparkApplication = (sparkVersion) =>
  fc
    .record({
      name,
      namespace: fc.constantFrom('spark-jobs', 'x'),
      labels: maybe(labels),
      program,
      spec: manifest({
        memoryOverheadFactor: maybe(factor),
        sparkConf: maybe(sparkConf),
        driver: role('driver', { podName: fc.option(name, { nil: undefined, freq: 2 }) }),
        executor: role('executor', { instances: maybe(fc.integer({ min: 1, max: 50 })) }),
        dynamicAllocation: fc.option(dynamicAllocation, { nil: undefined, freq: 2 }),
      }),
    })
    .map(({ name, namespace, labels, program, spec }) => ({
      apiVersion: 'sparkoperator.k8s.io/v1beta2',
      kind: 'SparkApplication',
      metadata: { name, namespace, ...(labels ? { labels } : {}) },
      spec: { mode: 'cluster', image: 'registry.example/spark:3.5', sparkVersion, ...program, ...spec },
    }));
