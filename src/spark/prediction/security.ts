import type { Settings } from './conf/settings';
import { list } from './java/text';
import { since } from './versions';

/**
 * Refuses what a driver refuses in its security settings before it makes executors. Secret files are the driver's own, so that
 * only their keys are looked at.
 */
export function checkSecurity(settings: Settings): void {
  settings.boolean('spark.acls.enable');
  checkSsl(settings, SSL);
  if (since(settings.version, '4.0')) checkSsl(settings, `${SSL}.rpc`);
  if (settings.boolean('spark.authenticate') ?? false) checkSecretFiles(settings);
}

const SSL = 'spark.ssl';
const SECRET_FILE = 'spark.authenticate.secret.file';

function checkSecretFiles(settings: Settings): void {
  if (settings.has(SECRET_FILE)) return;
  const [given, missing] = ['driver', 'executor'].map((role) => `spark.authenticate.secret.${role}.file`);
  if (settings.has(given) === settings.has(missing)) return;
  settings.refuse(`only one of ${given} and ${missing} is set`, `set both, or ${SECRET_FILE}, which stands for both`);
}

/** Where encryption is on, its settings have to be readable. */
function checkSsl(settings: Settings, prefix: string): void {
  if (!(settings.plainBoolean(`${prefix}.enabled`) ?? false)) return;
  const port = settings.unspacedInteger(`${prefix}.port`);
  if (port !== undefined && port < 0) settings.refuse(`${prefix}.port is ${port}`, 'write a port that is not negative');
  settings.plainBoolean(`${prefix}.needClientAuth`);
  if (since(settings.version, '4.0')) {
    settings.plainBoolean(`${prefix}.openSslEnabled`);
    settings.plainBoolean(`${prefix}.trustStoreReloadingEnabled`);
    settings.plainInteger(`${prefix}.trustStoreReloadIntervalMs`);
  }
  checkAlgorithms(settings, `${prefix}.enabledAlgorithms`);
}

/** Which cipher suites there are is known to the driver's JVM only; all have such names. */
const CIPHER_SUITE = /^(?:TLS|SSL)_/;

function checkAlgorithms(settings: Settings, key: string): void {
  const algorithms = list(settings.text(key) ?? '');
  if (algorithms.length === 0 || algorithms.some((name) => CIPHER_SUITE.test(name))) return;
  settings.refuse(`${key} is ${algorithms.join(',')}, which names no cipher suite`, 'write names such as TLS_AES_256_GCM_SHA384');
}
