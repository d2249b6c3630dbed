import type { Problem } from '../../problem';
import { MEBIBYTE, parseJvmMemory } from '../../quantity';
import { confProblems as keyProblems, UNKNOWN_KEY } from '../../registry/lookup';
import { OPERATOR_SPARK_VERSION } from '../pods';
import { offHeapEnabled } from '../pods/memory';

/** Keys that a typed prop sets, with the prop. */
const TYPED: Readonly<Record<string, string>> = {
  'spark.driver.cores': 'driver: { cores: 2 }',
  'spark.executor.cores': 'executor: { cores: 2 }',
  'spark.kubernetes.driver.request.cores': 'driver: { cpu: Cpu.millis(500) }',
  'spark.kubernetes.executor.request.cores': 'executor: { cpu: Cpu.millis(500) }',
  'spark.kubernetes.driver.limit.cores': 'driver: { cpuLimit: Cpu.units(2) }',
  'spark.kubernetes.executor.limit.cores': 'executor: { cpuLimit: Cpu.units(2) }',
  'spark.driver.memory': 'driver: { memory: SparkMemory.heap(…) }',
  'spark.executor.memory': 'executor: { memory: SparkMemory.heap(…) }',
  'spark.driver.memoryOverhead': 'driver: { memoryOverhead: Size.mebibytes(…) }',
  'spark.executor.memoryOverhead': 'executor: { memoryOverhead: Size.mebibytes(…) }',
  'spark.driver.memoryOverheadFactor': 'driver: { memoryOverhead: Size.mebibytes(…) }',
  'spark.executor.memoryOverheadFactor': 'executor: { memoryOverhead: Size.mebibytes(…) }',
  'spark.kubernetes.memoryOverheadFactor': 'memoryOverhead of driver and executor',
  'spark.executor.instances': 'executors: Executors.exactly(2)',
  'spark.app.name': 'name: the name of the application',
  'spark.submit.deployMode': 'nothing: applications always run in cluster mode',
  'spark.kubernetes.container.image.pullPolicy': "SparkRuntime.of('…', { imagePullPolicy: … })",
  'spark.kubernetes.container.image.pullSecrets': "SparkRuntime.of('…', { imagePullSecrets: […] })",
  'spark.kubernetes.driver.podTemplateFile': 'tolerations, nodeSelector, affinity or priorityClassName',
  'spark.kubernetes.executor.podTemplateFile': 'tolerations, nodeSelector, affinity or priorityClassName',
  'spark.kubernetes.driver.podTemplateContainerName': 'nothing: the name is set',
  'spark.kubernetes.executor.podTemplateContainerName': 'nothing: the name is set',
  'spark.kubernetes.driver.pod.name': 'nothing: the driver is <name>-driver, by which orchestrators find its log',
  'spark.ui.prometheus.enabled': 'metrics: true or false',
};

/** Prefixes of keys that a typed prop sets. */
const TYPED_PREFIXES: ReadonlyArray<readonly [prefix: string, prop: string]> = [
  ['spark.dynamicAllocation.', 'executors: Executors.dynamic({ minimum, maximum }) (the operator does not see it in conf)'],
  ['spark.kubernetes.driverEnv.', 'environment or secretEnvironment'],
  ['spark.executorEnv.', 'environment or secretEnvironment'],
  ['spark.kubernetes.driver.secretKeyRef.', 'secretEnvironment'],
  ['spark.kubernetes.executor.secretKeyRef.', 'secretEnvironment'],
  ['spark.kubernetes.driver.label.', 'labels'],
  ['spark.kubernetes.executor.label.', 'labels'],
  ['spark.kubernetes.driver.annotation.', 'annotations'],
  ['spark.kubernetes.executor.annotation.', 'annotations'],
  ['spark.kubernetes.node.selector.', 'nodeSelector'],
  ['spark.kubernetes.driver.node.selector.', 'nodeSelector'],
  ['spark.kubernetes.executor.node.selector.', 'nodeSelector'],
];

/** Keys that the webhook of spark-operator 2.5.2 refuses, with what to write. */
export const DENIED: Readonly<Record<string, string>> = {
  'spark.master': 'leave it out: the operator sets it',
  'spark.kubernetes.driver.master': 'leave it out: the operator sets it',
  'spark.kubernetes.container.image': "write SparkRuntime.of('…', { image: '…' })",
  'spark.kubernetes.driver.container.image': "write SparkRuntime.of('…', { image: '…' })",
  'spark.kubernetes.executor.container.image': "write SparkRuntime.of('…', { image: '…' })",
  'spark.kubernetes.authenticate.driver.serviceAccountName': 'write serviceAccounts: SparkServiceAccounts.existing(…)',
  'spark.kubernetes.authenticate.executor.serviceAccountName': 'write serviceAccounts: SparkServiceAccounts.existing(…)',
  ...Object.fromEntries(
    ['', 'driver.', 'executor.'].flatMap((role) =>
      ['oauthToken', 'oauthTokenFile'].map((key) => [
        `spark.kubernetes.authenticate.${role}${key}`,
        'leave it out: the pods authenticate with their service account',
      ]),
    ),
  ),
};

