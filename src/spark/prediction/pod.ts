import type { JsonObject, JsonValue } from '../../manifest';

/** A pod being built, with the container that Spark runs in kept apart; Spark puts it behind the others at the end. */
export interface SparkPod {
  readonly apiVersion: string;
  readonly kind: string;
  /** What a template has besides `metadata` and `spec`. */
  readonly rest: JsonObject;
  /** Absent in a template without any, as long as nothing is added. */
  readonly metadata: JsonObject | undefined;
  readonly spec: JsonObject;
  readonly container: JsonObject;
}

/** A pod without anything. */
export const EMPTY_POD: SparkPod = { apiVersion: 'v1', kind: 'Pod', rest: {}, metadata: {}, spec: {}, container: {} };

/** The pod with its container at the end of the list. */
export function finishedPod({ apiVersion, kind, rest, metadata, spec, container }: SparkPod): JsonObject {
  return {
    apiVersion,
    kind,
    ...rest,
    ...(metadata === undefined ? {} : { metadata }),
    spec: { ...spec, containers: [...items(spec, 'containers'), container] },
  };
}

export function items(object: JsonObject, key: string): JsonValue[] {
  return (object[key] as JsonValue[] | undefined) ?? [];
}

/** The object with values at the end of one of its lists; the list stays absent when it would be empty. */
export function append(object: JsonObject, key: string, values: readonly JsonValue[]): JsonObject {
  if (values.length === 0) return object;
  const before = object[key] as JsonValue[] | undefined;
  return { ...object, [key]: before === undefined ? [...values] : [...before, ...values] };
}

/** The object with entries in one of its maps; the map stays absent when it would be empty. */
export function assign(object: JsonObject, key: string, entries: readonly (readonly [string, JsonValue])[]): JsonObject {
  return entries.length === 0 ? object : withMap(object, key, Object.fromEntries(entries));
}

/** The object with a map's entries in one of its maps. */
export function withMap(object: JsonObject, key: string, added: JsonObject): JsonObject {
  const before = object[key] as JsonObject | undefined;
  return { ...object, [key]: before === undefined ? added : { ...before, ...added } };
}

/** What a step may add to a pod. */
export interface Additions {
  readonly volumes?: readonly JsonValue[];
  readonly mounts?: readonly JsonValue[];
  readonly env?: readonly JsonValue[];
}

/** The pod with volumes, mounts and variables at the end of their lists. */
export function add(pod: SparkPod, { volumes = [], mounts = [], env = [] }: Additions): SparkPod {
  if (volumes.length + mounts.length + env.length === 0) return pod;
  return {
    ...pod,
    spec: append(pod.spec, 'volumes', volumes),
    container: append(append(pod.container, 'env', env), 'volumeMounts', mounts),
  };
}

/** A variable with a text. */
export const variable = (name: string, value: string): JsonObject => ({ name, value });

/** A variable with a field of the pod. */
export const fieldVariable = (name: string, fieldPath: string): JsonObject => ({
  name,
  valueFrom: { fieldRef: { apiVersion: 'v1', fieldPath } },
});
