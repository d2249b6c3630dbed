import type { JsonObject } from '../../../manifest';
import { ROLE_KEYS } from '../conf/role-keys';
import { add, type SparkPod } from '../pod';
import { type DriverContext, FEATURES, type Feature } from './feature';

const CONF = 'spark.kubernetes.authenticate.driver';
const TOKEN = `${CONF}.oauthToken`;
const VOLUME = 'kubernetes-credentials';
const FOLDER = '/mnt/secrets/spark-kubernetes-credentials';

/** The driver's own access to the API server: its service account, or credentials that are handed over in a Secret. */
export function driverCredentials(context: DriverContext): Feature {
  const { settings, namePrefix } = context;
  const serviceAccount = settings.text(ROLE_KEYS.driver.serviceAccountName);
  const token = settings.raw(TOKEN);
  const data = new Map<string, string | undefined>([
    ['client-key', fileContent(context, `${CONF}.clientKeyFile`)],
    ['client-cert', fileContent(context, `${CONF}.clientCertFile`)],
    ['ca-cert', fileContent(context, `${CONF}.caCertFile`)],
    ['oauth-token', token === undefined ? undefined : Buffer.from(token, 'utf8').toString('base64')],
  ]);
  const given = [...data].filter((entry): entry is [string, string] => entry[1] !== undefined);
  const secretName = `${namePrefix}-kubernetes-credentials`;
  return {
    name: `${FEATURES}.DriverKubernetesCredentialsFeatureStep`,
    configure: (pod) => {
      if (given.length > 0) {
        add(pod, {
          volumes: [{ name: VOLUME, secret: { secretName } }],
          mounts: [{ mountPath: FOLDER, name: VOLUME }],
        });
      } else if (serviceAccount !== undefined) {
        setServiceAccount(pod, serviceAccount);
      }
    },
    properties: () => [
      ...[...settings.all.keys()]
        .filter((key) => key.endsWith('oauthToken'))
        .map((key): [string, string] => [key, '<present_but_redacted>']),
      ...MOUNTED.flatMap(([key, file]): [string, string][] => {
        const mounted = settings.raw(key) ?? (data.get(file) === undefined ? undefined : `${FOLDER}/${file}`);
        return mounted === undefined ? [] : [[key, mounted]];
      }),
    ],
    resources: () => (given.length === 0 ? [] : [secret(secretName, Object.fromEntries(given))]),
  };
}

/** Both the field of today and the deprecated one. */
export function setServiceAccount({ spec }: SparkPod, name: string): void {
  spec.serviceAccount = name;
  spec.serviceAccountName = name;
}

const MOUNTED = [
  [`${CONF}.mounted.caCertFile`, 'ca-cert'],
  [`${CONF}.mounted.clientKeyFile`, 'client-key'],
  [`${CONF}.mounted.clientCertFile`, 'client-cert'],
  [`${CONF}.mounted.oauthTokenFile`, 'oauth-token'],
];

/** A Secret as the submitter creates it. */
export function secret(name: string, data: JsonObject): JsonObject {
  return { apiVersion: 'v1', kind: 'Secret', metadata: { name }, data, immutable: true };
}

function fileContent({ settings, readFile }: DriverContext, key: string): string | undefined {
  const path = settings.raw(key);
  if (path === undefined) return undefined;
  const content = readFile(path);
  if (content === undefined) {
    return settings.refuse(
      `${key} is ${path}, and spark-submit has no such file`,
      `name a file on the machine of spark-submit, or one in the driver's pod by ${key.replace(CONF, `${CONF}.mounted`)}`,
    );
  }
  return Buffer.from(content).toString('base64');
}
