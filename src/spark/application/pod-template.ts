import type { JsonObject } from '../../manifest';
import type { SparkPodSecurity } from './props';

/** What a pod template is made from. */
export interface PodTemplateInput {
  readonly role: 'driver' | 'executor';
  readonly security: SparkPodSecurity;
  readonly tolerations: JsonObject[];
  readonly nodeSelector: { readonly [key: string]: string };
  readonly affinity?: JsonObject;
  readonly priorityClassName?: string;
  readonly annotations: { readonly [key: string]: string };
  /** A ConfigMap with the program and where it is mounted. */
  readonly source?: { readonly configMap: string; readonly directory: string };
}

/** User of the official Spark images. */
const SPARK_USER = 185;

/**
 * The pod template of a role: what Spark has no configuration for. It works without the operator's webhook, and satisfies
 * the Pod Security standard "restricted". The container has the name by which the operator tells Spark to look for it.
 */
export function podTemplate(input: PodTemplateInput): JsonObject {
  const { role, security, source } = input;
  const container: JsonObject = {
    name: `spark-kubernetes-${role}`,
    securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
  };
  const user = security.runAsUser ?? SPARK_USER;
  const spec: JsonObject = {
    securityContext: {
      runAsNonRoot: true,
      runAsUser: user,
      fsGroup: security.fsGroup ?? user,
      seccompProfile: { type: 'RuntimeDefault' },
    },
    containers: [container],
  };
  if (role === 'executor') spec['automountServiceAccountToken'] = false;
  if (input.tolerations.length > 0) spec['tolerations'] = input.tolerations;
  if (Object.keys(input.nodeSelector).length > 0) spec['nodeSelector'] = { ...input.nodeSelector };
  if (input.affinity !== undefined) spec['affinity'] = input.affinity;
  if (input.priorityClassName !== undefined) spec['priorityClassName'] = input.priorityClassName;
  if (source !== undefined) {
    container['volumeMounts'] = [{ name: 'source', mountPath: source.directory, readOnly: true }];
    spec['volumes'] = [{ name: 'source', configMap: { name: source.configMap } }];
  }
  const annotations = { ...input.annotations };
  return { ...(Object.keys(annotations).length > 0 ? { metadata: { annotations } } : {}), spec };
}