/**
 * What is wrong with the keys that a user gives in `conf`.
 *
 * @param expanded whether Flux replaces variables; the Environment then refuses those that are not registered
 * @param application the Spark version of the application's image
 */
export function confProblems(conf: { readonly [key: string]: string }, expanded: boolean, application: string): Problem[] {
  const problems = Object.entries(conf).flatMap(([key, value]) => {
    const own = entryProblems(key, value, expanded);
    return own.length > 0 ? own : registryProblems(key, value, application);
  });
  return problems.length > 0 ? problems : offHeapProblems(conf);
}

/**
 * Whether the key exists in the version that reads it, with a value that this version can read. What a variable will stand
 * for is not known here.
 */
function registryProblems(key: string, value: string, application: string): Problem[] {
  if (value.includes('${')) return [];
  return keyProblems({ [key]: value }, { submitter: OPERATOR_SPARK_VERSION, application }).map(({ message, fix }) => ({
    message,
    fix: message.endsWith(UNKNOWN_KEY) ? `${fix}; a key of your own goes in by addOverride, which README.md lists` : fix,
  }));
}

/** Spark refuses to start executors with off-heap memory of no size. */
function offHeapProblems(conf: { readonly [key: string]: string }): Problem[] {
  const size = parseJvmMemory((conf['spark.memory.offHeap.size'] ?? '0').trim(), 'b') ?? 0;
  if (!offHeapEnabled(conf) || size >= MEBIBYTE) return [];
  return [
    {
      message:
        'conf spark.memory.offHeap.enabled is true, but spark.memory.offHeap.size is not at least 1m: executors would not start',
      fix: "write 'spark.memory.offHeap.size': '512m'",
    },
  ];
}

function entryProblems(key: string, value: unknown, expanded: boolean): Problem[] {
  const problem = (message: string, fix: string): Problem[] => [{ message: `conf ${key} ${message}`, fix }];
  if (!key.startsWith('spark.')) {
    return problem('does not start with spark., so spark-submit ignores it', `write 'spark.hadoop.${key}' for a key of Hadoop`);
  }
  if (typeof value !== 'string') {
    return problem(`is ${JSON.stringify(value)}, but values are texts`, `write '${value}'`);
  }
  const denied = DENIED[key];
  if (denied !== undefined) return problem("is refused by the operator's webhook", denied);
  if (key === 'spark.kubernetes.namespace') return problem('is set by the operator', 'write namespace');
  const typed = TYPED[key] ?? TYPED_PREFIXES.find(([prefix]) => key.startsWith(prefix))?.[1];
  if (typed !== undefined) {
    const fraction = /^spark\.(driver|executor)\.cores$/.test(key) && !/^\d+$/.test(value);
    return problem(
      fraction
        ? `is '${value}', but Spark schedules tasks on whole cores (an integer)`
        : 'has a prop of its own, which would win without notice',
      fraction ? `write ${key.split('.')[1]}: { cpu: Cpu.millis(${Math.round(Number(value) * 1000) || 500}) }` : `write ${typed}`,
    );
  }
  if (looksSecret(key)) {
    return problem(
      'looks like a secret: it would stand in the manifest, in the log of the operator and in a ConfigMap',
      'write secretEnvironment: { AWS_SECRET_ACCESS_KEY: { secret, key } } and let the program read the environment (S3A: spark.hadoop.fs.s3a.aws.credentials.provider for environment variables)',
    );
  }
  if (value.includes('${') && !expanded) {
    return problem(
      `is '${value}', but the operator replaces no \${…}`,
      'write the value, or read it from the environment in the program',
    );
  }
  return memoryProblems(key, value);
}

/** Keys of executor memory that make the pod larger and must therefore be readable. */
function memoryProblems(key: string, value: string): Problem[] {
  if (!/^spark\.(executor\.pyspark\.memory|memory\.offHeap\.size|(driver|executor)\.minMemoryOverhead)$/.test(key)) return [];
  if (parseJvmMemory(value) !== undefined) return [];
  return [{ message: `conf ${key} is '${value}', which is not a JVM memory size`, fix: "write it as '512m' or '2g'" }];
}

const SECRET_KEY =
  /(access[.-]?key([.-]?id)?|secret([.-]?key)?|secret[.-]?access[.-]?key|password|passwd|token|credential|api[.-]?key)$/i;
/** Endings that are settings about secrets, not secrets. */
const NOT_SECRET = /(provider|enabled|file|path|class|type|interval|timeout|duration)s?$/i;

/** Whether a key's last part says that its value is a secret. */
export function looksSecret(key: string): boolean {
  return SECRET_KEY.test(key) && !NOT_SECRET.test(key);
}

/** Whether an environment variable's name says that its value is a secret. */
export function looksSecretVariable(name: string): boolean {
  return /(ACCESS_KEY(_ID)?|SECRET|SECRET_KEY|SECRET_ACCESS_KEY|PASSWORD|PASSWD|TOKEN|CREDENTIALS?|API_KEY|PRIVATE_KEY)$/i.test(
    name,
  );
}
