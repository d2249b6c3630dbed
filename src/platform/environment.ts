import { Construct } from 'constructs';
import { type Workload, workloadOf } from '../budget';
import { FLUX_SOURCE_KINDS, type FluxSourceKind, type VariableSource } from '../flux';
import { isClusterScoped } from '../manifest';
import { dnsLabelProblem } from '../naming';
import { checkAtSynth, type Problem, refuse } from '../problem';
import { API_SERVER_METADATA, ENVIRONMENT_METADATA } from '../registry/metadata';
import { compareText, deriveDependencies, orderUnits } from './dependencies';
import type { EnvironmentProps, NamespaceBudget } from './environment-props';
import { imageProblem } from './images';
import { addNamespaceObjects } from './namespace-objects';
import { type EnvironmentPlan, planObjects } from './plan';
import type { PlatformApp } from './platform-app';
import { cpuMillis, sizeBytes } from './resources';
import { planProblems } from './rules';
import { Unit, type UnitProps } from './unit';
import { settleVariables, usesVariables } from './variables';

const NAMESPACES_UNIT = 'namespaces';

/**
 * One cluster: its units, the namespaces that they live in, and what they may use together.
 *
 * Its folder is `<outdir>/<app>/<environment>/`. Namespaces of units are created in a unit of their own, `namespaces`, with
 * a ResourceQuota and a LimitRange from the pods that their manifests can create, default-deny network policies and DNS.
 */
export class Environment extends Construct {
  private readonly props: EnvironmentProps;
  private readonly units = new Map<string, Unit>();
  private readonly budgets = new Map<string, NamespaceBudget>();
  private readonly podSecurity = new Map<string, string>();
  private readonly variables = new Map<string, string | undefined>();
  private planned?: { readonly plan: EnvironmentPlan; readonly problems: readonly Problem[] };
  private planning?: readonly Workload[];

  constructor(scope: PlatformApp, id: string, props: EnvironmentProps) {
    super(scope, id);
    this.props = props;
    refuse(this, environmentProblems(id, props));
    this.node.addMetadata(ENVIRONMENT_METADATA, { name: id });
    this.node.addMetadata(API_SERVER_METADATA, { cidrs: props.apiServer.cidrs, port: props.apiServer.port ?? 6443 });
    checkAtSynth(this, () => {
      // Validation sees the tree as it is now; what it plans is what is written.
      this.planned = undefined;
      return this.computePlan().problems;
    });
  }

  /**
   * Adds a unit: one folder, one Flux Kustomization.
   *
   * @throws Error when a unit with this id exists, or its namespace has got another budget or Pod Security level.
   */
  unit(id: string, props: UnitProps = {}): Unit {
    refuse(this, this.unitProblems(id, props));
    const unit = new Unit(this, id, props);
    this.units.set(id, unit);
    if (props.namespace !== undefined) this.declareNamespace(props.namespace, props);
    return unit;
  }

  /**
   * The image of that name in `images`.
   *
   * @throws Error when there is none.
   */
  image(name: string): string {
    const reference = this.props.images?.[name];
    if (reference === undefined) {
      const known = Object.keys(this.props.images ?? {}).sort();
      refuse(this, [
        {
          message: `image ${JSON.stringify(name)} is not among the images of the environment: ${known.join(', ') || 'there are none'}`,
          fix: `add images: { '${name}': 'registry/repository:tag' }`,
        },
      ]);
    }
    return reference as string;
  }

