import { otherwise, type Problem } from '../../problem';
import { parseJvmMemory } from '../../quantity';
import { UNKNOWN_KEY } from '../../registry/lookup';
import { ConfLayer, type SparkConf } from '../conf';
import { givenBy, launchRule, permissionRefusal, ruleProblems } from '../conf/launch-rules';
import { secretReason } from '../conf/secrets';
import { allowedProblems } from '../conf/settings';
import { foreignProblem } from '../conf/spark-conf';
import { OPERATOR_SPARK_VERSION } from '../operator';

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
 * What is wrong with the configuration of an application. What the application itself makes of its props is right.
 *
 * @param expanded whether Flux replaces variables; the Environment then refuses those that are not registered
 * @param application the Spark version of the application's image
 * @param allowed the keys that the user permits although no registry has them
 */
export function confProblems(
  conf: SparkConf,
  expanded: boolean,
  application: string,
  allowed: { readonly [key: string]: string } = {},
): Problem[] {
  const given = [...conf._layers.keys()].filter((key) => !isMade(conf, key));
  const known = launchRule({ submitter: OPERATOR_SPARK_VERSION, application });
  const problems = given.flatMap((key) => {
    const own = entryProblems(key, conf.get(key) as string, givenBy(conf, key), expanded);
    return own.length > 0 ? own : ruleProblems(conf, [key], known).map(withPermission);
  });
  problems.push(...allowedProblems('allowUnknownConf', allowed, (key) => refusalOf(conf, key, application)));
  return problems;
}

/** Whether the application makes a setting itself. */
function isMade(conf: SparkConf, key: string): boolean {
  return conf.origin(key) === ConfLayer.CONSTRUCT;
}

function withPermission({ message, fix }: Problem): Problem {
  if (!message.endsWith(UNKNOWN_KEY)) return { message, fix };
  return { message, fix: otherwise(fix, "for a key of your own write allowUnknownConf: { '<key>': 'who reads it' }") };
}

function refusalOf(conf: SparkConf, key: string, application: string): string | undefined {
  if (conf.get(key) === undefined) return 'is not in conf';
  return permissionRefusal(key, [application, OPERATOR_SPARK_VERSION]);
}

/** @param origin who gave the setting, when it is not `conf` of the application */
function entryProblems(key: string, value: string, origin: string, expanded: boolean): Problem[] {
  const problem = (message: string, fix: string): Problem[] => [{ message: `conf ${key}${origin} ${message}`, fix }];
  if (!key.startsWith('spark.')) {
    const foreign = foreignProblem(key);
    return problem(foreign.message.slice(key.length + 1), foreign.fix);
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
  const secret = secretReason(key, value);
  if (secret !== undefined) {
    return problem(
      `${secret}: it would stand in the manifest, in the log of the operator and in a ConfigMap`,
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
