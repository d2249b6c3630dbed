import type { JsonObject, JsonValue } from '../../manifest';
import { API_VERSION, type Application } from './application';

/** The reference by which an application owns what is created for it. */
export function ownerReference({ name, uid }: Application): JsonObject {
  return { apiVersion: API_VERSION, kind: 'SparkApplication', name, uid, controller: true, blockOwnerDeletion: true };
}

const FIELDS = ['apiVersion', 'kind', 'name', 'uid', 'controller', 'blockOwnerDeletion'];

/** Metadata with one owner more, unless it is among the owners already. */
export function withOwner(metadata: JsonObject, owner: JsonObject): JsonObject {
  const owners = (metadata['ownerReferences'] ?? []) as JsonValue[];
  const known = owners.some((each) => FIELDS.every((field) => (each as JsonObject)[field] === owner[field]));
  return known ? metadata : { ...metadata, ownerReferences: [...owners, owner] };
}
