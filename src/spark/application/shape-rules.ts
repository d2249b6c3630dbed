import type { Problem } from '../../problem';
import { settingsProblems } from '../conf/settings';
import { NetworkDestination } from '../network';
import { addressShapeProblems } from '../network/spark-network-policies';
import { SparkRuntime } from '../runtime';
import { nameProblems } from '../service-accounts/spark-service-accounts';
import { Executors } from '../size';
import { isRecord, kindProblems, optionalProblems } from '../size/shapes';
import type { SparkApplicationProps } from './props';
import { RestartPolicy } from './restart-policy';
import { SparkRun } from './run';
import { SparkSource } from './source';
import { Toleration } from './toleration';

/**
 * What is wrong with the kinds of the values. Compilers refuse these; plain JavaScript lets them through, and some would
 * then be left out of the manifest without notice.
 */
export function shapeProblems(props: SparkApplicationProps): Problem[] {
  if (!isRecord(props)) return kindProblems('props', props, false, 'write { runtime, source, driver, executor, executors }');
  const problems: Problem[] = [];
  const expect = (prop: keyof SparkApplicationProps, right: boolean, fix: string) =>
    problems.push(...kindProblems(prop, props[prop], right, fix));
  const { runtime, source, executors, run, restartPolicy, driver, executor } = props;
  expect('runtime', runtime instanceof SparkRuntime, "write SparkRuntime.of('3.5.9', { image: '…' })");
  expect('source', source instanceof SparkSource, 'write SparkSource.python, .pythonCode or .jvm');
  expect(
    'executors',
    executors instanceof Executors,
    'write Executors.exactly(2) or Executors.dynamic({ minimum: 1, maximum: 4 })',
  );
  expect('run', run === undefined || run instanceof SparkRun, 'write SparkRun.once(), .streaming() or .template()');
  expect(
    'restartPolicy',
    restartPolicy === undefined || restartPolicy instanceof RestartPolicy,
    'write RestartPolicy.never(), .onFailure({ … }) or .always()',
  );
  const size = 'write { memory: SparkMemory.heap(Size.gibibytes(2)) }';
  expect('driver', isRecord(driver), size);
  expect('executor', isRecord(executor), size);
  for (const [prop, right, fix] of OPTIONAL) problems.push(...optionalProblems(prop, props[prop], right, fix));
  if (props.conf !== undefined) problems.push(...settingsProblems('conf', props.conf, "'spark.sql.shuffle.partitions': '8'"));
  if (problems.length > 0) return problems;
  return [...secretProblems(props), ...accountProblems(props), ...addressProblems(props)];
}

const isText = (value: unknown) => typeof value === 'string';
const listOf = (kind: typeof Toleration | typeof NetworkDestination) => (value: unknown) =>
  Array.isArray(value) && value.every((entry) => entry instanceof kind);

/** Props that may be left out, what they are and what to write. */
const OPTIONAL: ReadonlyArray<readonly [prop: keyof SparkApplicationProps, right: (value: unknown) => boolean, fix: string]> = [
  ['name', isText, "write a text: 'sample-etl'"],
  ['namespace', isText, "write a text: 'jobs'"],
  ['allowUnknownConf', isRecord, "write { 'spark.acme.lineage': 'read by our listener' }"],
  ['environment', isRecord, "write { TZ: 'UTC' }"],
  ['secretEnvironment', isRecord, "write { AWS_SECRET_ACCESS_KEY: { secret, key: '…' } }"],
  ['labels', isRecord, "write { team: 'data' }"],
  ['annotations', isRecord, "write { team: 'data' }"],
  ['metrics', (value) => typeof value === 'boolean', 'write true or false'],
  ['tolerations', listOf(Toleration), "write [Toleration.equal('pool', 'spark', TaintEffect.NO_SCHEDULE)]"],
  ['nodeSelector', (value) => isRecord(value) && Object.values(value).every(isText), "write { pool: 'spark' }"],
  ['affinity', isRecord, 'write { nodeAffinity: { … } }'],
  ['priorityClassName', isText, 'write the name of a PriorityClass'],
  ['podSecurity', isRecord, 'write { runAsUser: 185 }'],
  ['destinations', listOf(NetworkDestination), "write [NetworkDestination.cidr('10.0.0.0/16', 9083)]"],
  ['serviceAccounts', isRecord, 'write SparkServiceAccounts.existing(driver, executor)'],
];

function secretProblems({ secretEnvironment = {} }: SparkApplicationProps): Problem[] {
  return Object.entries(secretEnvironment).flatMap(([name, value]) => {
    const right = isRecord(value) && isRecord(value['secret']) && isText(value['secret']['name']) && isText(value['key']);
    const fix = `write ${name}: { secret: Secret.fromSecretName(this, 'secret', '…'), key: '…' }`;
    return kindProblems(`secretEnvironment.${name}`, value, right, fix);
  });
}

function accountProblems({ serviceAccounts }: SparkApplicationProps): Problem[] {
  if (serviceAccounts === undefined) return [];
  const { driverName, executorName } = serviceAccounts;
  return [
    ...nameProblems('serviceAccounts.driverName', driverName),
    ...nameProblems('serviceAccounts.executorName', executorName),
  ];
}

function addressProblems({ apiServer }: SparkApplicationProps): Problem[] {
  return apiServer === undefined ? [] : addressShapeProblems(apiServer);
}
