import type { JsonObject, JsonValue } from '../../manifest';
import type { Role } from './application';
import { CONTAINER_NAME } from './labels';

/** A container that may be changed. */
export type Container = JsonObject;

/** Those parts of a pod's copy that the steps of the webhook change one after another, with the container that Spark runs in. */
export interface PodDraft {
  readonly role: Role;
  readonly metadata: JsonObject;
  readonly spec: JsonObject;
  readonly container: Container;
}

/** Older names of Spark's container that the webhook accepts. */
const OTHER_NAMES: Readonly<Record<Role, readonly string[]>> = { driver: [], executor: ['executor'] };

/**
 * Copies a pod as deep as the steps change it. Spark's container is known by its name; without such a name it is the first.
 */
export function draftOf(pod: JsonObject, role: Role): { readonly pod: JsonObject; readonly draft: PodDraft } {
  const metadata = { ...(pod['metadata'] as JsonObject) };
  const containers = [...((pod['spec'] as JsonObject)['containers'] as Container[])];
  const names: readonly JsonValue[] = [CONTAINER_NAME[role], ...OTHER_NAMES[role]];
  const index = Math.max(
    containers.findIndex(({ name }) => names.includes(name as JsonValue)),
    0,
  );
  const container = { ...containers[index] } as Container;
  containers[index] = container;
  const spec = { ...(pod['spec'] as JsonObject), containers };
  return { pod: { ...pod, metadata, spec }, draft: { role, metadata, spec, container } };
}

/** Appends to a list of an object, which is made when there is something to append. */
export function append(object: JsonObject, key: string, values: readonly object[] | undefined): void {
  if (values?.length) object[key] = [...((object[key] ?? []) as JsonValue[]), ...(values as JsonObject[])];
}

/** Adds entries to a map of an object, which is made when there is something to add. */
export function assign(object: JsonObject, key: string, entries: Readonly<Record<string, JsonValue>> | undefined): void {
  if (entries && Object.keys(entries).length > 0) object[key] = { ...((object[key] ?? {}) as JsonObject), ...entries };
}

/** Appends the containers that are not there yet, by name and image. */
export function appendContainers(spec: JsonObject, key: string, containers: readonly JsonObject[] | undefined): void {
  for (const container of containers ?? []) {
    const known = ((spec[key] ?? []) as Container[]).some(
      ({ name, image }) => name === container['name'] && (image ?? '') === (container['image'] ?? ''),
    );
    if (!known) append(spec, key, [container]);
  }
}

/** Mounts a ConfigMap into Spark's container. */
export function mountConfigMap({ spec, container }: PodDraft, volumeName: string, configMap: string, mountPath: string): void {
  append(spec, 'volumes', [{ name: volumeName, configMap: { name: configMap } }]);
  append(container, 'volumeMounts', [{ name: volumeName, readOnly: true, mountPath }]);
}
