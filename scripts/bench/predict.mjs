import { createRequire } from 'node:module';
import { cpuMillis, line } from './cpu.mjs';

const require = createRequire(import.meta.url);

const PREDICTIONS = 10_000;
/** Spark that submits, Spark in the image. */
const VERSIONS = [
  ['3.5.9', '3.5.9'],
  ['4.0.4', '3.5.9'],
  ['4.0.5', '4.0.5'],
  ['4.1.4', '4.1.4'],
  ['4.2.1', '4.2.1'],
];
const TEMPLATE = `apiVersion: v1
kind: Pod
metadata:
  labels: {team: data}
spec:
  priorityClassName: batch
  tolerations: [{key: workload-type, operator: Equal, value: data-platform, effect: NoSchedule}]
  containers:
  - name: main
    securityContext: {runAsNonRoot: true}
    volumeMounts: [{name: cache, mountPath: /cache}]
  volumes: [{name: cache, emptyDir: {}}]
`;

/** A submission that differs from its neighbours in most of what shapes pods. */
function question(id) {
  const pick = (values, step) => values[Math.floor(id / step) % values.length];
  const [submitterVersion, sparkVersion] = pick(VERSIONS, 1);
  const conf = {
    'spark.app.name': `Job ${id}`,
    'spark.kubernetes.namespace': pick(['data', 'ml'], 3),
    'spark.kubernetes.container.image': `registry.example.com/spark:${sparkVersion}`,
    'spark.driver.memory': pick(['1g', '2g', '1536m', '8g'], 2),
    'spark.executor.memory': pick(['2g', '4g', '12g'], 5),
    'spark.executor.cores': pick(['1', '2', '4'], 7),
    'spark.kubernetes.authenticate.driver.serviceAccountName': 'spark',
    'spark.kubernetes.driver.label.team': `team-${id % 13}`,
    'spark.executorEnv.REGION': pick(['eu', 'us'], 11),
  };
  if (id % 2) conf['spark.kubernetes.executor.request.cores'] = '500m';
  if (id % 3 === 0)
    conf['spark.kubernetes.driver.podTemplateFile'] = conf['spark.kubernetes.executor.podTemplateFile'] = 'template.yaml';
  if (id % 4 === 0) Object.assign(conf, { 'spark.memory.offHeap.enabled': 'true', 'spark.memory.offHeap.size': '1g' });
  if (id % 5 === 0) conf['spark.kubernetes.driver.secretKeyRef.TOKEN'] = 'token:value';
  if (id % 6 === 0) {
    const claim = 'spark.kubernetes.executor.volumes.persistentVolumeClaim.spark-local-dir-1.';
    Object.assign(conf, {
      [`${claim}options.claimName`]: 'OnDemand',
      [`${claim}options.storageClass`]: 'fast',
      [`${claim}options.sizeLimit`]: '20Gi',
      [`${claim}mount.path`]: '/scratch',
    });
  }
  const program = id % 7 ? ['--class', 'org.example.Job', 'local:///opt/job.jar'] : ['local:///opt/job.py'];
  return { id, args: [...program, `${id}`], conf, submitterVersion, sparkVersion };
}

/** Predicts the pods of different submissions, whole: the driver's, an executor's, and what belongs to them. */
export function predict() {
  const { answer } = require('../../lib/src/spark/prediction');
  const questions = Array.from({ length: PREDICTIONS }, (_, id) => question(id));
  const lines = questions.map((one) => JSON.stringify(one));
  const template = Buffer.from(TEMPLATE);
  const answered = (one) => {
    const pods = answer(one, () => template);
    if (pods.error !== undefined) throw new Error(`question ${one.id} is refused: ${pods.error}`);
    return pods;
  };
  const predicting = cpuMillis(() => questions.forEach(answered), 3);
  const withJson = cpuMillis(() => {
    for (const text of lines) JSON.stringify(answered(JSON.parse(text)));
  });
  return [
    line(`predict the pods of ${PREDICTIONS} submissions`, predicting, 'ms CPU', 2000),
    line('the same with their JSON read and written, as predict --batch does', withJson, 'ms CPU'),
  ];
}
