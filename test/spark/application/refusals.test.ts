import { Chart, Duration, Size, Testing } from 'cdk8s';
import {
  NetworkDestination,
  RestartPolicy,
  type SparkApplicationProps,
  SparkMemory,
  type TaintEffect,
  Toleration,
} from '../../../src/spark';
import { application, emitted, refusal } from './sample';

describe('refusals', () => {
  const conf = (key: string, value = '1') => refusal(() => application({ conf: { [key]: value } }));

  test.each([
    ['spark.executor.cores', '0.5', /schedules tasks on whole cores[\s\S]*executor: \{ cpu: Cpu\.millis\(500\) \}/],
    ['spark.executor.memory', '2g', /has a prop of its own[\s\S]*SparkMemory/],
    ['spark.executor.instances', '2', /Executors\.exactly/],
    ['spark.dynamicAllocation.enabled', 'true', /Executors\.dynamic/],
    ['spark.kubernetes.driver.podNamePrefix', 'x', /does not exist in any Spark version/],
    ['spark.kubernetes.driver.podTemplatesFile', 'x', /the key is podTemplateFile/],
    ['spark.sql.iceberg.handle-timestamp-without-timezone', 'true', /obsolete/],
    ['spark.hadoop.fs.s3a.fast.upload', 'true', /obsolete/],
    ['spark.kubernetes.container.image', 'x', /refused by the operator's webhook[\s\S]*SparkRuntime/],
    ['spark.kubernetes.authenticate.driver.serviceAccountName', 'x', /serviceAccounts/],
    ['spark.kubernetes.authenticate.executor.oauthToken', 'x', /webhook/],
    ['spark.kubernetes.namespace', 'x', /write namespace/],
    ['spark.hadoop.fs.s3a.access.key', 'AKIA', /looks like a secret[\s\S]*secretEnvironment/],
    ['spark.hadoop.fs.s3a.secret.key', 'x', /looks like a secret/],
    ['spark.sql.catalog.l.s3.secret-access-key', 'x', /looks like a secret/],
    ['spark.ssl.keyPassword', 'x', /looks like a secret/],
    ['spark.hadoop.fs.s3a.endpoint', '${CEPH_S3_ENDPOINT}', /replaces no \$\{/],
    ['fs.s3a.endpoint', 'x', /spark\.hadoop\.fs\.s3a\.endpoint/],
    ['spark.memory.offHeap.enabled', 'true', /offHeap\.size is 0 bytes/],
    ['spark.executor.pyspark.memory', '1Gi', /not a JVM memory size/],
  ])('conf %s', (key, value, text) => expect(conf(key, value)).toMatch(text));

  test('settings about secrets are none', () => {
    const settings = {
      'spark.hadoop.fs.s3a.aws.credentials.provider': 'com.amazonaws.auth.EnvironmentVariableCredentialsProvider',
      'spark.hadoop.fs.s3a.path.style.access': 'true',
    };
    expect(emitted({ conf: settings }).spec.sparkConf).toMatchObject(settings);
  });

  test.each<[Partial<SparkApplicationProps>, RegExp]>([
    [{ name: '1st-job' }, /name '1st-job' .*starts with a letter/],
    [{ namespace: 'Data_Jobs' }, /namespace is "Data_Jobs", which may hold lower-case letters/],
    [{ namespace: '' }, /namespace is ""/],
    [{ name: 'a'.repeat(64) }, /64 characters/],
    [{ labels: { 'spark-role': 'driver' } }, /labels holds 'spark-role'/],
    [{ labels: { 'sparkoperator.k8s.io/app-name': 'x' } }, /sets itself/],
    [{ labels: { 'cdk8s-spark-platform/run': 'x' } }, /this library sets itself/],
    [{ labels: { team: 'a b' } }, /labels team is 'a b'/],
    [{ annotations: { 'a b': 'x' } }, /annotations holds 'a b'/],
    [{ environment: { S3_SECRET_KEY: 'x' } }, /environment S3_SECRET_KEY looks like a secret[\s\S]*secretEnvironment/],
    [{ environment: { '1X': 'x' } }, /environment holds '1X'/],
    [{ restartPolicy: RestartPolicy.always() }, /for ever, also after success/],
    [{ podSecurity: { runAsUser: 0 } }, /may not run as root/],
    [{ podSecurity: { fsGroup: -1 } }, /fsGroup is -1/],
    [{ nodeSelector: { 'a b': 'c' } }, /nodeSelector a b=c/],
    [{ priorityClassName: 'High_Priority' }, /priorityClassName 'High_Priority'/],
    [{ destinations: [NetworkDestination.cidr('10.0.0.0/8', 9083)] }, /without the address of the API server/],
    [{ executor: { memory: SparkMemory.heap(Size.gibibytes(1)), cores: 0.5 } }, /executor\.cores is 0\.5/],
  ])('props %#', (props, text) => expect(refusal(() => application(props))).toMatch(text));

  test.each<[object, RegExp]>([
    [{ runtime: '3.5.9' }, /runtime is "3\.5\.9"[\s\S]*SparkRuntime\.of/],
    [{ source: 'from pyspark.sql import SparkSession' }, /source is "from pyspark[\s\S]*pythonCode/],
    [{ executors: 2 }, /executors is 2[\s\S]*Executors\.exactly\(2\)/],
    [{ run: 'once' }, /run is "once"/],
    [{ restartPolicy: 'Never' }, /restartPolicy is "Never"/],
    [{ driver: undefined, executor: undefined }, /2 problems/],
  ])('values of another type, as JavaScript lets through: %j', (props, text) => {
    expect(refusal(() => application(props as Partial<SparkApplicationProps>))).toMatch(text);
  });

  test('all at once, with the path of the construct', () => {
    const text = refusal(() => application({ labels: { 'spark-role': 'x' }, conf: { 'spark.master': 'k8s://x' } }));
    expect(text).toMatch(/^jobs\/sample-etl-job: 2 problems\n {2}labels.*\n {4}.*\n {2}conf spark\.master.*\n {4}/);
  });

  test('no namespace', () => {
    expect(refusal(() => application({}, 'a', new Chart(Testing.app(), 'c')))).toMatch(/no namespace is known/);
  });

  test.each([
    [() => RestartPolicy.onFailure({ retries: 0, submissionRetries: 0 }), /both 0/],
    [() => RestartPolicy.onFailure({} as { retries: number; submissionRetries: number }), /2 problems[\s\S]*never retries/],
    [
      () => RestartPolicy.onFailure({ retries: 1, submissionRetries: 1, retryInterval: Duration.millis(10) }),
      /retryInterval is 10 ms/,
    ],
  ])('restart policy %#', (make, text) => expect(refusal(make)).toMatch(text));

  test.each([
    [() => Toleration.equal('workload type', 'data'), /equal\("workload type", "data"\)[\s\S]*the key "workload type" may hold/],
    [() => Toleration.equal('-a', 'b c', 'Never' as TaintEffect), /3 problems[\s\S]*effect is "Never"[\s\S]*NoSchedule/],
    [() => Toleration.exists('example.com/'), /the key "example\.com\/" the part after/],
    [() => Toleration.exists(undefined as unknown as string), /is not a text/],
  ])('toleration %#', (make, text) => expect(refusal(make)).toMatch(text));
});
