import { parseCpu, parseMemory } from '../quantity';
import type { JsonObject } from './json';

/** What the scheduler reserves for one pod and what it may use. */
export interface PodResources {
  readonly cpuMillis: number;
  /** Absent when a container may use as much as there is. */
  readonly cpuLimitMillis?: number;
  readonly memoryBytes: number;
  readonly memoryLimitBytes?: number;
  readonly images: readonly string[];
}

type Container = JsonObject & { restartPolicy?: string };

/**
 * The effective request of a pod: the sum of its containers and sidecars, or the largest init container where that is more.
 *
 * @throws Error for an amount that is no quantity: the API server would refuse such a pod
 * @see https://kubernetes.io/docs/concepts/workloads/pods/init-containers/#resource-sharing-within-containers
 */
export function podResources(spec: JsonObject): PodResources {
  const containers = (spec['containers'] ?? []) as Container[];
  const init = (spec['initContainers'] ?? []) as Container[];
  const sidecars = init.filter(({ restartPolicy }) => restartPolicy === 'Always');
  const running = [...containers, ...sidecars];
  const effective = (kind: 'requests' | 'limits', resource: 'cpu' | 'memory'): number => {
    const amount = (container: Container): number => resourceOf(container, kind, resource);
    return Math.max(
      running.map(amount).reduce((a, b) => a + b, 0),
      // A sidecar that started earlier still runs while a later init container does.
      ...init.map((container, index) =>
        [container, ...init.slice(0, index).filter(({ restartPolicy }) => restartPolicy === 'Always')]
          .map(amount)
          .reduce((a, b) => a + b, 0),
      ),
    );
  };
  const limit = effective('limits', 'memory');
  const cpuIsLimited = [...running, ...init].every((container) => resourceOf(container, 'limits', 'cpu') > 0);
  return {
    cpuMillis: effective('requests', 'cpu'),
    ...(cpuIsLimited && { cpuLimitMillis: effective('limits', 'cpu') }),
    memoryBytes: effective('requests', 'memory'),
    ...(limit > 0 && { memoryLimitBytes: limit }),
    images: [...init, ...containers].map((container) => String(container['image'])),
  };
}

/** A request that is missing is the limit's value, as the API server fills it in. */
function resourceOf(container: Container, kind: 'requests' | 'limits', resource: 'cpu' | 'memory'): number {
  const resources = (container['resources'] ?? {}) as { requests?: JsonObject; limits?: JsonObject };
  const value =
    kind === 'limits' ? resources.limits?.[resource] : (resources.requests?.[resource] ?? resources.limits?.[resource]);
  if (value === undefined) return 0;
  const amount = (resource === 'cpu' ? parseCpu : parseMemory)(String(value));
  if (amount !== undefined) return amount;
  const example = resource === 'cpu' ? '500m or 2' : '512Mi or 2Gi';
  throw new Error(`container ${container['name']}: ${resource} '${value}' is no Kubernetes quantity, such as ${example}`);
}
