import { App, Chart, Duration, Size, Testing } from 'cdk8s';
import { Cpu, Secret, ServiceAccount } from 'cdk8s-plus-28';
import fc from 'fast-check';
import {
  Executors,
  ImagePullPolicy,
  RestartPolicy,
  SparkApplication,
  type SparkApplicationProps,
  SparkMemory,
  SparkRun,
  SparkRuntime,
  SparkServiceAccounts,
  SparkSource,
  TaintEffect,
  Toleration,
} from '../../../src/spark';
import { application, chart, emitted, manifests, refusal, sampleProps } from './sample';

const MI = 1024 * 1024;
const secretIn = (scope: Chart) => Secret.fromSecretName(scope, 's', 'ceph-s3');

describe('the sample job', () => {
  test('takes 2867Mi three times: 8601Mi', () => {
    const { driver, executors } = application().pods();
    expect(driver.memoryBytes).toBe(2867 * MI);
    expect(driver.memoryBytes + executors.count * executors.pod.memoryBytes).toBe(8601 * MI);
  });

  test('states everything that the operator would otherwise choose', () => {
    const { apiVersion, metadata, spec } = emitted();
    expect(apiVersion).toBe('sparkoperator.k8s.io/v1beta2');
    expect(metadata).toMatchObject({ name: 'sample-etl-job', namespace: 'jobs', labels: { 'cdk8s-spark-platform/run': 'once' } });
    expect(spec).toMatchObject({
      type: 'Python',
      mode: 'cluster',
      sparkVersion: '3.5.9',
      image: 'registry.example/spark:3.5.9-1.12.0',
      imagePullPolicy: 'IfNotPresent',
      restartPolicy: { type: 'Never' },
      mainApplicationFile: 'local:///opt/spark/app/sample_etl.py',
      driver: { cores: 1, memory: '2g', serviceAccount: 'spark-driver' },
      executor: { cores: 1, memory: '2g', instances: 2, serviceAccount: 'spark-executor' },
    });
    expect(spec).not.toHaveProperty('timeToLiveSeconds');
  });

  test.each(['driver', 'executor'])('the pod of the %s satisfies Pod Security restricted', (role) => {
    const pod = emitted().spec[role].template.spec;
    expect(pod.securityContext).toEqual({
      runAsNonRoot: true,
      runAsUser: 185,
      fsGroup: 185,
      seccompProfile: { type: 'RuntimeDefault' },
    });
    expect(pod.containers).toEqual([
      {
        name: `spark-kubernetes-${role}`,
        securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
      },
    ]);
    expect(pod.automountServiceAccountToken).toBe(role === 'executor' ? false : undefined);
  });

  test('works under a plain App', () => {
    const app = new App();
    application({}, undefined, new Chart(app, 'jobs', { namespace: 'jobs' }));
    expect(app.synthYaml()).toContain('kind: SparkApplication');
  });
});

