import type { MemoryParts } from '../../spark/prediction';
import type { Line } from './explanation';
import type { PodFacts } from './pod-facts';
import type { Prediction, Role } from './prediction';
import { builderOf, type Source, setSource, sourceOf } from './sources';

/** `1024 heap + 384 overhead`, in MiB. */
export function memoryParts(parts: MemoryParts): string {
  return partsText(parts, String(parts.overhead));
}

/** Without the parts that only some applications have. */
function partsText({ heap, offHeap, pyspark }: MemoryParts, overhead: string): string {
  const others = [...(offHeap > 0 ? [`${offHeap} off-heap`] : []), ...(pyspark > 0 ? [`${pyspark} python`] : [])];
  return [`${heap} heap`, `${overhead} overhead`, ...others].join(' + ');
}

/** Spark cuts off what is no whole MiB, which matters only where the share of the heap decides. */
function ruleText(heap: number, { factor, minimum }: ByFactor): string {
  const [share, text] = [factor * heap, `${factor} × ${heap}`];
  return `max(${minimum}, ${share > minimum && !Number.isInteger(share) ? `floor(${text})` : text})`;
}

/** How the memory of a role is added up, and where each part comes from. */
export function memoryExplanation(role: Role, facts: PodFacts, prediction: Prediction): Line {
  const parts = prediction.pods.memory[role];
  const { overheadRule: rule } = parts;
  const how = partsText(parts, rule.stated ? String(parts.overhead) : ruleText(parts.heap, rule));
  const sources = [
    sourceOf([`spark.${role}.memory`], role, prediction),
    ...(rule.stated
      ? [sourceOf([`spark.${role}.memoryOverhead`, `spark.yarn.${role}.memoryOverhead`], role, prediction)]
      : ruleSources(role, rule, prediction)),
    ...(parts.offHeap > 0 ? [sourceOf(['spark.memory.offHeap.size'], role, prediction)] : []),
    ...(parts.pyspark > 0 ? [sourceOf(['spark.executor.pyspark.memory'], role, prediction)] : []),
  ];
  return { what: 'memory', value: facts.memoryRequest, how, sources };
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
