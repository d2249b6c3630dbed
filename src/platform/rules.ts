import { totalAtPeak, usageAtPeak, type Workload } from '../budget';
import type { Problem } from '../problem';
import { printCpu, printMemory } from '../quantity';
import { describeObject } from './dependencies';
import { imageProblem } from './images';
import { type EnvironmentPlan, objectIdentity, type PlannedObject } from './plan';

/** The rules over all objects of an environment. Dependencies and variables have theirs in their own files. */
export function planProblems(plan: EnvironmentPlan): Problem[] {
  const objects = plan.units.flatMap((unit) => unit.objects);
  return [...duplicateProblems(objects), ...budgetProblems(plan), ...imageProblems(plan.workloads)];
}

/** One identity, one object; and one file, one object (the same kind name in two API groups would share one). */
function duplicateProblems(objects: readonly PlannedObject[]): Problem[] {
  const problems: Problem[] = [];
  const seen = new Map<string, PlannedObject>();
  for (const planned of objects) {
    for (const key of new Set([objectIdentity(planned.object), planned.file])) {
      const first = seen.get(key);
      if (first)
        problems.push({
          message: `${describeObject(planned.object)} exists twice: ${first.constructPath} and ${planned.constructPath}`,
          fix: 'give one of them another name (names come from props, not from construct ids)',
        });
      else seen.set(key, planned);
    }
  }
  return problems.filter(({ message }, index) => problems.findIndex((other) => other.message === message) === index);
}

function takers(workloads: readonly Workload[]): string {
  return workloads
    .map((workload) => ({ workload, usage: usageAtPeak(workload) }))
    .sort((a, b) => b.usage.memoryBytes - a.usage.memoryBytes)
    .map(
      ({ workload, usage }) =>
        `${workload.kind} ${workload.namespace}/${workload.name} ${printCpu(usage.cpuMillis)} CPU and ${printMemory(usage.memoryBytes)}`,
    )
    .join(', ');
}

function budgetProblems(plan: EnvironmentPlan): Problem[] {
  const problems: Problem[] = [];
  const check = (
    who: string,
    workloads: readonly Workload[],
    cpuMillis: number | undefined,
    memoryBytes: number | undefined,
    fix: string,
  ): void => {
    const peak = totalAtPeak(workloads);
    const over = [
      ...(cpuMillis !== undefined && peak.cpuMillis > cpuMillis
        ? [`${printCpu(peak.cpuMillis)} of ${printCpu(cpuMillis)} CPU`]
        : []),
      ...(memoryBytes !== undefined && peak.memoryBytes > memoryBytes
        ? [`${printMemory(peak.memoryBytes)} of ${printMemory(memoryBytes)} memory`]
        : []),
    ];
    if (over.length > 0)
      problems.push({ message: `${who} can use ${over.join(' and ')} at its peak: ${takers(workloads)}`, fix });
  };
  for (const { name, workloads, budgetCpuMillis, budgetMemoryBytes } of plan.namespaces)
    check(
      `namespace ${name}`,
      workloads,
      budgetCpuMillis,
      budgetMemoryBytes,
      'make the workloads smaller or fewer, or raise the budget of the unit',
    );
  check(
    'the environment',
    plan.workloads,
    plan.usableCpuMillis,
    plan.usableMemoryBytes,
    'make the workloads smaller or fewer, or raise the usable share of the cluster',
  );
  return problems;
}

function imageProblems(workloads: readonly Workload[]): Problem[] {
  const images = new Map(
    workloads.flatMap((workload) => workload.pods.flatMap(({ images }) => images.map((image) => [image, workload] as const))),
  );
  return [...images].flatMap(([image, workload]) => {
    const problem = imageProblem(image);
    return problem
      ? [{ ...problem, message: `${workload.kind} ${workload.namespace}/${workload.name}: ${problem.message}` }]
      : [];
  });
}
