import { type ApiObject, Chart } from 'cdk8s';
import type { Workload } from '../budget';
import { apiGroup, isClusterScoped, type JsonObject, Manifest, type ManifestOverride, toPlainJson } from '../manifest';
import { constructPath } from '../problem';
import { compareText, type Dependency } from './dependencies';

/** One object of a unit, as it will be written. */
export interface PlannedObject {
  readonly object: JsonObject;
  readonly constructPath: string;
  /** Path of its file inside the environment's folder. */
  readonly file: string;
  readonly overrides: readonly ManifestOverride[];
}

/** One unit: a folder and a Flux Kustomization. */
export interface PlannedUnit {
  readonly name: string;
  readonly kustomizationName: string;
  readonly objects: readonly PlannedObject[];
  readonly dependencies: readonly Dependency[];
  readonly timeoutSeconds: number;
}

/** One namespace: what its pods use at their peak, and what they may use. */
export interface PlannedNamespace {
  readonly name: string;
  readonly workloads: readonly Workload[];
  readonly budgetCpuMillis?: number;
  readonly budgetMemoryBytes?: number;
}

/** All that synth knows of an environment before it writes anything. */
export interface EnvironmentPlan {
  readonly app: string;
  readonly environment: string;
  /** In the order in which Flux gets them ready. */
  readonly units: readonly PlannedUnit[];
  readonly namespaces: readonly PlannedNamespace[];
  readonly workloads: readonly Workload[];
  readonly usableCpuMillis: number;
  readonly usableMemoryBytes: number;
}

/** Renders one construct. Stock cdk8s objects get the namespace taken off when their kind has none. */
export function renderObject(apiObject: ApiObject): JsonObject {
  const object = toPlainJson(apiObject.toJson() as object);
  const metadata = object['metadata'] as JsonObject;
  if (isClusterScoped(apiObject.apiVersion, apiObject.kind)) delete metadata['namespace'];
  return object;
}

/** `<unit>/<namespace>/<kind>-<name>.yaml`; objects without namespace lie under `_cluster`. */
export function objectFile(unit: string, object: JsonObject): string {
  const metadata = object['metadata'] as JsonObject;
  const folder = metadata['namespace'] === undefined ? '_cluster' : String(metadata['namespace']);
  return `${unit}/${folder}/${String(object['kind']).toLowerCase()}-${String(metadata['name'])}.yaml`;
}

/** What makes an object the same object for the API server. */
export function objectIdentity(object: JsonObject): string {
  const metadata = object['metadata'] as JsonObject;
  return [apiGroup(String(object['apiVersion'])), object['kind'], metadata['namespace'] ?? '', metadata['name']].join('/');
}

/** The objects of a chart in the order of their files. */
export function planObjects(unit: string, chart: Chart): PlannedObject[] {
  return chart.node
    .findAll()
    .filter((node): node is ApiObject => isApiObject(node) && Chart.of(node) === chart)
    .map((node) => {
      const object = renderObject(node);
      return {
        object,
        constructPath: constructPath(node),
        file: objectFile(unit, object),
        overrides: Manifest.isManifest(node) ? node.overrides : [],
      };
    })
    .sort((a, b) => compareText(a.file, b.file));
}

function isApiObject(node: unknown): node is ApiObject {
  return typeof (node as ApiObject).toJson === 'function' && (node as ApiObject).apiVersion !== undefined;
}
