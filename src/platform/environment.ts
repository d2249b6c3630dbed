import { Construct } from 'constructs';
import type { Workload } from '../budget';
import type { FluxSourceKind, VariableSource } from '../flux';
import { checkAtSynth, type Problem, refuse } from '../problem';
import { API_SERVER_METADATA, ENVIRONMENT_METADATA, SPARK_CONF_METADATA } from '../registry/metadata';
import type { EnvironmentProps, NamespaceBudget } from './environment-props';
import { environmentProblems } from './environment-rules';
import { addNamespaceObjects } from './namespace-objects';
import { type EnvironmentPlan, planObjects } from './plan';
import { countWorkloads, type PlannedEnvironment, planEnvironment, type UnitObjectsByName } from './planning';
import type { PlatformApp } from './platform-app';
import { Unit, type UnitProps } from './unit';
import { usesVariables } from './variables';

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
  private planned?: PlannedEnvironment;
  private planning?: readonly Workload[];

  constructor(scope: PlatformApp, id: string, props: EnvironmentProps) {
    super(scope, id);
    refuse(this, environmentProblems(scope, id, props));
    this.props = props;
    this.node.addMetadata(ENVIRONMENT_METADATA, { name: id });
    this.node.addMetadata(API_SERVER_METADATA, { cidrs: props.apiServer.cidrs, port: props.apiServer.port ?? 6443 });
    this.node.addMetadata(SPARK_CONF_METADATA, { ...props.sparkConf });
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
    if (typeof name !== 'string' || !/^[A-Za-z_][A-Za-z0-9_]*$/.test(name))
      problems.push({
        message: `variable name is ${JSON.stringify(name)}, allowed are letters, digits and _, not starting with a digit`,
        fix: `write ${JSON.stringify(String(name).replace(/\W/g, '_'))}`,
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
    addNamespaceObjects(unit, namespace, podSecurity, () => ({
      workloads: this.workloads().filter((workload) => workload.namespace === namespace),
      budget: this.budgets.get(namespace),
    }));
  }

  /** All workloads as they stand now; within a plan they are counted once. */
  private workloads(): readonly Workload[] {
    return this.planning ?? this.counted().workloads;
  }

  /** Without the unit of the namespaces: its quotas are made from what is counted here. */
  private counted(): { readonly workloads: readonly Workload[]; readonly problems: readonly Problem[] } {
    const units = [...this.units].filter(([name]) => name !== NAMESPACES_UNIT);
    return countWorkloads(renderUnits(units));
  }

  private computePlan(): PlannedEnvironment {
    if (this.planned) return this.planned;
    const counted = this.counted();
    // The quotas among the objects ask for the workloads while they are rendered.
    this.planning = counted.workloads;
    try {
      const { plan, problems } = planEnvironment({
        app: (this.node.scope as PlatformApp).appName,
        environment: this.node.id,
        units: this.units,
        objects: renderUnits([...this.units]),
        props: this.props,
        budgets: this.budgets,
        namespaces: [...this.podSecurity.keys()],
        variables: this.variables,
        workloads: counted.workloads,
      });
      this.planned = { plan, problems: [...counted.problems, ...problems] };
      return this.planned;
    } finally {
      this.planning = undefined;
    }
  }
}

function renderUnits(units: readonly (readonly [string, Unit])[]): UnitObjectsByName {
  return new Map(units.map(([name, unit]) => [name, planObjects(name, unit)]));
}
