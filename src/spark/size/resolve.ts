import { SizeRoundingBehavior } from 'cdk8s';
import type { Cpu } from 'cdk8s-plus-28';
import type { Problem } from '../../problem';
import { isCpu, isSize, parseCpu, printCpu } from '../../quantity';
import { largestHeapMib, MINIMUM_HEAP_MIB, type OverheadRule, overheadMib } from './memory';
import type { DriverSize, ExecutorSize } from './pod-size';
import { kindProblems, shown } from './shapes';
import { SparkMemory } from './spark-memory';

/** A size in the words of the operator's resource. */
export interface ResolvedSize {
  readonly heapMib: number;
  readonly overheadMib?: number;
  readonly cores: number;
  readonly coreRequest?: string;
  readonly coreLimit?: string;
}

/**
 * Checks a size and finds its heap.
 *
 * @param rule how the overhead is found when the size does not state one
 * @param extraMib what the configuration adds to the pod beside heap and overhead (off-heap and Python memory)
 */
export function resolveSize(
  role: 'driver' | 'executor',
  size: DriverSize | ExecutorSize,
  rule: OverheadRule,
  extraMib: number,
): { resolved: ResolvedSize; problems: Problem[] } {
  const problems: Problem[] = [];
  const memory = resolveMemory(role, size, rule, extraMib, problems);
  const cores = size.cores ?? 1;
  if (!Number.isInteger(cores) || cores < 1) problems.push(coresProblem(role, cores));
  const request = millis(role, 'cpu', size.cpu, problems);
  const limit = millis(role, 'cpuLimit', size.cpuLimit, problems);
  if (limit !== undefined && limit < (request ?? cores * 1000)) {
    problems.push({
      message: `${role}.cpuLimit ${printCpu(limit)} is below the request of ${printCpu(request ?? cores * 1000)}: the API server refuses such a pod`,
      fix: `raise ${role}.cpuLimit or lower ${role}.cpu`,
    });
  }
  return {
    resolved: {
      ...memory,
      cores,
      coreRequest: request === undefined ? undefined : printCpu(request),
      coreLimit: limit === undefined ? undefined : printCpu(limit),
    },
    problems,
  };
}

function resolveMemory(
  role: string,
  size: DriverSize | ExecutorSize,
  rule: OverheadRule,
  extraMib: number,
  problems: Problem[],
): { heapMib: number; overheadMib?: number } {
  const overhead = size.memoryOverhead;
  const readable = overhead === undefined || isSize(overhead);
  problems.push(...kindProblems(`${role}.memoryOverhead`, overhead, readable, 'write Size.mebibytes(512)'));
  const stated = readable ? overhead?.toMebibytes({ rounding: SizeRoundingBehavior.NONE }) : undefined;
  if (stated !== undefined && !(Number.isInteger(stated) && stated > 0)) {
    problems.push({
      message: `${role}.memoryOverhead is ${stated} MiB, but Spark counts memory in whole mebibytes above 0`,
      fix: 'write Size.mebibytes(…) with a whole number',
    });
  }
  // From JavaScript and through overrides of types anything can come here, '2Gi' above all.
  if (!(size.memory instanceof SparkMemory)) {
    problems.push({
      message: `${role}.memory is ${shown(size.memory)}, which does not say whether it is the heap or the pod`,
      fix: 'write SparkMemory.heap(Size.gibibytes(2)) or SparkMemory.podTotal(Size.gibibytes(3))',
    });
    return { heapMib: MINIMUM_HEAP_MIB, overheadMib: stated };
  }
  const asked = size.memory._mebibytes;
  if (!Number.isInteger(asked)) {
    problems.push({
      message: `${role}.memory is ${asked} MiB, but Spark counts memory in whole mebibytes`,
      fix: `write Size.mebibytes(${Math.ceil(asked)})`,
    });
    return { heapMib: Math.ceil(asked), overheadMib: stated };
  }
  const effective: OverheadRule = stated === undefined ? rule : { ...rule, explicitMib: stated };
  const heapMib = size.memory._isPodTotal ? largestHeapMib(asked, effective, extraMib) : asked;
  if (heapMib < MINIMUM_HEAP_MIB) {
    const least = MINIMUM_HEAP_MIB + overheadMib(MINIMUM_HEAP_MIB, effective) + extraMib;
    problems.push({
      message: size.memory._isPodTotal
        ? `${role}.memory is a pod of ${asked}Mi, which leaves a heap of ${Math.max(heapMib, 0)}Mi; Spark does not start below ${MINIMUM_HEAP_MIB}Mi of heap`
        : `${role}.memory is a heap of ${asked}Mi; Spark does not start below ${MINIMUM_HEAP_MIB}Mi`,
      fix: `write SparkMemory.heap(Size.mebibytes(512)), or SparkMemory.podTotal of at least ${least}Mi`,
    });
  }
  return { heapMib, overheadMib: stated };
}

/** Fractional cores are the commonest slip: the sentence names the prop that was meant. */
export function coresProblem(role: string, cores: unknown): Problem {
  const fraction = typeof cores === 'number' && cores > 0 ? Math.round(cores * 1000) : undefined;
  return {
    message: `${role}.cores is ${shown(cores)}, but Spark schedules tasks on whole cores (spark.${role}.cores is an integer of at least 1)`,
    fix:
      fraction === undefined
        ? `write ${role}: { cores: 1 } or leave it out`
        : `write ${role}: { cpu: Cpu.millis(${fraction}) }: the pod asks for ${printCpu(fraction)} and runs whole tasks`,
  };
}

function millis(role: string, prop: string, cpu: unknown, problems: Problem[]): number | undefined {
  if (cpu === undefined) return undefined;
  if (!isCpu(cpu)) {
    const meant = typeof cpu === 'string' || typeof cpu === 'number' ? parseCpu(String(cpu)) : undefined;
    problems.push(...kindProblems(`${role}.${prop}`, cpu, false, `write Cpu.millis(${meant || 500})`));
    return undefined;
  }
  const { amount } = cpu as Cpu;
  const value = parseCpu(amount);
  if (value === undefined || value <= 0) {
    problems.push({
      message: `${role}.${prop} '${amount}' is not an amount of CPU above 0`,
      fix: 'write Cpu.millis(500) or Cpu.units(2)',
    });
    return undefined;
  }
  return value;
}
