import type { JsonObject, JsonValue } from '../../manifest';

/** Spark configuration as spark-submit gets it. */
export type Conf = Readonly<Record<string, string>>;

/** Label by which everything of one application is selected. */
export const APP_NAME_LABEL = 'sparkoperator.k8s.io/app-name';
/** Label of all pods that the operator launched. */
export const LAUNCHED_LABEL = 'sparkoperator.k8s.io/launched-by-spark-operator';

/** A nested object, or an empty one. */
export function objectAt(value: JsonValue | undefined, ...path: string[]): JsonObject {
  let current: JsonValue | undefined = value;
  for (const key of path) current = isObject(current) ? current[key] : undefined;
  return isObject(current) ? current : {};
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The text of a scalar; `undefined` when it is absent. */
export function textAt(object: JsonObject, key: string): string | undefined {
  const value = object[key];
  return value === undefined || value === null || typeof value === 'object' ? undefined : String(value);
}

/** Typed fields of a role and the keys they become. */
const ROLE_FIELDS: ReadonlyArray<readonly [field: string, key: (role: string) => string]> = [
  ['cores', (role) => `spark.${role}.cores`],
  ['coreRequest', (role) => `spark.kubernetes.${role}.request.cores`],
  ['coreLimit', (role) => `spark.kubernetes.${role}.limit.cores`],
  ['memory', (role) => `spark.${role}.memory`],
  ['memoryOverhead', (role) => `spark.${role}.memoryOverhead`],
  ['serviceAccount', (role) => `spark.kubernetes.authenticate.${role}.serviceAccountName`],
  ['image', (role) => `spark.kubernetes.${role}.container.image`],
];

const DYNAMIC_FIELDS = [
  ['initialExecutors', 'spark.dynamicAllocation.initialExecutors'],
  ['minExecutors', 'spark.dynamicAllocation.minExecutors'],
  ['maxExecutors', 'spark.dynamicAllocation.maxExecutors'],
] as const;

/**
 * The configuration with which the operator calls spark-submit for a SparkApplication: its defaults, then sparkConf, then
 * the typed fields, which win (spark-operator 2.5.2, internal/controller/sparkapplication/submission.go and
 * api/v1beta2/defaults.go).
 */
export function submittedConf(application: JsonObject): Conf {
  const spec = objectAt(application, 'spec');
  const name = textAt(objectAt(application, 'metadata'), 'name') ?? '';
  const conf: Record<string, string> = {};
  const image = textAt(spec, 'image');
  if (image) conf['spark.kubernetes.container.image'] = image;
  const factor = textAt(spec, 'memoryOverheadFactor');
  if (factor) conf['spark.kubernetes.memoryOverheadFactor'] = factor;
  const sparkConf = objectAt(spec, 'sparkConf');
  for (const key of Object.keys(sparkConf)) conf[key] = textAt(sparkConf, key) ?? '';
  conf['spark.app.name'] = name;
  const driver = objectAt(spec, 'driver');
  conf['spark.kubernetes.driver.pod.name'] =
    textAt(driver, 'podName') ?? textAt(sparkConf, 'spark.kubernetes.driver.pod.name') ?? `${name}-driver`;
  for (const role of ['driver', 'executor']) Object.assign(conf, roleConf(application, role));
  Object.assign(conf, executorCountConf(spec, conf));
  return conf;
}

function roleConf(application: JsonObject, role: string): Record<string, string> {
  const spec = objectAt(application, 'spec');
  const fields = objectAt(spec, role);
  const sparkConf = objectAt(spec, 'sparkConf');
  const conf: Record<string, string> = {};
  for (const [field, key] of ROLE_FIELDS) {
    const value = textAt(fields, field) ?? (field === 'image' ? textAt(spec, 'image') : undefined);
    if (value !== undefined) conf[key(role)] = value;
  }
  // The operator's defaulting: only what neither the typed field nor sparkConf states.
  if (!(`spark.${role}.cores` in sparkConf)) conf[`spark.${role}.cores`] ??= '1';
  if (!(`spark.${role}.memory` in sparkConf)) conf[`spark.${role}.memory`] ??= '1g';
  const label = (key: string, value: string) => {
    conf[`spark.kubernetes.${role}.label.${key}`] = value;
  };
  label(APP_NAME_LABEL, textAt(objectAt(application, 'metadata'), 'name') ?? '');
  label(LAUNCHED_LABEL, 'true');
  // With a pod template the webhook leaves the pods alone and the label is not set.
  if (fields['template'] === undefined) label('sparkoperator.k8s.io/mutated-by-spark-operator', 'true');
  label('sparkoperator.k8s.io/submission-id', '<submission-id>');
  const own = objectAt(application, 'metadata', 'labels');
  // Kueue's labels are for the application; the operator keeps them from its pods, which Kueue would queue once more.
  for (const key of Object.keys(own).filter((name) => !name.startsWith('kueue.x-k8s.io/'))) label(key, textAt(own, key) ?? '');
  const roleLabels = objectAt(fields, 'labels');
  for (const key of Object.keys(roleLabels)) label(key, textAt(roleLabels, key) ?? '');
  const annotations = objectAt(fields, 'annotations');
  for (const key of Object.keys(annotations)) conf[`spark.kubernetes.${role}.annotation.${key}`] = textAt(annotations, key) ?? '';
  return conf;
}

function executorCountConf(spec: JsonObject, conf: Conf): Record<string, string> {
  const result: Record<string, string> = {};
  const dynamic = objectAt(spec, 'dynamicAllocation');
  const enabled = dynamic['enabled'] === true;
  const instances = textAt(objectAt(spec, 'executor'), 'instances');
  if (instances !== undefined) result['spark.executor.instances'] = instances;
  // The operator looks for the key in lower case, so dynamic allocation by sparkConf is not seen and 1 is injected.
  else if (!enabled && !conf['spark.executor.instances']) result['spark.executor.instances'] = '1';
  if (!enabled) return result;
  result['spark.dynamicAllocation.enabled'] = 'true';
  for (const [field, key] of DYNAMIC_FIELDS) {
    const value = textAt(dynamic, field);
    if (value !== undefined) result[key] = value;
  }
  return result;
}

/** All `prefix<rest>` keys as `rest`. */
export function withPrefix(conf: Conf, prefix: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(conf)
      .filter(([key]) => key.startsWith(prefix))
      .map(([key, value]) => [key.slice(prefix.length), value]),
  );
}
