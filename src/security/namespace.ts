import type { NetworkPolicySpec } from '../../imports/kubernetes';
import type { JsonObject } from '../manifest';

/** The rules of this Kubernetes version apply, also after an upgrade of the cluster: what was reviewed is what is enforced. */
const POD_SECURITY_VERSION = 'v1.34';

/** The Pod Security labels of a namespace. @see https://kubernetes.io/docs/concepts/security/pod-security-admission/ */
export function podSecurityLabels(level: string): Record<string, string> {
  const prefix = 'pod-security.kubernetes.io';
  return {
    [`${prefix}/enforce`]: level,
    [`${prefix}/enforce-version`]: POD_SECURITY_VERSION,
    [`${prefix}/audit`]: level,
    [`${prefix}/warn`]: level,
  };
}

/** Nothing enters or leaves a pod that no other policy names. */
export function defaultDenySpec(): JsonObject {
  return { podSelector: {}, policyTypes: ['Egress', 'Ingress'] } satisfies NetworkPolicySpec;
}

/** Every pod may ask the cluster's DNS (the pods labelled `k8s-app: kube-dns` in kube-system, as every distribution has them). */
export function allowDnsSpec(): JsonObject {
  return {
    egress: [
      {
        ports: [
          { port: 53, protocol: 'TCP' },
          { port: 53, protocol: 'UDP' },
        ],
        to: [
          {
            namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' } },
            podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } },
          },
        ],
      },
    ],
    podSelector: {},
    policyTypes: ['Egress'],
  } satisfies NetworkPolicySpec;
}
