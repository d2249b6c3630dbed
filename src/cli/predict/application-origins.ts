import type { JsonObject } from '../../manifest';
import { isObject, textAt, valueAt } from '../../manifest/values';
import { ROLES, type Role } from './prediction';

/** Who sets what a SparkApplication leaves open. */
const OPERATOR = 'spark-operator 2.5.2';

/** Fields of a role and the keys that the operator makes of them. */
const ROLE_FIELDS = ROLES.flatMap((role): (readonly [key: string, field: string])[] => [
  [`spark.${role}.cores`, `spec.${role}.cores`],
  [`spark.${role}.memory`, `spec.${role}.memory`],
  [`spark.${role}.memoryOverhead`, `spec.${role}.memoryOverhead`],
  [`spark.kubernetes.${role}.request.cores`, `spec.${role}.coreRequest`],
  [`spark.kubernetes.${role}.limit.cores`, `spec.${role}.coreLimit`],
  [`spark.kubernetes.${role}.container.image`, `spec.${role}.image`],
  [`spark.kubernetes.${role}.container.image`, 'spec.image'],
  [`spark.kubernetes.authenticate.${role}.serviceAccountName`, `spec.${role}.serviceAccount`],
]);

/** Typed fields and the keys that the operator makes of them; of several for one key the first that is there. */
const FIELDS: readonly (readonly [key: string, field: string])[] = [
  ...ROLE_FIELDS,
  ['spark.app.name', 'metadata.name'],
  ['spark.kubernetes.namespace', 'metadata.namespace'],
  ['spark.kubernetes.driver.pod.name', 'spec.driver.podName'],
  ['spark.kubernetes.container.image', 'spec.image'],
  ['spark.kubernetes.memoryOverheadFactor', 'spec.memoryOverheadFactor'],
  ['spark.executor.instances', 'spec.executor.instances'],
  ['spark.dynamicAllocation.enabled', 'spec.dynamicAllocation.enabled'],
  ['spark.dynamicAllocation.initialExecutors', 'spec.dynamicAllocation.initialExecutors'],
  ['spark.dynamicAllocation.minExecutors', 'spec.dynamicAllocation.minExecutors'],
  ['spark.dynamicAllocation.maxExecutors', 'spec.dynamicAllocation.maxExecutors'],
];

/** Which field of a role the webhook writes into its pod as a limit of a resource, for which there is no key. */
export function limitField(manifest: JsonObject, role: Role, resource: string): string | undefined {
  const field = resource === 'memory' ? 'memoryLimit' : 'gpu';
  const isThere =
    resource === 'memory' ? valueAt(manifest, 'spec', role, field) !== undefined : gpuOf(manifest, role) === resource;
  return isThere ? `spec.${role}.${field}` : undefined;
}

const gpuOf = (manifest: JsonObject, role: Role): string | undefined => textAt(manifest, 'spec', role, 'gpu', 'name');

/** Where in a SparkApplication the value of a key stands; typed fields win over sparkConf. */
export function originIn(manifest: JsonObject, key: string, isSubmitted: (key: string) => boolean): string | undefined {
  const field = FIELDS.find(([name, path]) => name === key && valueAt(manifest, ...path.split('.')) !== undefined)?.[1];
  if (field !== undefined) return field;
  const sparkConf = valueAt(manifest, 'spec', 'sparkConf');
  if (isObject(sparkConf) && Object.hasOwn(sparkConf, key)) return 'spec.sparkConf';
  return isSubmitted(key) ? OPERATOR : undefined;
}
