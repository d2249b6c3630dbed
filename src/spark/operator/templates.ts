import type { JsonObject } from '../../manifest';
import type { Application, Role } from './application';
import { CONTAINER_NAME } from './labels';
import { ownerReference, withOwner } from './owner';

/** The pod templates as they stand in their files. */
export type RoleTemplates = Readonly<Record<Role, JsonObject>>;

/**
 * The two pod template files that the operator always gives to spark-submit: the role's template, or an empty one with
 * Spark's container, owned by the application. An executor is owned without being controlled: its controller is the driver.
 */
export function podTemplates(application: Application): RoleTemplates {
  const owner = ownerReference(application);
  const { controller, blockOwnerDeletion, ...reference } = owner;
  return { driver: owned('driver', application, owner), executor: owned('executor', application, reference) };
}

function owned(role: Role, { spec }: Application, owner: JsonObject): JsonObject {
  const template: JsonObject = spec[role].template ?? { spec: { containers: [{ name: CONTAINER_NAME[role] }] } };
  return { ...template, metadata: withOwner((template['metadata'] ?? {}) as JsonObject, owner) };
}
