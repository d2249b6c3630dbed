import type { JsonObject } from '../../../manifest';
import { split } from '../java/text';
import { since } from '../versions';
import { connectPort } from './basic-driver';
import { type DriverContext, FEATURES, type Feature } from './feature';

const IP_FAMILY_POLICY = 'spark.kubernetes.driver.service.ipFamilyPolicy';
const IP_FAMILIES = 'spark.kubernetes.driver.service.ipFamilies';
const POLICIES = ['SingleStack', 'PreferDualStack', 'RequireDualStack'];
const FAMILIES = ['IPv4', 'IPv6', 'IPv4,IPv6', 'IPv6,IPv4'];

/** The Service by which executors reach the driver. */
export function driverService(context: DriverContext): Feature {
  const { settings, serviceName, namespace, applicationId, labels } = context;
  for (const key of ['spark.driver.bindAddress', 'spark.driver.host']) {
    if (settings.has(key)) settings.refuse(`${key} is set, which Spark decides itself on Kubernetes`, `leave out ${key}`);
  }
  const ipFamilyPolicy = settings.oneOf(IP_FAMILY_POLICY, POLICIES) ?? 'SingleStack';
  const ipFamilies = split(settings.oneOf(IP_FAMILIES, FAMILIES) ?? 'IPv4', ',');
  const driverPort = settings.plainInteger('spark.driver.port') ?? 7078;
  const blockManagerPort = settings.plainInteger('spark.driver.blockManager.port') ?? 7079;
  const uiPort = settings.integer('spark.ui.port') ?? 4040;
  const connect = connectPort(context);
  return {
    name: `${FEATURES}.DriverServiceFeatureStep`,
    properties: () => [
      ['spark.driver.host', `${serviceName}.${namespace}.svc`],
      ['spark.driver.port', String(driverPort)],
      ['spark.driver.blockManager.port', String(blockManagerPort)],
    ],
    resources: () => {
      const annotations = Object.fromEntries(settings.under('spark.kubernetes.driver.service.annotation.'));
      return [
        {
          apiVersion: 'v1',
          kind: 'Service',
          metadata: {
            ...(Object.keys(annotations).length === 0 ? {} : { annotations }),
            labels: {
              'spark-app-selector': applicationId,
              ...Object.fromEntries(settings.under('spark.kubernetes.driver.service.label.')),
            },
            name: serviceName,
          },
          spec: {
            clusterIP: 'None',
            ipFamilies,
            ipFamilyPolicy,
            ports: [
              port('driver-rpc-port', driverPort),
              port('blockmanager', blockManagerPort),
              port('spark-ui', uiPort),
              ...(connect === undefined ? [] : [connectServicePort(settings.version, connect)]),
            ],
            selector: labels,
          },
        },
      ];
    },
  };
}

const port = (name: string, number: number): JsonObject => ({ name, port: number, targetPort: number });

const connectServicePort = (version: string, number: number): JsonObject => ({
  ...(since(version, '4.2') ? { appProtocol: 'grpc' } : {}),
  ...port('spark-connect', number),
});
