import { type ApiObject, Chart, type Duration } from 'cdk8s';
import { dnsLabelProblem, toDnsLabel } from '../naming';
import { type Problem, refuse } from '../problem';
import { isDuration } from '../quantity';
import type { Environment } from './environment';
import type { NamespaceBudget } from './environment-props';
import { amountProblems } from './environment-rules';

/** What a unit is. */
export interface UnitProps {
  /**
   * Namespace of the unit's objects. The environment creates it, unless it exists outside (`provides.namespaces`).
   * @default - none: the unit holds cluster-scoped objects and objects that state their namespace
   */
  readonly namespace?: string;
  /**
   * The most that the pods of the namespace may use together; stated by one unit of the namespace.
   * @default - only the cluster's usable share limits it
   */
  readonly budget?: NamespaceBudget;
  /**
   * How long Flux waits until everything in the unit is ready: longer than the longest batch run in it.
   * @default Duration.minutes(5)
   */
  readonly timeout?: Duration;
  /**
   * Pod Security level of the namespace: `restricted`, `baseline` or `privileged`.
   * @default "restricted"
   */
  readonly podSecurity?: string;
}

/** A folder of manifests that one Flux Kustomization applies. Made by {@link Environment.unit}. */
export class Unit extends Chart {
  /** How long Flux waits for the unit, in seconds. */
  readonly timeoutSeconds: number;

  constructor(scope: Environment, id: string, props: UnitProps) {
    super(scope, id, { namespace: props.namespace, disableResourceNameHashes: true });
    refuse(this, unitProblems(id, props));
    this.timeoutSeconds = props.timeout?.toSeconds() ?? 300;
  }

  /** Names of objects that state none: the construct path below the unit. */
  override generateObjectName(apiObject: ApiObject): string {
    return toDnsLabel(
      apiObject.node.scopes
        .slice(this.node.scopes.length)
        .map(({ node }) => node.id)
        .filter((part) => part !== 'Resource' && part !== 'Default')
        .join('-'),
    );
  }
}

const POD_SECURITY_LEVELS = ['restricted', 'baseline', 'privileged'];

function unitProblems(id: string, props: UnitProps): Problem[] {
  const problems: Problem[] = [];
  const name = dnsLabelProblem(id);
  if (name)
    problems.push({
      message: `id is ${JSON.stringify(id)}, but it names a folder and a Flux Kustomization: ${name}`,
      fix: `write ${JSON.stringify(toDnsLabel(id))}`,
    });
  if (props.timeout !== undefined && !isDuration(props.timeout))
    problems.push({
      message: `timeout is ${JSON.stringify(props.timeout)}, allowed is a Duration`,
      fix: 'write Duration.minutes(30) of cdk8s',
    });
  if (props.budget !== undefined) problems.push(...amountProblems('budget', props.budget));
  if (id === 'flux')
    problems.push({ message: 'id is "flux", which is the folder of the Kustomizations', fix: 'choose another id' });
  const namespace = props.namespace === undefined ? undefined : dnsLabelProblem(props.namespace);
  if (namespace)
    problems.push({
      message: `namespace is ${JSON.stringify(props.namespace)}: ${namespace}`,
      fix: `write ${JSON.stringify(toDnsLabel(props.namespace ?? ''))}`,
    });
  if (props.podSecurity !== undefined && !POD_SECURITY_LEVELS.includes(props.podSecurity))
    problems.push({
      message: `podSecurity is ${JSON.stringify(props.podSecurity)}, allowed are ${POD_SECURITY_LEVELS.join(', ')}`,
      fix: 'write one of them, or leave it out for restricted',
    });
  return problems;
}
