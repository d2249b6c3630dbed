import type { JsonObject } from '../../manifest';
import { isObject, objectAt, textAt } from '../../manifest/values';
import { sparkContainer } from '../../spark/pods/summary';
import type { Role } from './prediction';

/** What people look for in a pod. */
export interface PodFacts {
  readonly name: string;
  readonly cpuRequest?: string;
  readonly cpuLimit?: string;
  readonly memoryRequest: string;
  readonly memoryLimit?: string;
  readonly image: string;
  readonly serviceAccount?: string;
  /** Sidecars and init containers with what they request: `proxy 100m, 64Mi`. */
  readonly otherContainers: readonly string[];
}

/** The facts of a predicted pod, read from the pod. */
export function podFacts(pod: JsonObject, role: Role): PodFacts {
  const spec = objectAt(pod, 'spec');
  const container = sparkContainer(role, spec);
  const cpuRequest = textAt(container, 'resources', 'requests', 'cpu');
  const cpuLimit = textAt(container, 'resources', 'limits', 'cpu');
  const memoryLimit = textAt(container, 'resources', 'limits', 'memory');
  const serviceAccount = textAt(spec, 'serviceAccountName');
  return {
    name: textAt(pod, 'metadata', 'name') ?? '',
    memoryRequest: textAt(container, 'resources', 'requests', 'memory') ?? 'none',
    image: textAt(container, 'image') ?? '',
    otherContainers: [...listAt(spec, 'initContainers'), ...listAt(spec, 'containers').filter((one) => one !== container)].map(
      requestText,
    ),
    ...(cpuRequest === undefined ? {} : { cpuRequest }),
    ...(cpuLimit === undefined ? {} : { cpuLimit }),
    ...(memoryLimit === undefined ? {} : { memoryLimit }),
    ...(serviceAccount === undefined ? {} : { serviceAccount }),
  };
}

function requestText(container: JsonObject): string {
  const requests = ['cpu', 'memory'].flatMap((resource) => textAt(container, 'resources', 'requests', resource) ?? []);
  return `${textAt(container, 'name') ?? 'container'} ${requests.join(', ') || 'without requests'}`;
}

function listAt(spec: JsonObject, key: string): JsonObject[] {
  const list = spec[key];
  return Array.isArray(list) ? list.filter(isObject) : [];
}
