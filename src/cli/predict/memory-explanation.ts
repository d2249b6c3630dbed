import type { MemoryParts } from '../../spark/prediction';
import type { Explanation } from './explanation';
import type { PodFacts } from './pod-facts';
import type { Prediction, Role } from './prediction';
import { builderOf, type Source, setSource, sourceOf } from './sources';

/** `1024 heap + 384 overhead`, in MiB, without what is not there. */
export function memoryParts({ heap, overhead, offHeap, pyspark }: MemoryParts): string {
  const parts = { heap, overhead, 'off-heap': offHeap, python: pyspark };
  return Object.entries(parts)
    .filter(([, size]) => size > 0)
    .map(([name, size]) => `${size} ${name}`)
    .join(' + ');
}

/** How the memory of a role is added up, and where each part comes from. */
export function memoryExplanation(role: Role, facts: PodFacts, prediction: Prediction): Omit<Explanation, 'role'> {
  const parts = prediction.pods.memory[role];
  const { overheadRule: rule, heap } = parts;
  const formula = rule.stated ? String(parts.overhead) : `max(${rule.minimum}, ${rule.factor} × ${heap})`;
  const how = memoryParts({ ...parts, overhead: 0 }).replace(/ heap/, ` heap + ${formula} overhead`);
  const sources = [
    sourceOf([`spark.${role}.memory`], role, prediction),
    ...(rule.stated ? [sourceOf([`spark.${role}.memoryOverhead`], role, prediction)] : ruleSources(role, rule, prediction)),
    ...(parts.offHeap > 0 ? [sourceOf(['spark.memory.offHeap.size'], role, prediction)] : []),
    ...(parts.pyspark > 0 ? [sourceOf(['spark.executor.pyspark.memory'], role, prediction)] : []),
  ];
  const limit = facts.memoryLimit === facts.memoryRequest ? '' : `, limit ${facts.memoryLimit ?? 'none'}`;
  return { what: 'memory', value: facts.memoryRequest + limit, how, sources };
}

interface ByFactor {
  readonly factor: number;
  readonly minimum: number;
}

function ruleSources(role: Role, rule: ByFactor, prediction: Prediction): Source[] {
  const builder = builderOf(role, prediction);
  const minimum = `spark.${role}.minMemoryOverhead`;
  return [
    builder.startsWith('3.')
      ? { key: 'least overhead', value: String(rule.minimum), from: `fixed in Spark ${builder}` }
      : sourceOf([minimum], role, prediction),
    factorSource(role, rule, prediction),
  ];
}

/** The driver hands its factor on to the executors, so the submitter's default counts for both. */
function factorSource(role: Role, { factor }: ByFactor, prediction: Prediction): Source {
  const common = 'spark.kubernetes.memoryOverheadFactor';
  const set = setSource([`spark.${role}.memoryOverheadFactor`, common], prediction);
  if (set !== undefined) return set;
  const programs = { java: '', python: ' for Python programs', r: ' for R programs' }[prediction.kind];
  return { key: common, value: String(factor), from: `default of Spark ${prediction.submitter}${programs}` };
}
