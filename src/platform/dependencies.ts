import { apiGroup, isClusterScoped, type JsonObject, type JsonValue } from '../manifest';
import type { Problem } from '../problem';
import { helmChartGroups, helmChartNeededGroups } from '../registry/helm-charts';

/** The objects of one unit. */
export interface UnitObjects {
  readonly unit: string;
  readonly objects: readonly JsonObject[];
}

/** One unit needs another, or a Kustomization outside, and the object that says so. */
export interface Dependency {
  readonly from: string;
  /** Name of the unit, or of the outside Kustomization. */
  readonly to: string;
  readonly external: boolean;
  readonly because: string;
}

/** What exists outside of the environment. */
export interface Outside {
  readonly namespaces: readonly string[];
  /** API group → Kustomization that installs its CRDs (empty: something that is no Kustomization). */
  readonly groups: Readonly<Record<string, string>>;
}

/** Namespaces of every cluster that Flux runs in. */
const EVERYWHERE = ['default', 'flux-system', 'kube-node-lease', 'kube-public', 'kube-system'];

/** Groups with a dot that the API server itself serves (`kubectl api-versions` of Kubernetes 1.34). */
const BUILT_IN_GROUPS = [
  'admissionregistration',
  'apiextensions',
  'apiregistration',
  'authentication',
  'authorization',
  'certificates',
  'coordination',
  'discovery',
  'events',
  'flowcontrol.apiserver',
  'internal.apiserver',
  'networking',
  'node',
  'rbac.authorization',
  'resource',
  'scheduling',
  'storage',
  'storagemigration',
].map((group) => `${group}.k8s.io`);

/** Groups that the API server itself or Flux's bootstrap serves. */
const servedEverywhere = (group: string): boolean =>
  !group.includes('.') || BUILT_IN_GROUPS.includes(group) || /^[a-z]+\.toolkit\.fluxcd\.io$/.test(group);

export function describeObject(object: JsonObject): string {
  const metadata = object['metadata'] as JsonObject;
  const namespace = metadata['namespace'];
  return `${String(object['kind'])} ${namespace === undefined ? '' : `${String(namespace)}/`}${String(metadata['name'])}`;
}

/** Every dependency between units that the manifests show, and what they need that nobody provides. */
export function deriveDependencies(
  units: readonly UnitObjects[],
  outside: Outside,
): { dependencies: Dependency[]; problems: Problem[] } {
  const groupProviders = new Map<string, string>();
  const namespaceProviders = new Map<string, string>();
  const holders = new Map<string, string>();
  const installers = new Map<string, JsonObject>();
  const problems: Problem[] = [];
  for (const { unit, objects } of units) {
    for (const object of objects) {
      const name = String((object['metadata'] as JsonObject)['name']);
      if (object['kind'] === 'Namespace') namespaceProviders.set(name, unit);
      for (const group of installedGroups(object)) {
        const first = installers.get(group);
        if (first !== undefined && object['kind'] === 'HelmRelease' && first['kind'] === 'HelmRelease')
          problems.push({
            message: `${describeObject(first)} and ${describeObject(object)} both install the CRDs of ${group}, and both operators would act on its objects`,
            fix: 'keep one release in an environment; it watches the namespaces of all applications',
          });
        installers.set(group, object);
        groupProviders.set(group, unit);
      }
      if (['ConfigMap', 'Secret', 'ServiceAccount'].includes(String(object['kind']))) holders.set(holderKey(object), unit);
    }
  }

  const found = new Map<string, Dependency>();
  const need = (from: string, to: string, external: boolean, because: string): void => {
    const key = `${from} ${to}`;
    if (from !== to && !found.has(key)) found.set(key, { from, to, external, because });
  };
  for (const { unit, objects } of units) {
    for (const object of objects) {
      for (const group of [apiGroup(String(object['apiVersion'])), ...helmChartNeededGroups(object)]) {
        const installer = groupProviders.get(group);
        const because = `${describeObject(object)} needs the CRDs of ${group}`;
        if (installer !== undefined) need(unit, installer, false, because);
        else if (outside.groups[group]) need(unit, outside.groups[group], true, because);
        else if (!servedEverywhere(group) && outside.groups[group] === undefined)
          problems.push({
            message: `${describeObject(object)} in unit ${unit} needs the CRDs of ${group}, which nothing installs`,
            fix: `add the release that installs them to a unit, or name who does in provides.customResourceDefinitions: { '${group}': '<Kustomization>' }`,
          });
      }
      for (const namespace of neededNamespaces(object)) {
        const creator = namespaceProviders.get(namespace);
        if (creator !== undefined) need(unit, creator, false, `${describeObject(object)} needs namespace ${namespace}`);
        else if (!EVERYWHERE.includes(namespace) && !outside.namespaces.includes(namespace))
          problems.push({
            message: `${describeObject(object)} in unit ${unit} needs namespace ${namespace}, which nothing creates`,
            fix: `give a unit this namespace, or write provides.namespaces: ['${namespace}'] when it exists`,
          });
      }
      for (const key of referencedHolders(object)) {
        const holder = holders.get(key);
        if (holder !== undefined) need(unit, holder, false, `${describeObject(object)} refers to ${key}`);
      }
    }
  }
  const dependencies = [...found.values()].sort((a, b) => compareText(a.from, b.from) || compareText(a.to, b.to));
  return { dependencies, problems: [...problems, ...cycles(dependencies)] };
}

