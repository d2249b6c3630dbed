import { asManifest, close, mapValues, NAMED_METADATA, shortName } from './close.mjs';

/** The built-in kinds that this library or its users may emit. */
const KINDS = {
  v1: [
    'ConfigMap',
    'LimitRange',
    'Namespace',
    'PersistentVolumeClaim',
    'Pod',
    'ResourceQuota',
    'Secret',
    'Service',
    'ServiceAccount',
  ],
  'apps/v1': ['DaemonSet', 'Deployment', 'StatefulSet'],
  'autoscaling/v2': ['HorizontalPodAutoscaler'],
  'batch/v1': ['CronJob', 'Job'],
  'networking.k8s.io/v1': ['Ingress', 'NetworkPolicy'],
  'policy/v1': ['PodDisruptionBudget'],
  'rbac.authorization.k8s.io/v1': ['ClusterRole', 'ClusterRoleBinding', 'Role', 'RoleBinding'],
  'scheduling.k8s.io/v1': ['PriorityClass'],
};

/** Metadata that only the API server writes; in a manifest it makes an apply conflict or does nothing. */
const SERVER_METADATA = [
  'creationTimestamp',
  'deletionGracePeriodSeconds',
  'deletionTimestamp',
  'generation',
  'managedFields',
  'resourceVersion',
  'selfLink',
  'uid',
];

/**
 * The built-in kinds of a Kubernetes OpenAPI document (version 2).
 *
 * @param {{ definitions: object }} swagger
 * @returns {{ kinds: { apiVersion: string, kind: string, schema: object }[], definitions: object }}
 */
export function builtInKinds(swagger) {
  const source = swagger.definitions;
  const definitions = {};

  /** A kind inside another one (a claim template) need not say what it is, so it is not the same type as the manifest. */
  const nameOf = (ref) =>
    source[fullName(ref)]['x-kubernetes-group-version-kind'] ? `Embedded${shortName(ref)}` : shortName(ref);

  const add = (ref) => {
    const name = nameOf(ref);
    if (definitions[name]?.source === fullName(ref)) return name;
    if (definitions[name])
      throw new Error(`two definitions are called ${name}: ${definitions[name].source} and ${fullName(ref)}`);
    definitions[name] = { source: fullName(ref) };
    definitions[name].schema = close(trimmed(source[fullName(ref)], fullName(ref)), add);
    return name;
  };

  add('#/definitions/io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta');
  const kinds = Object.entries(KINDS).flatMap(([apiVersion, names]) =>
    names.map((kind) => {
      const schema = close(trimmed(source[definitionOf(source, apiVersion, kind)]), add);
      return { apiVersion, kind, schema: asManifest(schema, apiVersion, kind, NAMED_METADATA) };
    }),
  );
  return { kinds, definitions: mapValues(definitions, ({ schema }) => schema) };
}

const fullName = (ref) => ref.split('/').at(-1);

function trimmed(definition, name = '') {
  const dropped = name.endsWith('.ObjectMeta')
    ? SERVER_METADATA
    : definition['x-kubernetes-group-version-kind']
      ? ['status']
      : [];
  if (!definition.properties) return definition;
  const properties = Object.fromEntries(Object.entries(definition.properties).filter(([key]) => !dropped.includes(key)));
  // Most definitions leave the type out of objects that have properties.
  return { ...definition, type: 'object', properties };
}

function definitionOf(definitions, apiVersion, kind) {
  const [version, group = ''] = apiVersion.split('/').reverse();
  const is = (gvk) => gvk.group === group && gvk.version === version && gvk.kind === kind;
  const name = Object.keys(definitions).find((key) => definitions[key]['x-kubernetes-group-version-kind']?.some(is));
  if (!name) throw new Error(`the OpenAPI document has no ${apiVersion} ${kind}`);
  return name;
}
