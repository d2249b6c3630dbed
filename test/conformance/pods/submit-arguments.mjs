import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What spark-operator 2.5.2 makes of a SparkApplication before and while it calls spark-submit, restated from its
 * internal/controller/sparkapplication/submission.go, pkg/util/sparkapplication.go and api/v1beta2/defaults.go, so that Spark's
 * builders can be asked without the operator. Independent of the library's own reader, which it is compared with.
 */

const OPERATOR = 'sparkoperator.k8s.io/';

/** The defaults that the operator's webhook writes into an application (api/v1beta2/defaults.go). */
export function withOperatorDefaults(application) {
  const result = structuredClone(application);
  const { spec } = result;
  const conf = spec.sparkConf ?? {};
  spec.type ??= 'Scala';
  spec.mode ??= 'cluster';
  spec.driver ??= {};
  spec.executor ??= {};
  for (const role of ['driver', 'executor']) {
    if (!Object.hasOwn(conf, `spark.${role}.cores`)) {
      spec[role].cores ??= 1;
    }
    if (!Object.hasOwn(conf, `spark.${role}.memory`)) {
      spec[role].memory ??= '1g';
    }
  }
  // the operator asks sparkConf for this key in lower case, which Spark does not know
  const dynamic = spec.dynamicAllocation
    ? spec.dynamicAllocation.enabled === true
    : conf['spark.dynamicallocation.enabled'] === 'true';
  if (!conf['spark.executor.instances'] && !dynamic) {
    spec.executor.instances ??= 1;
  }
  return result;
}

const properties = (prefix, values) => Object.entries(values ?? {}).map(([key, value]) => [`${prefix}${key}`, value]);
const stated = (pairs) => pairs.filter(([, value]) => value !== undefined && value !== null);

function dependencies({ deps = {} }) {
  return [
    ['--jars', deps.jars],
    ['--packages', deps.packages],
    ['--exclude-packages', deps.excludePackages],
    ['--repositories', deps.repositories],
    ['--py-files', deps.pyFiles],
    ['--files', deps.files],
    ['--archives', deps.archives],
  ].flatMap(([option, values]) => (values?.length ? [option, values.join(',')] : []));
}

function labels(role, application, submissionId) {
  const { metadata, spec } = application;
  const prefix = `spark.kubernetes.${role}.label.`;
  const passedOn = Object.entries(metadata.labels ?? {}).filter(([key]) => !key.startsWith('kueue.x-k8s.io/'));
  return [
    [`${prefix}${OPERATOR}app-name`, metadata.name],
    [`${prefix}${OPERATOR}launched-by-spark-operator`, 'true'],
    ...(spec[role].template === undefined ? [[`${prefix}${OPERATOR}mutated-by-spark-operator`, 'true']] : []),
    [`${prefix}${OPERATOR}submission-id`, submissionId],
    ...properties(prefix, Object.fromEntries(passedOn)),
    ...properties(prefix, spec[role].labels),
  ];
}

function roleProperties(role, application, submissionId) {
  const { spec } = application;
  const own = spec[role];
  const kubernetes = `spark.kubernetes.${role}.`;
  return stated([
    ...labels(role, application, submissionId),
    [`${kubernetes}container.image`, own.image || spec.image || undefined],
    ['spark.executor.instances', role === 'executor' ? own.instances : undefined],
    [`spark.${role}.cores`, own.cores],
    [`${kubernetes}request.cores`, own.coreRequest],
    [`${kubernetes}limit.cores`, own.coreLimit],
    [`spark.${role}.memory`, own.memory],
    [`spark.${role}.memoryOverhead`, own.memoryOverhead],
    [`spark.kubernetes.authenticate.${role}.serviceAccountName`, own.serviceAccount],
    [`spark.${role}.extraJavaOptions`, own.javaOptions],
    [`${kubernetes}deleteOnTermination`, role === 'executor' ? own.deleteOnTermination : undefined],
    ...properties(`${kubernetes}annotation.`, own.annotations),
    ...properties(`${kubernetes}service.label.`, own.serviceLabels),
    ...properties(`${kubernetes}service.annotation.`, own.serviceAnnotations),
    ...Object.entries(own.envSecretKeyRefs ?? {}).map(([key, ref]) => [
      `${kubernetes}secretKeyRef.${key}`,
      `${ref.name}:${ref.key}`,
    ]),
    ...properties(role === 'driver' ? 'spark.kubernetes.driverEnv.' : 'spark.executorEnv.', own.envVars),
    ...(own.secrets ?? []).map(({ name, path }) => [`${kubernetes}secrets.${name}`, path]),
  ]);
}