  /**
   * A variable that Flux replaces when it applies the unit (post-build substitution); returns the text to put in a manifest.
   * Its value stands in the ConfigMap or Secret of `flux.variablesConfigMap` or `flux.variablesSecret`.
   *
   * @param name letters, digits and `_`, not starting with a digit
   * @param defaultValue what stands there when the cluster has no value
   * @throws Error when the name is none, or the value has nowhere to come from.
   */
  variable(name: string, defaultValue?: string): string {
    const problems: Problem[] = [];
    if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name))
      problems.push({
        message: `variable name is ${JSON.stringify(name)}, allowed are letters, digits and _, not starting with a digit`,
        fix: `write ${JSON.stringify(name.replace(/\W/g, '_'))}`,
      });
    if (defaultValue !== undefined && /[${}]/.test(defaultValue))
      problems.push({
        message: `default value of variable ${name} holds $, { or }`,
        fix: 'put the value into flux.variablesConfigMap',
      });
    if (defaultValue === undefined && this.variableSources().length === 0)
      problems.push({
        message: `variable ${name} has no default value, and flux.variablesConfigMap and flux.variablesSecret name nothing that holds one`,
        fix: "write flux: { variablesConfigMap: '<name>' } or give a default value",
      });
    refuse(this, problems);
    this.variables.set(name, defaultValue);
    return defaultValue === undefined ? `\${${name}}` : `\${${name}:=${defaultValue}}`;
  }

  /** @internal */
  _plan(): EnvironmentPlan {
    return this.computePlan().plan;
  }

  /** @internal Names of the objects that hold the values of variables, when a unit needs them. */
  _substituteFrom(unit: string): VariableSource[] | undefined {
    const objects = this._plan().units.find(({ name }) => name === unit)?.objects ?? [];
    return objects.some(({ object }) => usesVariables(object, this.variables)) ? this.variableSources() : undefined;
  }

  /** @internal */
  get _flux(): { sourceKind: FluxSourceKind; sourceName: string; namespace: string; path: string } {
    const {
      sourceKind = 'GitRepository',
      sourceName = 'flux-system',
      namespace = 'flux-system',
      path = './dist',
    } = this.props.flux ?? {};
    return { sourceKind: sourceKind as FluxSourceKind, sourceName, namespace, path };
  }

  private variableSources(): VariableSource[] {
    const { variablesConfigMap, variablesSecret } = this.props.flux ?? {};
    return [
      ...(variablesConfigMap ? [{ kind: 'ConfigMap' as const, name: variablesConfigMap }] : []),
      ...(variablesSecret ? [{ kind: 'Secret' as const, name: variablesSecret }] : []),
    ];
  }

  private unitProblems(id: string, { namespace, budget, podSecurity }: UnitProps): Problem[] {
    const problems: Problem[] = [];
    if (this.units.has(id))
      problems.push({ message: `unit ${JSON.stringify(id)} exists already`, fix: 'add to that unit, or choose another id' });
    if (id === NAMESPACES_UNIT)
      problems.push({
        message: `unit ${JSON.stringify(id)} is the one that the environment makes for namespaces`,
        fix: 'choose another id',
      });
    if (namespace === undefined && budget)
      problems.push({
        message: `unit ${JSON.stringify(id)} has a budget but no namespace`,
        fix: 'give it a namespace: budgets are counted by namespace',
      });
    if (namespace !== undefined && this.budgets.has(namespace) && budget)
      problems.push({ message: `namespace ${namespace} has a budget from another unit`, fix: 'state it in one unit' });
    const level = namespace === undefined ? undefined : this.podSecurity.get(namespace);
    if (level !== undefined && podSecurity !== undefined && podSecurity !== level)
      problems.push({
        message: `podSecurity of namespace ${namespace} is ${podSecurity} here and ${level} in another unit`,
        fix: 'write the same level',
      });
    return problems;
  }

  private declareNamespace(namespace: string, { budget, podSecurity = 'restricted' }: UnitProps): void {
    if (budget) this.budgets.set(namespace, budget);
    if (this.podSecurity.has(namespace)) return;
    this.podSecurity.set(namespace, podSecurity);
    if (this.props.provides?.namespaces?.includes(namespace)) return;
    let unit = this.units.get(NAMESPACES_UNIT);
    if (!unit) {
      unit = new Unit(this, NAMESPACES_UNIT, {});
      this.units.set(NAMESPACES_UNIT, unit);
    }
    addNamespaceObjects(unit, namespace, podSecurity, () =>
      this.workloads().filter((workload) => workload.namespace === namespace),
    );
  }

  /** All workloads as they stand now; within a plan they are rendered once. */
  private workloads(): readonly Workload[] {
    if (this.planning) return this.planning;
    return [...this.units.values()]
      .filter(({ node }) => node.id !== NAMESPACES_UNIT)
      .flatMap((unit) => planObjects(unit.node.id, unit))
      .flatMap(({ object }) => workloadOf(object) ?? [])
      .sort((a, b) => compareText(a.namespace, b.namespace) || compareText(a.kind, b.kind) || compareText(a.name, b.name));
  }

  private computePlan(): { readonly plan: EnvironmentPlan; readonly problems: readonly Problem[] } {
    if (this.planned) return this.planned;
    this.planning = this.workloads();
    const workloads = this.planning;
    try {
      const variableProblems: Problem[] = [];
      const rendered = [...this.units].map(([name, unit]) => ({
        unit: name,
        planned: planObjects(name, unit).map((planned) => {
          const settled = settleVariables(planned.object, this.variables);
          variableProblems.push(...settled.problems);
          return { ...planned, object: settled.object };
        }),
      }));
      const { dependencies, problems } = deriveDependencies(
        rendered.map(({ unit, planned }) => ({ unit, objects: planned.map(({ object }) => object) })),
        { namespaces: this.props.provides?.namespaces ?? [], groups: this.props.provides?.customResourceDefinitions ?? {} },
      );
      const app = (this.node.scope as PlatformApp).appName;
      const byName = new Map(rendered.map(({ unit, planned }) => [unit, planned]));
      const { cluster } = this.props;
      const share = cluster.usable ?? 1;
      const plan: EnvironmentPlan = {
        app,
        environment: this.node.id,
        units: orderUnits([...this.units.keys()], dependencies).map((name) => ({
          name,
          kustomizationName: `${app}-${name}`,
          objects: byName.get(name) ?? [],
          dependencies: dependencies.filter(({ from }) => from === name),
          timeoutSeconds: (this.units.get(name) as Unit).timeoutSeconds,
        })),
        namespaces: [...this.podSecurity.keys()].sort().map((name) => {
          const budget = this.budgets.get(name);
          return {
            name,
            workloads: workloads.filter(({ namespace }) => namespace === name),
            ...(budget && { budgetCpuMillis: cpuMillis(budget.cpu), budgetMemoryBytes: sizeBytes(budget.memory) }),
          };
        }),
        workloads,
        usableCpuMillis: Math.floor(cpuMillis(cluster.cpu) * share),
        usableMemoryBytes: Math.floor(sizeBytes(cluster.memory) * share),
      };
      const all = [...variableProblems, ...problems, ...planProblems(plan), ...missingNamespaces(plan)];
      this.planned = { plan, problems: all };
      return this.planned;
    } finally {
      this.planning = undefined;
    }
  }
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

