import type { IConstruct } from 'constructs';
import type { JsonObject } from '../../manifest';
import { API_SERVER_METADATA } from '../../registry/metadata';
import { type SparkOperatorNames, selectorLabels } from './names';
import type { SparkOperatorNetworkPolicies } from './props';

/** The API server's endpoints as the nearest ancestor states them. */
export function ancestorApiServer(construct: IConstruct): SparkOperatorNetworkPolicies | undefined {
  const entries = [...construct.node.scopes].reverse().flatMap(({ node }) => node.metadata);
  const data = entries.find(({ type }) => type === API_SERVER_METADATA)?.data as { cidrs: string[]; port: number } | undefined;
  return data && { apiServerCidrs: data.cidrs, apiServerPort: data.port };
}

/** What decides the operator's network flows. */
export interface SparkOperatorFlows {
  readonly releaseName: string;
  readonly names: SparkOperatorNames;
  readonly policies: SparkOperatorNetworkPolicies;
  /** Port of the webhook; undefined when it is off. */
  readonly webhookPort?: number;
  /** Port of the metrics; undefined when nobody reads them. */
  readonly metricsPort?: number;
}

/** One NetworkPolicy: its name and its body. */
export interface NetworkPolicyManifest {
  readonly name: string;
  readonly body: JsonObject;
}

/**
 * The flows that the operator needs beside DNS: controller and webhook call the API server (spark-submit too, from the
 * controller's pod), the API server calls the webhook, Prometheus reads metrics. Probes come from the node, which no
 * policy holds back.
 */
export function networkPolicies(flows: SparkOperatorFlows): NetworkPolicyManifest[] {
  const { releaseName, names, policies, webhookPort, metricsPort } = flows;
  const apiServer = policies.apiServerCidrs.map((cidr): JsonObject => ({ ipBlock: { cidr } }));
  const toApiServer: JsonObject[] = [{ to: apiServer, ports: [tcp(policies.apiServerPort ?? 6443)] }];
  const pods = (component?: 'controller' | 'webhook') => ({ matchLabels: selectorLabels(releaseName, names, component) });
  const result: NetworkPolicyManifest[] = [
    { name: names.controller, body: { spec: { podSelector: pods('controller'), policyTypes: ['Egress'], egress: toApiServer } } },
  ];
  if (webhookPort !== undefined)
    result.push({
      name: names.webhook,
      body: {
        spec: {
          podSelector: pods('webhook'),
          policyTypes: ['Egress', 'Ingress'],
          egress: toApiServer,
          ingress: [{ from: apiServer, ports: [tcp(webhookPort)] }],
        },
      },
    });
  if (metricsPort !== undefined)
    result.push({
      name: `${names.fullName}-metrics`,
      body: {
        spec: {
          podSelector: pods(),
          policyTypes: ['Ingress'],
          ingress: [{ from: [{ namespaceSelector: monitoring(policies.monitoringNamespace) }], ports: [tcp(metricsPort)] }],
        },
      },
    });
  return result;
}

const tcp = (port: number): JsonObject => ({ protocol: 'TCP', port });

const monitoring = (namespace?: string): JsonObject =>
  namespace === undefined ? {} : { matchLabels: { 'kubernetes.io/metadata.name': namespace } };
