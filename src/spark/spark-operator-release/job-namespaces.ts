import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { apiGroup, type JsonObject, type JsonValue } from '../../manifest';
import { SPARK_APPLICATION_TEMPLATE_LABEL } from '../../registry/labels';
import { ENVIRONMENT_METADATA } from '../../registry/metadata';

const WATCHED_KINDS = new Set(['SparkApplication', 'ScheduledSparkApplication', 'SparkConnect']);

/** The part of the construct tree that goes to the same cluster: the environment that a construct is in, else the whole tree. */
export function clusterScope(construct: IConstruct): IConstruct {
  const isEnvironment = ({ node }: IConstruct) => node.metadata.some(({ type }) => type === ENVIRONMENT_METADATA);
  return construct.node.scopes.find(isEnvironment) ?? construct.node.root;
}

/** The namespaces of all applications below a construct, also of those that stand in ConfigMaps as templates; sorted. */
export function applicationNamespaces(scope: IConstruct): string[] {
  const found = scope.node.findAll().filter(ApiObject.isApiObject).flatMap(namespacesOf);
  return [...new Set(found)].sort();
}

function namespacesOf(object: ApiObject): string[] {
  if (apiGroup(object.apiVersion) === 'sparkoperator.k8s.io' && WATCHED_KINDS.has(object.kind))
    return [namespaceOf(object.toJson())];
  if (object.kind !== 'ConfigMap' || object.metadata.getLabel(SPARK_APPLICATION_TEMPLATE_LABEL) !== 'true') return [];
  const configMap = object.toJson() as JsonObject;
  const data = Object.values((configMap['data'] ?? {}) as JsonObject);
  return data
    .flatMap(templateNamespace)
    .concat(data.every((text) => templateNamespace(text).length > 0) ? [] : namespaceOf(configMap));
}

/** Kubernetes puts an object without a namespace where the client says, which is `default` unless told otherwise. */
function namespaceOf(object: JsonObject): string {
  const metadata = object['metadata'] as JsonObject | undefined;
  return (metadata?.['namespace'] as string | undefined) ?? 'default';
}

/** The namespace in a template's metadata. It may hold an orchestrator's placeholders, so it is not parsed as YAML. */
function templateNamespace(text: JsonValue): string[] {
  const metadata = /^metadata:[ \t]*\n((?:[ \t]+.*\n?)*)/m.exec(String(text))?.[1];
  const namespace = /^ {2}namespace:[ \t]*["']?([a-z0-9-]+)/m.exec(metadata ?? '')?.[1];
  return namespace ? [namespace] : [];
}