describe('each prop changes the output', () => {
  const cases: Record<string, [Partial<SparkApplicationProps>, string, unknown]> = {
    name: [{ name: 'other' }, 'metadata.name', 'other'],
    namespace: [{ namespace: 'elsewhere' }, 'metadata.namespace', 'elsewhere'],
    stream: [{ run: SparkRun.streaming() }, 'spec.restartPolicy.type', 'Always'],
    'stream label': [{ run: SparkRun.streaming() }, 'metadata.labels.cdk8s-spark-platform/run', 'streaming'],
    revision: [
      { run: SparkRun.once({ revision: '2' }) },
      'spec.driver.template.metadata.annotations.cdk8s-spark-platform/revision',
      '2',
    ],
    retries: [
      { restartPolicy: RestartPolicy.onFailure({ retries: 3, submissionRetries: 2, retryInterval: Duration.minutes(1) }) },
      'spec.restartPolicy',
      {
        type: 'OnFailure',
        onFailureRetries: 3,
        onFailureRetryInterval: 60,
        onSubmissionFailureRetries: 2,
        onSubmissionFailureRetryInterval: 10,
      },
    ],
    conf: [{ conf: { 'spark.sql.shuffle.partitions': '8' } }, 'spec.sparkConf.spark.sql.shuffle.partitions', '8'],
    environment: [{ environment: { LEVEL: 'x' } }, 'spec.sparkConf.spark.kubernetes.driverEnv.LEVEL', 'x'],
    'environment of executors': [{ environment: { LEVEL: 'x' } }, 'spec.sparkConf.spark.executorEnv.LEVEL', 'x'],
    secrets: [
      { secretEnvironment: { AWS_SECRET_ACCESS_KEY: { secret: secretIn(chart()), key: 'secret' } } },
      'spec.sparkConf.spark.kubernetes.executor.secretKeyRef.AWS_SECRET_ACCESS_KEY',
      'ceph-s3:secret',
    ],
    labels: [{ labels: { team: 'a' } }, 'metadata.labels.team', 'a'],
    annotations: [{ annotations: { note: 'a' } }, 'metadata.annotations.note', 'a'],
    'annotations of executors': [{ annotations: { note: 'a' } }, 'spec.executor.template.metadata.annotations.note', 'a'],
    metrics: [{ metrics: false }, 'spec.sparkConf', { 'spark.ui.prometheus.enabled': 'false' }],
    tolerations: [
      { tolerations: [Toleration.equal('workload-type', 'data-platform'), Toleration.exists('x', TaintEffect.NO_EXECUTE)] },
      'spec.executor.template.spec.tolerations',
      [
        { key: 'workload-type', operator: 'Equal', value: 'data-platform' },
        { key: 'x', operator: 'Exists', effect: 'NoExecute' },
      ],
    ],
    nodeSelector: [{ nodeSelector: { pool: 'a' } }, 'spec.driver.template.spec.nodeSelector', { pool: 'a' }],
    affinity: [{ affinity: { podAntiAffinity: {} } }, 'spec.driver.template.spec.affinity', { podAntiAffinity: {} }],
    priorityClassName: [{ priorityClassName: 'low' }, 'spec.executor.template.spec.priorityClassName', 'low'],
    runAsUser: [{ podSecurity: { runAsUser: 1000 } }, 'spec.driver.template.spec.securityContext.fsGroup', 1000],
    fsGroup: [{ podSecurity: { fsGroup: 7 } }, 'spec.driver.template.spec.securityContext.fsGroup', 7],
    executors: [
      { executors: Executors.dynamic({ minimum: 1, maximum: 4, shuffleTrackingTimeout: Duration.minutes(5) }) },
      'spec.dynamicAllocation',
      {
        enabled: true,
        minExecutors: 1,
        initialExecutors: 1,
        maxExecutors: 4,
        shuffleTrackingEnabled: true,
        shuffleTrackingTimeout: 300_000,
      },
    ],
    'no instances beside': [{ executors: Executors.dynamic({ minimum: 1, maximum: 4 }) }, 'spec.executor.instances', undefined],
    'pod total': [{ driver: { memory: SparkMemory.podTotal(Size.mebibytes(2867)) } }, 'spec.driver.memory', '2g'],
    overhead: [
      { driver: { memory: SparkMemory.heap(Size.gibibytes(1)), memoryOverhead: Size.mebibytes(500) } },
      'spec.driver.memoryOverhead',
      '500m',
    ],
    cpu: [{ driver: { ...sampleProps.driver, cpu: Cpu.millis(500) } }, 'spec.driver.coreRequest', '500m'],
    cpuLimit: [{ driver: { ...sampleProps.driver, cpuLimit: Cpu.millis(1200) } }, 'spec.driver.coreLimit', '1200m'],
    arguments: [
      { source: SparkSource.python({ file: 'local:///a.py', arguments: ['--date', 'a b'] }) },
      'spec.arguments',
      ['--date', 'a b'],
    ],
    'pull policy': [
      { runtime: SparkRuntime.of('3.5.9', { image: 'a/b:3.5.9', imagePullPolicy: ImagePullPolicy.ALWAYS }) },
      'spec.imagePullPolicy',
      'Always',
    ],
    'pull secrets': [
      { runtime: SparkRuntime.of('3.5.9', { image: 'a/b:3.5.9', imagePullSecrets: ['p'] }) },
      'spec.imagePullSecrets',
      ['p'],
    ],
  };
  // Dots separate a path only up to where the rest is one key.
  const read = (object: unknown, path: string): unknown => {
    if (object === null || typeof object !== 'object') return undefined;
    if (path in object) return (object as Record<string, unknown>)[path];
    const [head = '', ...rest] = path.split('.');
    return rest.length === 0 ? undefined : read((object as Record<string, unknown>)[head], rest.join('.'));
  };
  test.each(Object.entries(cases))('%s', (_, [props, path, value]) => expect(read(emitted(props), path)).toEqual(value));
});

