import type { JsonObject, JsonValue } from '../../manifest';

/**
 * A pod being built, which steps change in place. The container that Spark runs in is kept apart; Spark puts it behind the
 * others at the end.
 */
export interface SparkPod {
  readonly apiVersion: string;
  readonly kind: string;
  /** What a template has besides `metadata` and `spec`. */
  readonly rest: JsonObject;
  /** Absent in a template without any, as long as nothing is added. */
  metadata: JsonObject | undefined;
  readonly spec: JsonObject;
  readonly container: JsonObject;
}

/** A pod without anything. */
export const emptyPod = (): SparkPod => ({ apiVersion: 'v1', kind: 'Pod', rest: {}, metadata: {}, spec: {}, container: {} });

/** A pod to build on; what steps do not change stays the template's, which all pods share. */
export function copyOfPod({ metadata, spec, container, ...others }: SparkPod): SparkPod {
  return { ...others, metadata: metadata && copyOf(metadata), spec: copyOf(spec), container: copyOf(container) };
}

/** Steps add to the lists of an object; maps they replace. */
function copyOf(object: JsonObject): JsonObject {
  const copy = { ...object };
  for (const [key, value] of Object.entries(copy)) if (Array.isArray(value)) copy[key] = [...value];
  return copy;
}

/** The pod with its container at the end of the list. */
export function finishedPod({ apiVersion, kind, rest, metadata, spec, container }: SparkPod): JsonObject {
  append(spec, 'containers', [container]);
  const pod: JsonObject = { apiVersion, kind, ...rest };
  if (metadata !== undefined) pod.metadata = metadata;
  pod.spec = spec;
  return pod;
}

/** The metadata of a pod that is about to get some. */
export function metadataOf(pod: SparkPod): JsonObject {
  pod.metadata ??= {};
  return pod.metadata;
}

export function items(object: JsonObject, key: string): JsonValue[] {
  return (object[key] as JsonValue[] | undefined) ?? [];
}

/**
 * Puts values at the end of a list of an object; the list stays absent when it would be empty.
 *
 * @param values become the object's own
 */
export function append(object: JsonObject, key: string, values: JsonValue[]): void {
  if (values.length === 0) return;
  const list = object[key] as JsonValue[] | undefined;
  if (list === undefined) object[key] = values;
  else list.push(...values);
}

/** Puts entries into a map of an object; the map stays absent when it would be empty. */
export function assign(object: JsonObject, key: string, entries: readonly (readonly [string, JsonValue])[]): void {
  if (entries.length > 0) merge(object, key, Object.fromEntries(entries));
}

/** Puts another map's entries into a map of an object. */
export function merge(object: JsonObject, key: string, added: JsonObject): void {
  const map = object[key] as JsonObject | undefined;
  object[key] = map === undefined ? added : { ...map, ...added };
}

/** What a step may add to a pod, whose own it becomes. */
export interface Additions {
  readonly volumes?: JsonValue[];
  readonly mounts?: JsonValue[];
  readonly env?: JsonValue[];
}

/** Puts volumes, mounts and variables at the end of their lists. */
export function add({ spec, container }: SparkPod, { volumes, mounts, env }: Additions): void {
  if (volumes !== undefined) append(spec, 'volumes', volumes);
  if (mounts !== undefined) append(container, 'volumeMounts', mounts);
  if (env !== undefined) append(container, 'env', env);
}

/** A variable with a text. */
export const variable = (name: string, value: string): JsonObject => ({ name, value });

/** A variable with a field of the pod. */
export const fieldVariable = (name: string, fieldPath: string): JsonObject => ({
  name,
  valueFrom: { fieldRef: { apiVersion: 'v1', fieldPath } },
});
