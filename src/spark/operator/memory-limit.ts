import { parseMemory } from '../../quantity';
import type { Role } from './application';
import { OperatorRefusal } from './refusal';

/** Units of the JVM that the operator replaces by Kubernetes' own, the longer ones first. */
const UNITS = ['kb', 'mb', 'gb', 'tb', 'pb', 'k', 'm', 'g', 't', 'p'];

/**
 * `memoryLimit` as a Kubernetes quantity: `2g` becomes `2Gi`. The operator finds the unit in upper or lower case but takes
 * away only the lower-case one, so `2G` becomes `2GGi`, which is no quantity; and it does not know `b`.
 *
 * @throws OperatorRefusal when nothing comes out that Kubernetes can read: the webhook refuses the pod
 */
export function memoryLimitQuantity(role: Role, limit: string): string {
  const unit = UNITS.find((each) => limit.toLowerCase().endsWith(each));
  const quantity =
    unit === undefined ? limit : `${limit.endsWith(unit) ? limit.slice(0, -unit.length) : limit}${unit.charAt(0).toUpperCase()}i`;
  if (parseMemory(quantity) !== undefined) return quantity;
  throw new OperatorRefusal(
    role,
    `${role}.memoryLimit ${limit} becomes ${quantity}, which is no Kubernetes quantity`,
    'write a whole number with a unit in lower case (512m, 2g), or a Kubernetes quantity (2Gi)',
  );
}