/** Order by code point: the same on every host and locale. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** API groups whose CRDs an object installs: a CRD itself, or a HelmRelease of a chart that is known to carry some. */
function installedGroups(object: JsonObject): string[] {
  const spec = (object['spec'] ?? {}) as JsonObject;
  if (object['kind'] === 'CustomResourceDefinition') return [String(spec['group'])];
  return helmChartGroups(object);
}

/** The namespaces that must exist before an object can be applied (a release: before its chart installs). */
function neededNamespaces(object: JsonObject): string[] {
  const spec = (object['spec'] ?? {}) as JsonObject;
  const own = isClusterScoped(String(object['apiVersion']), String(object['kind']))
    ? undefined
    : (object['metadata'] as JsonObject)['namespace'];
  const watched = ((spec['values'] as JsonObject | undefined)?.['spark'] as JsonObject | undefined)?.['jobNamespaces'];
  const release = object['kind'] === 'HelmRelease' ? [spec['targetNamespace'], ...(Array.isArray(watched) ? watched : [])] : [];
  return [own, ...release].filter((name): name is string => typeof name === 'string' && name !== '');
}

const holderKey = (object: JsonObject): string => describeObject(object);

const SECRET_FIELDS = new Set(['secretKeyRef', 'secretRef', 'secret']);
const CONFIG_MAP_FIELDS = new Set(['configMapKeyRef', 'configMapRef', 'configMap']);

/** ConfigMaps, Secrets and ServiceAccounts that an object names in the fields that Kubernetes and Spark have for it. */
function referencedHolders(object: JsonObject): string[] {
  const namespace = String((object['metadata'] as JsonObject)['namespace']);
  const found: string[] = [];
  const visit = (value: JsonValue): void => {
    if (Array.isArray(value)) for (const item of value) visit(item);
    else if (typeof value === 'object' && value !== null)
      for (const [field, inner] of Object.entries(value)) {
        const named =
          typeof inner === 'object' && inner !== null && !Array.isArray(inner)
            ? (inner['name'] ?? inner['secretName'])
            : undefined;
        if (typeof named === 'string' && SECRET_FIELDS.has(field)) found.push(`Secret ${namespace}/${named}`);
        if (typeof named === 'string' && CONFIG_MAP_FIELDS.has(field)) found.push(`ConfigMap ${namespace}/${named}`);
        if (typeof inner === 'string' && (field === 'serviceAccountName' || field === 'serviceAccount'))
          found.push(`ServiceAccount ${namespace}/${inner}`);
        if (typeof inner === 'string' && /\.secretKeyRef\./.test(field))
          found.push(`Secret ${namespace}/${inner.split(':')[0] as string}`);
        visit(inner);
      }
  };
  visit((object['spec'] ?? {}) as JsonValue);
  return found;
}

/** Circles of dependencies: Flux shows no condition for them and stops waking for new revisions, so they end here. */
function cycles(dependencies: readonly Dependency[]): Problem[] {
  const problems: Problem[] = [];
  const done = new Set<string>();
  const visit = (unit: string, trail: readonly Dependency[]): void => {
    const start = trail.findIndex(({ from }) => from === unit);
    if (start >= 0) {
      const circle = trail.slice(start);
      problems.push({
        message: `units depend on each other in a circle: ${circle.map(({ from, to, because }) => `${from} needs ${to} (${because})`).join(', ')}`,
        fix: 'move one of these objects into the unit that it needs',
      });
      return;
    }
    if (done.has(unit)) return;
    for (const next of dependencies.filter(({ from, external }) => from === unit && !external)) visit(next.to, [...trail, next]);
    done.add(unit);
  };
  for (const { from } of dependencies) visit(from, []);
  return problems;
}

/** The units in the order in which Flux gets them ready: dependencies first, equals by name. */
export function orderUnits(units: readonly string[], dependencies: readonly Dependency[]): string[] {
  const ordered: string[] = [];
  const remaining = new Set([...units].sort());
  while (remaining.size > 0) {
    const ready = [...remaining].filter((unit) => !dependencies.some(({ from, to }) => from === unit && remaining.has(to)));
    for (const unit of ready.length > 0 ? ready : [...remaining]) {
      remaining.delete(unit);
      ordered.push(unit);
    }
  }
  return ordered;
}