describe('sources', () => {
  test('code goes into a ConfigMap, and its change changes the spec', () => {
    const of = (code: string) => manifests({ source: SparkSource.pythonCode({ code }) });
    const [one, two] = [of('print(1)\n'), of('print(2)\n')];
    expect(one.find(({ metadata }) => metadata.name === 'sample-etl-job-source').data).toEqual({ 'main.py': 'print(1)\n' });
    const { spec } = one[0].kind === 'SparkApplication' ? one[0] : one.find(({ kind }) => kind === 'SparkApplication');
    expect(spec.mainApplicationFile).toBe('local:///opt/spark/source/main.py');
    expect(spec.driver.template.spec.volumes).toEqual([{ name: 'source', configMap: { name: 'sample-etl-job-source' } }]);
    expect(spec.driver.template.spec.containers[0].volumeMounts).toEqual([
      { name: 'source', mountPath: '/opt/spark/source', readOnly: true },
    ]);
    expect(spec.executor.template.spec).not.toHaveProperty('volumes');
    const other = two.find(({ kind }) => kind === 'SparkApplication').spec;
    expect(other.driver.template.metadata.annotations).not.toEqual(spec.driver.template.metadata.annotations);
  });

  test('a JVM program has the overhead of one', () => {
    const source = SparkSource.jvm({ jar: 'local:///opt/a_2.12-1.0.jar', mainClass: 'org.example.Main', arguments: ['1'] });
    expect(emitted({ source }).spec).toMatchObject({ type: 'Scala', mainClass: 'org.example.Main', arguments: ['1'] });
    expect(application({ source }).pods().driver.memoryBytes).toBe(2432 * MI);
  });

  test.each([
    [() => SparkSource.python({ file: 's3a://iceberg-test/apps/sample_etl.py' }), /no file system for s3a:\/\/[\s\S]*pythonCode/],
    [
      () => SparkSource.python({ file: 'from pyspark.sql import SparkSession\nspark.stop()' }),
      /holds a program.*[\s\S]*pythonCode/,
    ],
    [() => SparkSource.python({ file: '/opt/a.py' }), /no scheme[\s\S]*local:\/\/\/opt\/a\.py/],
    [() => SparkSource.python({ file: 'local:///opt/a.jar' }), /does not end in \.py/],
    [() => SparkSource.python({ file: 'local://opt/a.py' }), /three slashes/],
    [
      () => application({ source: SparkSource.python({ file: 'local:///a.py', arguments: ['${DATE}'] }) }),
      /sample-etl-job: 1 problem\n {2}source\.arguments hold .*nobody replaces/,
    ],
    [() => SparkSource.jvm({ jar: 'https://x/a.jar', mainClass: 'A' }), /bake the jar into the image/],
    [() => SparkSource.jvm({ jar: 'local:///a.jar', mainClass: 'a b' }), /not the name of a class/],
    [() => SparkSource.pythonCode({}), /exactly one/],
    [() => SparkSource.pythonCode({ code: ' ' }), /is empty/],
    [() => SparkSource.pythonCode({ code: 'x'.repeat(1_000_001) }), /1000001 bytes/],
    [
      () => application({ source: SparkSource.jvm({ jar: 'local:///opt/a_2.13-1.0.jar', mainClass: 'A' }) }),
      /built for Scala 2\.13.*for Scala 2\.12/,
    ],
  ])('refuses case %#', (make, text) => expect(refusal(make)).toMatch(text));
});

describe('a template for an orchestrator', () => {
  const run = SparkRun.template({ timeToLive: Duration.hours(1), maximumConcurrentRuns: 3 });

  test('is text in a ConfigMap and no application', () => {
    const all = manifests({ run });
    expect(all.some(({ kind }) => kind === 'SparkApplication')).toBe(false);
    const { metadata, data } = all.find(({ metadata: { name } }) => name === 'sample-etl-job');
    expect(metadata.labels).toMatchObject({ 'cdk8s-spark-platform/spark-application-template': 'true' });
    expect(metadata.annotations).toEqual({ 'cdk8s-spark-platform/maximum-concurrent-runs': '3' });
    expect(data['sample-etl-job.yaml']).toMatch(/^apiVersion: sparkoperator\.k8s\.io\/v1beta2\nkind: SparkApplication\n/);
    expect(data['sample-etl-job.yaml']).toMatch(/^ {2}timeToLiveSeconds: 3600$/m);
  });

  test('takes overrides', () => {
    const scope = chart();
    const job = application({ run }, undefined, scope);
    job.addOverride('spec.executor.instances', 5);
    expect(job.pods().executors.count).toBe(5);
    expect(JSON.stringify(Testing.synth(scope))).toContain('instances: 5');
  });

  test.each([
    [() => SparkRun.template({ timeToLive: Duration.millis(1500) }), /whole seconds/],
    [() => SparkRun.template({ maximumConcurrentRuns: 0 }), /maximumConcurrentRuns is 0/],
    [() => SparkRun.once({ revision: '' }), /revision is empty/],
  ])('refuses case %#', (make, text) => expect(refusal(make)).toMatch(text));
});

