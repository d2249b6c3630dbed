import { sparkContainer } from '../pods/compare.mjs';

/**
 * Fields of a role that the operator's webhook copies into the pods of an application, restated from
 * internal/webhook/sparkpod_defaulter.go of spark-operator 2.5.2: those that admission looks at.
 */
const POD_FIELDS = {
  podSecurityContext: 'securityContext',
  tolerations: 'tolerations',
  affinity: 'affinity',
  priorityClassName: 'priorityClassName',
  schedulerName: 'schedulerName',
  terminationGracePeriodSeconds: 'terminationGracePeriodSeconds',
  hostNetwork: 'hostNetwork',
};
const CONTAINER_FIELDS = { securityContext: 'securityContext', env: 'env', envFrom: 'envFrom', volumeMounts: 'volumeMounts' };
const joined = (old, added) => (Array.isArray(added) ? [...(old ?? []), ...added] : added);

/** The pod as the operator's webhook hands it on; it looks at every pod with an application's label, template or not. */
export function mutated(pod, role, application) {
  const result = structuredClone(pod);
  const fields = application.spec[role] ?? {};
  const container = sparkContainer(result, role);
  for (const [field, target] of Object.entries(POD_FIELDS)) {
    if (fields[field] !== undefined) {
      result.spec[target] = joined(result.spec[target], fields[field]);
    }
  }
  for (const [field, target] of Object.entries(CONTAINER_FIELDS)) {
    if (fields[field] !== undefined) {
      container[target] = joined(container[target], fields[field]);
    }
  }
  const mounted = new Set((fields.volumeMounts ?? []).map(({ name }) => name));
  const volumes = (application.spec.volumes ?? []).filter(({ name }) => mounted.has(name));
  result.spec.volumes = joined(result.spec.volumes, volumes);
  result.spec.containers.push(...(fields.sidecars ?? []));
  result.spec.initContainers = joined(result.spec.initContainers, fields.initContainers ?? []);
  if (fields.memoryLimit !== undefined) {
    throw new Error(`${application.metadata.name}: ${role}.memoryLimit is not restated in operator-webhook.mjs`);
  }
  return result;
}
