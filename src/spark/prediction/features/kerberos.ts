import type { JsonObject } from '../../../manifest';
import { parseBoolean } from '../conf/numbers';
import { add, type SparkPod, variable } from '../pod';
import { secret } from './driver-credentials';
import { type DriverContext, FEATURES, type Feature } from './feature';

const KEYTAB = 'spark.kerberos.keytab';
const PRINCIPAL = 'spark.kerberos.principal';
const TOKEN_SECRET = 'spark.kubernetes.kerberos.tokenSecret.name';
const TOKEN_KEY = 'spark.kubernetes.kerberos.tokenSecret.itemKey';
const KRB5_FILE = 'spark.kubernetes.kerberos.krb5.path';
const KRB5_MAP = 'spark.kubernetes.kerberos.krb5.configMapName';
const KEYTAB_FOLDER = '/mnt/secrets/kerberos-keytab';
const TOKENS_FOLDER = '/mnt/secrets/hadoop-credentials';

const baseName = (path: string): string => path.replace(/\/+$/, '').split('/').pop() ?? '';

/** Kerberos: krb5.conf, and a keytab or delegation tokens. */
export function kerberos(context: DriverContext): Feature {
  const { settings, namePrefix } = context;
  const keytab = settings.text(KEYTAB);
  const tokenSecret = settings.text(TOKEN_SECRET);
  const tokenKey = settings.text(TOKEN_KEY);
  const krb5File = settings.text(KRB5_FILE);
  const krb5Map = settings.text(KRB5_MAP);
  if (krb5File !== undefined && krb5Map !== undefined) {
    settings.refuse(`both ${KRB5_FILE} and ${KRB5_MAP} are set`, 'keep one of them');
  }
  bothOrNone(context, [KEYTAB, keytab], [PRINCIPAL, settings.text(PRINCIPAL)]);
  bothOrNone(context, [TOKEN_SECRET, tokenSecret], [TOKEN_KEY, tokenKey]);
  const uploads = keytab !== undefined && !keytab.startsWith('local:');
  const keytabSecret = `${namePrefix}-kerberos-keytab`;
  return {
    name: `${FEATURES}.KerberosConfDriverFeatureStep`,
    configure: (pod) => {
      if (keytab === undefined && tokenSecret === undefined) checkTokenProviders(settings);
      if (krb5File !== undefined || krb5Map !== undefined) addKrb5(pod);
      if (uploads) {
        add(pod, {
          volumes: [{ name: 'kerberos-keytab', secret: { secretName: keytabSecret } }],
          mounts: [{ mountPath: KEYTAB_FOLDER, name: 'kerberos-keytab' }],
        });
      } else if (tokenSecret !== undefined) {
        add(pod, {
          volumes: [{ name: 'hadoop-secret', secret: { secretName: tokenSecret } }],
          mounts: [{ mountPath: TOKENS_FOLDER, name: 'hadoop-secret' }],
          env: [variable('HADOOP_TOKEN_FILE_LOCATION', `${TOKENS_FOLDER}/${tokenKey}`)],
        });
      }
    },
    properties: () => (uploads ? [[KEYTAB, `${KEYTAB_FOLDER}/${baseName(keytab)}`]] : []),
    resources: () => [
      ...(krb5File === undefined ? [] : [krb5ConfigMap(context, krb5File)]),
      ...(uploads
        ? [secret(keytabSecret, { [baseName(keytab)]: Buffer.from(content(context, KEYTAB, keytab)).toString('base64') })]
        : []),
    ],
  };

  function addKrb5(pod: SparkPod): void {
    const file = krb5File === undefined ? undefined : baseName(krb5File);
    const configMap: JsonObject =
      file === undefined ? { name: krb5Map ?? '' } : { items: [{ key: file, path: file }], name: `${namePrefix}-krb5-file` };
    add(pod, {
      volumes: [{ configMap, name: 'krb5-file' }],
      mounts: [{ mountPath: '/etc/krb5.conf', name: 'krb5-file', subPath: 'krb5.conf' }],
    });
  }
}

/** Hadoop services for which spark-submit asks for delegation tokens where neither a keytab nor a Secret holds any. */
const TOKEN_SERVICES = ['hadoopfs', 'hbase', 'hive'];
const TOKEN_KEYS = ['spark.yarn.security.tokens', 'spark.yarn.security.credentials', 'spark.security.credentials'];

/** Spark reads these switches without cutting spaces off. */
function checkTokenProviders(settings: DriverContext['settings']): void {
  for (const service of TOKEN_SERVICES) {
    for (const prefix of TOKEN_KEYS) {
      const key = `${prefix}.${service}.enabled`;
      const value = settings.raw(key);
      if (value !== undefined && parseBoolean(value) === undefined) settings.refuse(`${key} is ${value}`, 'write true or false');
    }
  }
}

type Entry = readonly [string, string | undefined];

function bothOrNone({ settings }: DriverContext, one: Entry, other: Entry): void {
  for (const [[key, value], [missing, absent]] of [
    [one, other],
    [other, one],
  ]) {
    if (value !== undefined && absent === undefined)
      settings.refuse(`${key} is set without ${missing}`, `set ${missing} too, or neither`);
  }
}

function content({ settings, readFile }: DriverContext, key: string, path: string): Uint8Array {
  return (
    readFile(path) ??
    settings.refuse(`${key} is ${path}, and spark-submit has no such file`, 'name a file on the machine of spark-submit')
  );
}

function krb5ConfigMap(context: DriverContext, path: string): JsonObject {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: `${context.namePrefix}-krb5-file` },
    data: { [baseName(path)]: Buffer.from(content(context, KRB5_FILE, path)).toString('utf8') },
    immutable: true,
  };
}
