import { printCpu, printMemory } from '../../quantity';
import type { Line } from './explanation';
import { memoryExplanation } from './memory-explanation';
import type { PodFacts } from './pod-facts';
import type { Prediction, Role } from './prediction';
import { type Source, setSource, sourceOf } from './sources';

/** Where the CPU, the memory and the other resources of a role come from. */
export function resourceExplanations(role: Role, facts: PodFacts, prediction: Prediction): Line[] {
  return [
    requestExplanation(role, facts, prediction),
    limitExplanation(role, facts, prediction),
    memoryExplanation(role, facts, prediction),
    ...memoryLimitExplanations(role, facts, prediction),
    ...facts.otherResources.map(([name, amount]) => otherExplanation(role, name, amount, prediction)),
    ...scratchExplanations(facts, prediction),
    ...wholePodExplanations(facts, prediction),
  ];
}

function requestExplanation(role: Role, { cpuRequest = 'none' }: PodFacts, prediction: Prediction): Line {
  const keys = [`spark.kubernetes.${role}.request.cores`, `spark.${role}.cores`];
  return { what: 'cpu request', value: cpuRequest, sources: [sourceOf(keys, role, prediction)] };
}

function limitExplanation(role: Role, { cpuLimit }: PodFacts, prediction: Prediction): Line {
  const key = `spark.kubernetes.${role}.limit.cores`;
  const source = setSource([key], prediction);
  if (source !== undefined) return { what: 'cpu limit', value: cpuLimit ?? 'none', sources: [source] };
  if (cpuLimit === undefined) return { what: 'cpu limit', value: 'none', how: `${key} is not set`, sources: [] };
  return { what: 'cpu limit', value: cpuLimit, how: prediction.otherwise, sources: [] };
}

/** Spark makes the limit of what it requests; who wants another one changes it afterwards. */
function memoryLimitExplanations(role: Role, facts: PodFacts, { limitOrigin, otherwise }: Prediction): Line[] {
  const { memoryRequest, memoryLimit } = facts;
  if (memoryLimit === memoryRequest) return [];
  const how = limitOrigin?.(role, 'memory') ?? otherwise;
  return [{ what: 'memory limit', value: memoryLimit ?? 'none', how, sources: [] }];
}

/** Spark asks for `<vendor>/<name>` when an amount of the resource is set. */
function otherExplanation(role: Role, name: string, amount: string, prediction: Prediction): Line {
  const [vendor, short = ''] = name.split('/');
  const key = (part: string): string => `spark.${role}.resource.${short}.${part}`;
  const sources = ['amount', 'vendor'].flatMap((part): Source | Source[] => setSource([key(part)], prediction) ?? []);
  const isSparks = sources[0]?.value === amount && sources[1]?.value === vendor;
  if (isSparks) return { what: name, value: amount, how: `${key('amount')} of ${key('vendor')}`, sources };
  return { what: name, value: amount, how: prediction.limitOrigin?.(role, name) ?? prediction.otherwise, sources: [] };
}

function scratchExplanations({ isScratchInMemory }: PodFacts, prediction: Prediction): Line[] {
  if (!isScratchInMemory) return [];
  const source = setSource(['spark.kubernetes.local.dirs.tmpfs'], prediction);
  const how = 'what is written there counts as memory of the container';
  return [{ what: 'local dirs', value: 'in memory', how, sources: source === undefined ? [] : [source] }];
}

/** With other containers a pod is more than Spark's one. */
function wholePodExplanations({ otherContainers, reserved }: PodFacts, { otherwise }: Prediction): Line[] {
  if (otherContainers.length === 0 || reserved === undefined) return [];
  const value = `cpu ${printCpu(reserved.cpu)}, memory ${printMemory(reserved.memory)}`;
  return [{ what: 'whole pod', value, how: `with ${otherContainers.join('; ')} of ${otherwise}`, sources: [] }];
}
