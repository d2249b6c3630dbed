import { totalAtPeak, type Usage, usageAtPeak, usageAtRest } from '../budget';
import type { JsonObject } from '../manifest';
import { printCpu, printMemory } from '../quantity';
import type { EnvironmentPlan } from './plan';

const amounts = (usage: Usage): JsonObject => ({
  pods: usage.pods,
  cpu: printCpu(usage.cpuMillis),
  memory: printMemory(usage.memoryBytes),
});

/** What README.md says, for machines. */
export function inventory(plan: EnvironmentPlan): JsonObject {
  return {
    app: plan.app,
    environment: plan.environment,
    units: plan.units.map((unit) => ({
      name: unit.name,
      kustomization: unit.kustomizationName,
      dependsOn: unit.dependencies.map(({ to, because }) => ({ name: to, because })),
      objects: unit.objects.map(({ object, file }) => {
        const metadata = object['metadata'] as JsonObject;
        return {
          apiVersion: object['apiVersion'] as string,
          kind: object['kind'] as string,
          ...(metadata['namespace'] !== undefined && { namespace: metadata['namespace'] }),
          name: metadata['name'] as string,
          file,
        };
      }),
      overrides: unit.objects.flatMap(({ file, overrides }) => overrides.map(({ path, value }) => ({ file, path, value }))),
    })),
    workloads: plan.workloads.map((workload) => ({
      kind: workload.kind,
      namespace: workload.namespace,
      name: workload.name,
      atRest: amounts(usageAtRest(workload)),
      atPeak: amounts(usageAtPeak(workload)),
      pods: workload.pods.map((group) => ({
        role: group.role,
        name: group.podName,
        atRest: group.atRest,
        atPeak: group.atPeak,
        cpu: printCpu(group.cpuMillis),
        ...(group.cpuLimitMillis !== undefined && { cpuLimit: printCpu(group.cpuLimitMillis) }),
        memory: printMemory(group.memoryBytes),
        ...(group.memoryLimitBytes !== undefined && { memoryLimit: printMemory(group.memoryLimitBytes) }),
        images: [...group.images],
      })),
    })),
    namespaces: plan.namespaces.map((namespace) => ({
      name: namespace.name,
      atPeak: amounts(totalAtPeak(namespace.workloads)),
      ...(namespace.budgetCpuMillis !== undefined &&
        namespace.budgetMemoryBytes !== undefined && {
          budget: { cpu: printCpu(namespace.budgetCpuMillis), memory: printMemory(namespace.budgetMemoryBytes) },
        }),
    })),
    cluster: {
      atPeak: amounts(totalAtPeak(plan.workloads)),
      usable: { cpu: printCpu(plan.usableCpuMillis), memory: printMemory(plan.usableMemoryBytes) },
    },
    images: images(plan),
  };
}

/** Every image of the environment once, sorted. */
export function images(plan: EnvironmentPlan): string[] {
  return [...new Set(plan.workloads.flatMap(({ pods }) => pods.flatMap((group) => [...group.images])))].sort();
}
