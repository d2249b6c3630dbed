import { parseInteger, parseSize } from '../conf/numbers';
import type { Settings } from '../conf/settings';
import { since } from '../versions';
import { refuse } from './refuse';

/** Refuses sizes and counts that spark-submit refuses before it submits anything. */
export function checkSizes(value: (key: string) => string | undefined, version: string): void {
  for (const key of ['spark.driver.memory', 'spark.executor.memory']) {
    const text = value(key);
    if (text !== undefined && !((parseSize(text, 1, version) ?? -1) > 0)) {
      refuse(`${key} is ${text}`, 'write a size such as 512m or 2g, greater than 0, without a fraction');
    }
  }
  const counts = ['spark.driver.cores', 'spark.executor.cores', 'spark.cores.max'];
  const isDynamic = value('spark.dynamicAllocation.enabled')?.toLowerCase() === 'true';
  for (const key of isDynamic ? counts : [...counts, 'spark.executor.instances']) {
    const text = value(key);
    if (text !== undefined && !((parseInteger(text) ?? -1) > 0)) {
      refuse(`${key} is ${text}`, fixOfCount(key));
    }
  }
}

/** Reads what spark-submit reads in every mode, though nothing of a pod depends on it. */
export function checkSwitches(settings: Settings): void {
  settings.plainBoolean('spark.master.rest.enabled');
  settings.boolean('spark.submit.proxyUser.allowCustomClasspathInClusterMode');
  const buffer = settings.integer('spark.buffer.size') ?? 0;
  if (buffer < 0) refuse(`spark.buffer.size is ${buffer}`, 'write a number of bytes that is not negative');
}

function fixOfCount(key: string): string {
  const role = /^spark\.(driver|executor)\.cores$/.exec(key)?.[1];
  if (role === undefined) return 'write a whole number greater than 0';
  return `write a whole number greater than 0; a part of a CPU is requested by spark.kubernetes.${role}.request.cores, such as 500m`;
}

/** The address of the API server, as Spark completes it. */
export function checkedMaster(master: string | undefined): string {
  if (!master?.startsWith('k8s://')) {
    refuse(`the master is ${master ?? 'not set'}`, 'write --master k8s://https://<host>:<port>, for pods on Kubernetes');
  }
  const address = master.slice('k8s://'.length);
  if (!address.includes('://')) return `k8s://https://${address}`;
  const scheme = /^([a-zA-Z][a-zA-Z0-9+.-]*):/.exec(address)?.[1].toLowerCase();
  if (scheme !== 'https' && scheme !== 'http') refuse(`the master is ${master}`, 'write --master k8s://https://<host>:<port>');
  return master;
}

const SHELLS = ['spark-shell', 'pyspark-shell', 'sparkr-shell'];
/** A shell since Spark 4.0; before, the name of a file. */
const CONNECT_SHELL = 'connect-shell';
const NOT_IN_A_CLUSTER: Readonly<Record<string, string>> = {
  'org.apache.spark.sql.hive.thriftserver.SparkSQLCLIDriver': "Spark SQL's shell",
  'org.apache.spark.sql.hive.thriftserver.HiveThriftServer2': "Spark's Thrift server",
  'org.apache.spark.sql.connect.service.SparkConnectServer': "Spark Connect's server",
};

/** Refuses what runs beside its user only. */
export function checkRunsInCluster(
  deployMode: string | undefined,
  primaryResource: string,
  mainClass: string | undefined,
  version: string,
): void {
  if (deployMode !== 'cluster') {
    refuse(
      `the deploy mode is ${deployMode ?? 'client, as none is given'}`,
      'write --deploy-mode cluster, for a driver in a pod of its own',
    );
  }
  const server = mainClass === undefined ? undefined : NOT_IN_A_CLUSTER[mainClass];
  const isShell = SHELLS.includes(primaryResource) || (primaryResource === CONNECT_SHELL && since(version, '4.0'));
  if (server !== undefined || isShell) {
    refuse(`${server ?? primaryResource} cannot run in cluster mode`, 'run it in client mode, in a pod that you create');
  }
}
