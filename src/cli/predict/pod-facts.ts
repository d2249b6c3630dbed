import type { JsonObject } from '../../manifest';
import { podResources } from '../../manifest/pod-resources';
import { isObject, objectAt, textAt, valueAt } from '../../manifest/values';
import { sparkContainer } from '../../spark/pods/summary';
import { present } from '../present';
import type { Prediction, Role } from './prediction';

/** What people look for in a pod. */
export interface PodFacts {
  readonly name: string;
  readonly cpuRequest?: string;
  readonly cpuLimit?: string;
  readonly memoryRequest: string;
  readonly memoryLimit?: string;
  /** What Spark's container asks for beside CPU and memory: `nvidia.com/gpu`, `ephemeral-storage`. */
  readonly otherResources: readonly (readonly [name: string, amount: string])[];
  /** Whether Spark's local directories are in memory, which then counts as the container's. */
  readonly isScratchInMemory: boolean;
  readonly image: string;
  readonly serviceAccount?: string;
  /** Sidecars and init containers with what they request: `proxy 100m, 64Mi`. */
  readonly otherContainers: readonly string[];
  /** What the scheduler reserves for the whole pod; absent when some amount is no quantity. */
  readonly reserved?: Reserved;
}

/** Thousandths of a CPU and bytes. */
export interface Reserved {
  readonly cpu: number;
  readonly memory: number;
}

/** The predicted pod that stands for a role: of executors the first. */
export function podOf(role: Role, { pods }: Pick<Prediction, 'pods'>): JsonObject {
  return role === 'driver' ? pods.driver : (pods.executors[0]?.pod ?? {});
}

/** Pods do not name it: Spark says it to the API server. */
export function namespaceOf({ pods }: Pick<Prediction, 'pods'>): string {
  return pods.driverProperties['spark.kubernetes.namespace'] ?? 'default';
}

/** The facts of the pod that stands for a role, read from the pod. */
export function factsOf(role: Role, prediction: Pick<Prediction, 'pods'>): PodFacts {
  const pod = podOf(role, prediction);
  const spec = objectAt(pod, 'spec');
  const container = sparkContainer(role, spec);
  const resource = (kind: string, name: string): string | undefined => textAt(container, 'resources', kind, name);
  const others = [...listAt(spec, 'initContainers'), ...listAt(spec, 'containers').filter((one) => one !== container)];
  return {
    name: textAt(pod, 'metadata', 'name') ?? '',
    memoryRequest: resource('requests', 'memory') ?? 'none',
    otherResources: otherResources(objectAt(container, 'resources')),
    isScratchInMemory: listAt(spec, 'volumes').some(isScratchInMemory),
    image: textAt(container, 'image') ?? '',
    otherContainers: others.map(requestText),
    ...present({
      cpuRequest: resource('requests', 'cpu'),
      cpuLimit: resource('limits', 'cpu'),
      memoryLimit: resource('limits', 'memory'),
      serviceAccount: textAt(spec, 'serviceAccountName'),
      reserved: reservedFor(spec),
    }),
  };
}

function otherResources(resources: JsonObject): [string, string][] {
  const all = { ...objectAt(resources, 'requests'), ...objectAt(resources, 'limits') };
  const names = Object.keys(all).filter((name) => name !== 'cpu' && name !== 'memory');
  return names.map((name) => [name, String(all[name])]);
}

function isScratchInMemory(volume: JsonObject): boolean {
  return textAt(volume, 'name')?.startsWith('spark-local-dir-') === true && valueAt(volume, 'emptyDir', 'medium') === 'Memory';
}

function reservedFor(spec: JsonObject): Reserved | undefined {
  try {
    const { cpuMillis, memoryBytes } = podResources(spec);
    return { cpu: cpuMillis, memory: memoryBytes };
  } catch {
    return undefined;
  }
}

function requestText(container: JsonObject): string {
  const requests = ['cpu', 'memory'].flatMap((resource) => textAt(container, 'resources', 'requests', resource) ?? []);
  return `${textAt(container, 'name') ?? 'container'} ${requests.join(', ') || 'without requests'}`;
}

function listAt(spec: JsonObject, key: string): JsonObject[] {
  const list = spec[key];
  return Array.isArray(list) ? list.filter(isObject) : [];
}
