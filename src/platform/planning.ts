import { type Workload, workloadOf } from '../budget';
import { isClusterScoped } from '../manifest';
import type { Problem } from '../problem';
import { compareText, deriveDependencies, describeObject, orderUnits } from './dependencies';
import type { EnvironmentProps, NamespaceBudget } from './environment-props';
import type { EnvironmentPlan, PlannedObject } from './plan';
import { cpuMillis, sizeBytes } from './resources';
import { planProblems } from './rules';
import type { Unit } from './unit';
import { settleVariables, type VariableDefaults } from './variables';

/** A plan and all that is wrong with it. */
export interface PlannedEnvironment {
  readonly plan: EnvironmentPlan;
  readonly problems: readonly Problem[];
}

/** The rendered objects of each unit. */
export type UnitObjectsByName = ReadonlyMap<string, readonly PlannedObject[]>;

/** What a plan is made from. */
export interface PlanInput {
  readonly app: string;
  readonly environment: string;
  readonly units: ReadonlyMap<string, Unit>;
  readonly objects: UnitObjectsByName;
  readonly props: EnvironmentProps;
  readonly budgets: ReadonlyMap<string, NamespaceBudget>;
  readonly namespaces: readonly string[];
  readonly variables: VariableDefaults;
  readonly workloads: readonly Workload[];
}

/** The workloads among objects. One whose pods cannot be counted (an override broke it) is a problem, never nothing. */
export function countWorkloads(units: UnitObjectsByName): { workloads: Workload[]; problems: Problem[] } {
  const workloads: Workload[] = [];
  const problems: Problem[] = [];
  for (const { object, constructPath } of [...units.values()].flat()) {
    try {
      const workload = workloadOf(object);
      if (workload) workloads.push(workload);
    } catch (error) {
      problems.push({
        message: `${describeObject(object)} at ${constructPath}: its pods cannot be counted: ${(error as Error).message}`,
        fix: 'correct the field; where an override wrote it, the override',
      });
    }
  }
  workloads.sort((a, b) => compareText(a.namespace, b.namespace) || compareText(a.kind, b.kind) || compareText(a.name, b.name));
  return { workloads, problems };
}

/** The plan of an environment, with every broken rule over its objects. */
export function planEnvironment(input: PlanInput): PlannedEnvironment {
  const { app, props, workloads } = input;
  const variableProblems: Problem[] = [];
  const objects = new Map(
    [...input.objects].map(([unit, planned]) => [
      unit,
      planned.map((one) => {
        const settled = settleVariables(one.object, input.variables);
        variableProblems.push(...settled.problems);
        return { ...one, object: settled.object };
      }),
    ]),
  );
  const { dependencies, problems } = deriveDependencies(
    [...objects].map(([unit, planned]) => ({ unit, objects: planned.map(({ object }) => object) })),
    { namespaces: props.provides?.namespaces ?? [], groups: props.provides?.customResourceDefinitions ?? {} },
  );
  const share = props.cluster.usable ?? 1;
  const plan: EnvironmentPlan = {
    app,
    environment: input.environment,
    units: orderUnits([...objects.keys()], dependencies).map((name) => ({
      name,
      kustomizationName: `${app}-${name}`,
      objects: objects.get(name) ?? [],
      dependencies: dependencies.filter(({ from }) => from === name),
      timeoutSeconds: (input.units.get(name) as Unit).timeoutSeconds,
    })),
    namespaces: [...input.namespaces].sort().map((name) => {
      const budget = input.budgets.get(name);
      return {
        name,
        workloads: workloads.filter(({ namespace }) => namespace === name),
        ...(budget && { budgetCpuMillis: cpuMillis(budget.cpu), budgetMemoryBytes: sizeBytes(budget.memory) }),
      };
    }),
    workloads,
    usableCpuMillis: Math.floor(cpuMillis(props.cluster.cpu) * share),
    usableMemoryBytes: Math.floor(sizeBytes(props.cluster.memory) * share),
  };
  return {
    plan,
    problems: [
      ...variableProblems,
      ...problems,
      ...planProblems(plan),
      ...missingNamespaces(plan),
      ...emptyNamespaces(plan, props.provides?.namespaces ?? []),
    ],
  };
}

/** Objects of namespaced kinds that state no namespace would land in whatever namespace Flux has at hand. */
function missingNamespaces(plan: EnvironmentPlan): Problem[] {
  return plan.units.flatMap(({ name, objects }) =>
    objects
      .filter(({ object }) => (object['metadata'] as { namespace?: string }).namespace === undefined)
      .filter(({ object }) => !isClusterScoped(String(object['apiVersion']), String(object['kind'])))
      .map(({ object, constructPath }) => ({
        message: `${String(object['kind'])} at ${constructPath} states no namespace, and unit ${name} has none`,
        fix: 'give the unit a namespace, or state metadata.namespace',
      })),
  );
}

/** A quota from no pods at all would let nothing start, also nothing that comes from elsewhere. */
function emptyNamespaces(plan: EnvironmentPlan, external: readonly string[]): Problem[] {
  return plan.namespaces
    .filter(
      ({ name, workloads, budgetCpuMillis }) =>
        workloads.length === 0 && budgetCpuMillis === undefined && !external.includes(name),
    )
    .map(({ name }) => ({
      message: `namespace ${name} has no workload and no budget, so its quota would be zero`,
      fix: "state what pods from elsewhere may use: unit('…', { budget: { cpu: Cpu.units(4), memory: Size.gibibytes(8) } })",
    }));
}