function dynamicAllocation({ dynamicAllocation: dynamic }) {
  if (!dynamic?.enabled) {
    return [];
  }
  const key = 'spark.dynamicAllocation.';
  return stated([
    [`${key}enabled`, true],
    [`${key}initialExecutors`, dynamic.initialExecutors],
    [`${key}minExecutors`, dynamic.minExecutors],
    [`${key}maxExecutors`, dynamic.maxExecutors],
    [`${key}shuffleTracking.enabled`, dynamic.shuffleTrackingEnabled ?? true],
    [`${key}shuffleTracking.timeout`, dynamic.shuffleTrackingTimeout],
  ]);
}

/** The pod template file that the operator always passes, with the application as an owner. */
function templateFile(role, application, folder) {
  const { metadata, spec } = application;
  const template = structuredClone(spec[role].template ?? { spec: { containers: [{ name: `spark-kubernetes-${role}` }] } });
  template.metadata ??= {};
  template.metadata.ownerReferences = [
    ...(template.metadata.ownerReferences ?? []),
    {
      apiVersion: 'sparkoperator.k8s.io/v1beta2',
      kind: 'SparkApplication',
      name: metadata.name,
      uid: metadata.uid ?? '00000000-0000-0000-0000-000000000000',
      ...(role === 'driver' ? { controller: true, blockOwnerDeletion: true } : {}),
    },
  ];
  const file = join(folder, `${role}-pod-template.yaml`);
  writeFileSync(file, JSON.stringify(template)); // JSON is YAML
  return file;
}

/** Fields that become properties by rules which are not restated here: an error, so that no pod is compared half. */
function refuseUnsupported(application) {
  const { spec } = application;
  const unsupported = [
    ...(spec.volumes ?? []).filter(({ name }) => name.startsWith('spark-local-dir-')).map(({ name }) => `volume ${name}`),
    ...['driver', 'executor'].flatMap((role) =>
      (spec[role].secrets ?? []).filter(({ type }) => /GCP|Hadoop/.test(type ?? '')).map(({ name }) => `secret ${name}`),
    ),
  ];
  if (unsupported.length > 0) {
    throw new Error(
      `SparkApplication ${application.metadata.name}: submit-arguments.mjs does not restate ${unsupported.join(', ')}`,
    );
  }
}

/**
 * The spark-submit arguments with which the operator runs an application, and the executor template that they name.
 * The pod templates are written to `folder`.
 */
export function submitArguments(
  given,
  folder,
  { master = 'k8s://https://127.0.0.1:1', submissionId = '11111111-2222-4333-8444-555555555555' } = {},
) {
  const application = withOperatorDefaults(given);
  refuseUnsupported(application);
  mkdirSync(folder, { recursive: true });
  const { metadata, spec } = application;
  const conf = spec.sparkConf ?? {};
  const driverPod = 'spark.kubernetes.driver.pod.name';
  const executorTemplate = templateFile('executor', application, folder);
  const pairs = stated([
    ['spark.kubernetes.namespace', metadata.namespace],
    ['spark.kubernetes.container.image', spec.image || undefined],
    ['spark.kubernetes.container.image.pullPolicy', spec.imagePullPolicy || undefined],
    ['spark.kubernetes.container.image.pullSecrets', spec.imagePullSecrets?.length ? spec.imagePullSecrets.join(',') : undefined],
    ['spark.kubernetes.pyspark.pythonVersion', spec.pythonVersion || undefined],
    ['spark.kubernetes.memoryOverheadFactor', spec.memoryOverheadFactor || undefined],
    ['spark.kubernetes.submission.waitAppCompletion', 'false'],
    ...Object.entries(conf).filter(([key]) => key !== driverPod),
    ...properties('spark.hadoop.', spec.hadoopConf),
    ['spark.kubernetes.driver.podTemplateFile', templateFile('driver', application, folder)],
    ['spark.kubernetes.driver.podTemplateContainerName', 'spark-kubernetes-driver'],
    [driverPod, spec.driver.podName || conf[driverPod] || `${metadata.name}-driver`],
    ...roleProperties('driver', application, submissionId),
    ['spark.kubernetes.executor.podTemplateFile', executorTemplate],
    ['spark.kubernetes.executor.podTemplateContainerName', 'spark-kubernetes-executor'],
    ...roleProperties('executor', application, submissionId),
    ...properties('spark.kubernetes.node.selector.', spec.nodeSelector),
    ...dynamicAllocation(spec),
  ]);
  return {
    executorTemplate,
    submitArguments: [
      ...['--master', master, '--deploy-mode', spec.mode],
      ...(spec.mainClass === undefined ? [] : ['--class', spec.mainClass]),
      ...['--name', metadata.name],
      ...dependencies(spec),
      ...pairs.flatMap(([key, value]) => ['--conf', `${key}=${value}`]),
      ...(spec.proxyUser ? ['--proxy-user', spec.proxyUser] : []),
      ...(spec.mainApplicationFile === undefined ? [] : [spec.mainApplicationFile]),
      ...(spec.arguments ?? []),
    ],
  };
}