const CIDR = /^([0-9]{1,3}\.){3}[0-9]{1,3}\/[0-9]{1,2}$|^[0-9a-fA-F:]+\/[0-9]{1,3}$/;

function environmentProblems(id: string, { cluster, images, apiServer, flux }: EnvironmentProps): Problem[] {
  const problems: Problem[] = [];
  const name = dnsLabelProblem(id);
  if (name)
    problems.push({
      message: `id is ${JSON.stringify(id)}, but it names a folder: ${name}`,
      fix: 'write a name such as dev, staging or prod',
    });
  const { usable = 1 } = cluster;
  if (!(usable > 0 && usable <= 1))
    problems.push({
      message: `cluster.usable is ${usable}, allowed is a share above 0 and at most 1`,
      fix: 'write 0.5 for half of the cluster',
    });
  for (const [image, reference] of Object.entries(images ?? {})) {
    const problem = imageProblem(reference);
    if (problem) problems.push({ ...problem, message: `images.${image}: ${problem.message}` });
  }
  if (apiServer.cidrs.length === 0)
    problems.push({
      message: 'apiServer.cidrs is empty',
      fix: "write the address range of the control plane's nodes, such as 10.0.0.0/28",
    });
  for (const cidr of apiServer.cidrs)
    if (!CIDR.test(cidr))
      problems.push({
        message: `apiServer.cidrs holds ${JSON.stringify(cidr)}, which is no address range`,
        fix: 'write it as 10.0.0.0/28 or fd00::/64',
      });
  const port = apiServer.port ?? 6443;
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    problems.push({
      message: `apiServer.port is ${port}, allowed is 1 to 65535`,
      fix: 'write the port of the control plane, usually 6443',
    });
  const kind = flux?.sourceKind ?? 'GitRepository';
  if (!FLUX_SOURCE_KINDS.includes(kind as FluxSourceKind))
    problems.push({
      message: `flux.sourceKind is ${JSON.stringify(kind)}, allowed are ${FLUX_SOURCE_KINDS.join(', ')}`,
      fix: 'write one of them, or leave it out for GitRepository',
    });
  const path = flux?.path ?? './dist';
  if (!path.startsWith('./') || path.split('/').includes('..') || path.endsWith('/'))
    problems.push({
      message: `flux.path is ${JSON.stringify(path)}, allowed is a folder of the source that starts with ./`,
      fix: 'write ./dist',
    });
  return problems;
}
