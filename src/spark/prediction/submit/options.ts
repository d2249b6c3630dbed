import { since } from '../versions';

/** Options of spark-submit that take a value. */
export const VALUE_OPTIONS: ReadonlySet<string> = new Set([
  '--archives',
  '--class',
  '--conf',
  '--deploy-mode',
  '--driver-class-path',
  '--driver-cores',
  '--driver-java-options',
  '--driver-library-path',
  '--driver-memory',
  '--exclude-packages',
  '--executor-cores',
  '--executor-memory',
  '--files',
  '--jars',
  '--keytab',
  '--kill',
  '--master',
  '--name',
  '--num-executors',
  '--packages',
  '--principal',
  '--properties-file',
  '--proxy-user',
  '--py-files',
  '--queue',
  '--remote',
  '--repositories',
  '--status',
  '--total-executor-cores',
]);

/** Options without a value that go with a submission; `--load-spark-defaults` came with Spark 4.0. */
export function isSwitch(option: string, version: string): boolean {
  return (
    option === '--supervise' ||
    option === '--verbose' ||
    option === '-v' ||
    (option === '--load-spark-defaults' && since(version, '4.0'))
  );
}

/** Options with which spark-submit does something else than submitting. */
export const OTHER_ACTIONS: ReadonlySet<string> = new Set(['--help', '-h', '--usage-error', '--version', '--kill', '--status']);

/** The key that an option sets; its value wins over the configuration's. */
export const KEYS: Readonly<Record<string, string>> = {
  '--archives': 'spark.archives',
  '--deploy-mode': 'spark.submit.deployMode',
  '--driver-class-path': 'spark.driver.extraClassPath',
  '--driver-cores': 'spark.driver.cores',
  '--driver-java-options': 'spark.driver.extraJavaOptions',
  '--driver-library-path': 'spark.driver.extraLibraryPath',
  '--driver-memory': 'spark.driver.memory',
  '--exclude-packages': 'spark.jars.excludes',
  '--executor-cores': 'spark.executor.cores',
  '--executor-memory': 'spark.executor.memory',
  '--files': 'spark.files',
  '--jars': 'spark.jars',
  '--keytab': 'spark.kerberos.keytab',
  '--master': 'spark.master',
  '--num-executors': 'spark.executor.instances',
  '--packages': 'spark.jars.packages',
  '--principal': 'spark.kerberos.principal',
  '--py-files': 'spark.submit.pyFiles',
  '--remote': 'spark.remote',
  '--repositories': 'spark.jars.repositories',
  '--total-executor-cores': 'spark.cores.max',
};