describe('overrides', () => {
  const synth = (path: string, value: unknown) => {
    const app = new App();
    application({}, undefined, new Chart(app, 'jobs', { namespace: 'jobs' })).addOverride(path, value);
    return app.synthYaml();
  };

  test('keep unknown fields', () => expect(synth('spec.driver.someNewField.x', 1)).toMatch(/someNewField:\n\s+x: 1/));

  test.each([
    ['spec.timeToLiveSeconds', 600, /makes a loop: after that time the operator deletes it, Flux creates it again/],
    ['spec.restartPolicy', { type: 'Always' }, /for ever, also after success/],
    ['spec.restartPolicy', { type: 'OnFailure' }, /never retries/],
    ['spec.sparkVersion', '3.4.0', /end of life/],
    ['spec.image', 'apache/spark:latest', /floating tag/],
    ['spec', null, /spec is null, which is not the kind/],
    ['spec.driver', 'x', /spec\.driver is "x"[\s\S]*override a path inside it/],
    ['spec.driver.memory', '2Gi', /driver\.memory '2Gi' is not a JVM memory size/],
    ['', 'x', /override path is ""[\s\S]*spec\.driver\.lifecycle/],
    ['spec.mode', 'client', /runs only cluster/],
    ['spec.driver.cores', 0.5, /driver\.cores is 0\.5.*\n.*Cpu\.millis\(500\)/],
    ['spec.executor.memory', '2Gi', /executor\.memory '2Gi' is not a JVM memory size/],
    ['spec.executor.memory', '400m', /does not start below 450m/],
    ['spec.executor.coreLimit', '500m', /below the request/],
    ['spec.dynamicAllocation', { enabled: true, maxExecutors: 3 }, /both set/],
    ['spec.sparkConf.spark\\.master', 'x', /refused by the operator's webhook/],
    ['spec.sparkConf.spark\\.hadoop\\.fs\\.s3a\\.secret\\.key', 'x', /secret in plain text/],
    ['spec.sparkConf.spark\\.sql\\.shuffle\\.partitions', 8, /values are texts/],
    ['metadata.name', '1st', /would change what the object is/],
    ['spec.sparkConf.spark\\.executor\\.pyspark\\.memory', '1Gi', /pyspark\.memory is 1Gi/],
  ])('are checked again: %s', (path, value, text) => expect(refusal(() => synth(path, value))).toMatch(text));
});

test("service accounts of one's own", () => {
  const scope = chart();
  const [driver, executor] = ['d', 'e'].map((name) => ServiceAccount.fromServiceAccountName(scope, name, name));
  const serviceAccounts = SparkServiceAccounts.existing(driver as ServiceAccount, executor as ServiceAccount);
  const all = manifests({ serviceAccounts });
  expect(all.map(({ kind }) => kind)).toEqual(['SparkApplication']);
  expect(all[0].spec).toMatchObject({ driver: { serviceAccount: 'd' }, executor: { serviceAccount: 'e' } });
});

test('two applications of a namespace share service accounts', () => {
  const scope = chart();
  for (const id of ['one', 'two']) application({}, id, scope);
  expect(Testing.synth(scope).filter(({ kind }) => kind === 'ServiceAccount')).toHaveLength(2);
});

test('a pod of the asked total is never larger, whatever the program and the extras', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1400, max: 60_000 }),
      fc.boolean(),
      fc.constantFrom(undefined, 100, 400),
      (total, python, pyspark) => {
        const source = python ? sampleProps.source : SparkSource.jvm({ jar: 'local:///a.jar', mainClass: 'A' });
        const memory = SparkMemory.podTotal(Size.mebibytes(total));
        const conf: Record<string, string> = pyspark === undefined ? {} : { 'spark.executor.pyspark.memory': `${pyspark}m` };
        const { driver, executors } = new SparkApplication(chart(), 'a', {
          ...sampleProps,
          source,
          conf,
          driver: { memory },
          executor: { memory },
        }).pods();
        for (const bytes of [driver.memoryBytes, executors.pod.memoryBytes]) {
          expect(bytes).toBeLessThanOrEqual(total * MI);
          expect(bytes).toBeGreaterThan((total - 2) * MI);
        }
      },
    ),
    { numRuns: 40 },
  );
});
