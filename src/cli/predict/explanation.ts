import { textAt } from '../../manifest/values';
import { shownName } from './display';
import { countExplanation } from './executor-count';
import { factsOf, namespaceOf, type PodFacts } from './pod-facts';
import { type Prediction, ROLES, type Role } from './prediction';
import { resourceExplanations } from './resource-explanations';
import { type Source, setSource, sourceOf } from './sources';
import { totals } from './totals';

/** Where one number or name of a pod comes from. */
export interface Explanation {
  /** `all` for sums over all pods. */
  readonly role: Role | 'all';
  readonly what: string;
  readonly value: string;
  /** How the value is made: `1024 heap + max(384, 0.1 × 1024) overhead`. @default - the source's value as it is */
  readonly how?: string;
  readonly sources: readonly Source[];
}

/** An explanation that a section holds. */
export type Line = Omit<Explanation, 'role'>;

/** Where everything that the table shows comes from. */
export function explanations(prediction: Prediction): Explanation[] {
  return [
    ...ROLES.flatMap((role) => roleExplanations(role, factsOf(role, prediction), prediction)),
    ...totals(prediction).map((line): Explanation => ({ role: 'all', ...line })),
  ];
}

function roleExplanations(role: Role, facts: PodFacts, prediction: Prediction): Explanation[] {
  const lines = [
    ...(role === 'executor' ? [countExplanation(prediction)] : []),
    nameExplanation(role, facts, prediction),
    namespaceExplanation(prediction),
    ...resourceExplanations(role, facts, prediction),
    imageExplanation(role, facts, prediction),
    accountExplanation(role, facts, prediction),
    ...createdExplanations(role, prediction),
  ];
  return lines.map((line) => ({ role, ...line }));
}

function nameExplanation(role: Role, facts: PodFacts, prediction: Prediction): Line {
  const value = shownName(facts.name, role);
  const key = role === 'driver' ? 'spark.kubernetes.driver.pod.name' : 'spark.kubernetes.executor.podNamePrefix';
  const own = setSource([key], prediction);
  if (own !== undefined) {
    return {
      what: 'name',
      value,
      ...(role === 'driver' ? {} : { how: 'the prefix and the number of the executor' }),
      sources: [own],
    };
  }
  const name = setSource(['spark.app.name'], prediction) ?? {
    key: 'spark.app.name',
    value: prediction.pods.driverProperties['spark.app.name'] ?? '',
    from: 'the main class or file, as nobody set it',
  };
  return { what: 'name', value, how: 'the name of the application and an id that Spark draws', sources: [name] };
}

function namespaceExplanation(prediction: Prediction): Line {
  const sources = [sourceOf(['spark.kubernetes.namespace'], 'driver', prediction)];
  return { what: 'namespace', value: namespaceOf(prediction), sources };
}

function imageExplanation(role: Role, { image }: PodFacts, prediction: Prediction): Line {
  const keys = [`spark.kubernetes.${role}.container.image`, 'spark.kubernetes.container.image'];
  const source = setSource(keys, prediction);
  if (source?.value === image) return { what: 'image', value: image, sources: [source] };
  return { what: 'image', value: image, how: prediction.otherwise, sources: [] };
}

/** Of the driver, its own key; of an executor its own, then the driver's. What neither says the template may. */
function accountExplanation(role: Role, { serviceAccount }: PodFacts, prediction: Prediction): Line {
  const what = 'service account';
  const keyOf = (of: Role): string => `spark.kubernetes.authenticate.${of}.serviceAccountName`;
  const keys = role === 'driver' ? [keyOf('driver')] : [keyOf('executor'), keyOf('driver')];
  const source = setSource(keys, prediction);
  if (serviceAccount === undefined) {
    return { what, value: 'default', how: "the namespace's own, as neither a key nor the template names one", sources: [] };
  }
  if (source?.value === serviceAccount) return { what, value: serviceAccount, sources: [source] };
  return { what, value: serviceAccount, how: prediction.otherwise, sources: [] };
}

/** What Spark creates beside a pod: the driver's Service and ConfigMaps, claims. */
function createdExplanations(role: Role, { pods }: Prediction): Line[] {
  const { driverPreResources, driverResources, executors } = pods;
  const created = role === 'driver' ? [...driverPreResources, ...driverResources] : (executors[0]?.resources ?? []);
  const names = created.map((object) => {
    const size = textAt(object, 'spec', 'resources', 'requests', 'storage');
    const name = shownName(textAt(object, 'metadata', 'name') ?? '', role);
    return `${textAt(object, 'kind')} ${name}${size === undefined ? '' : ` of ${size}`}`;
  });
  return names.length === 0 ? [] : [{ what: 'creates', value: names.join(', '), sources: [] }];
}
