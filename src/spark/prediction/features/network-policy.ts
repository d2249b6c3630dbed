import { type DriverContext, FEATURES, type Feature } from './feature';

/** Since Spark 4.2: only pods of the same application may connect to its executors. */
export function networkPolicy({ namePrefix, namespace, applicationId }: DriverContext): Feature {
  const application = { 'spark-app-selector': applicationId };
  return {
    name: `${FEATURES}.NetworkPolicyFeatureStep`,
    resources: () => [
      {
        apiVersion: 'networking.k8s.io/v1',
        kind: 'NetworkPolicy',
        metadata: { labels: application, name: `${namePrefix}-policy`, namespace },
        spec: {
          ingress: [{ from: [{ podSelector: { matchLabels: application } }] }],
          podSelector: { matchLabels: { 'spark-role': 'executor', ...application } },
        },
      },
    ],
  };
}
