/** A name that people write where a configuration key should stand, but that no engine reads. */
export interface Misnomer {
  /** What is wrong; follows the name. */
  readonly why: string;
  /** What to write instead. */
  readonly fix: string;
}

const POD_TEMPLATES_FILE: Misnomer = {
  why: 'does not exist in any Spark version (the key is podTemplateFile)',
  fix: 'write tolerations, nodeSelector, affinity or priorityClassName: they become the pod template; in a conf file write spark.kubernetes.driver.podTemplateFile and spark.kubernetes.executor.podTemplateFile',
};

const ENVIRONMENT_TEMPLATE: Misnomer = {
  why: 'is no environment variable of Kyuubi or Spark, and neither of them knows a DAG, a task or a model',
  fix: 'set spark.app.name and spark.kubernetes.executor.podNamePrefix in the configuration of the session that starts the engine',
};

const PER_ROLE_METRICS: Misnomer = {
  why: 'is a field of a SparkApplication, no key; its jar must lie in the image, and the Spark images hold none',
  fix: 'leave it out and write spark.ui.prometheus.enabled: the driver then serves metrics itself (SparkApplication: metrics: true)',
};

/** Names by their exact spelling. */
const BY_NAME: Readonly<Record<string, Misnomer>> = {
  'spark.kubernetes.driver.podNamePrefix': {
    why: 'does not exist in any Spark version',
    fix: 'leave it out: the driver is <name>-driver, or spark.kubernetes.driver.pod.name where only one runs at a time; executors have spark.kubernetes.executor.podNamePrefix',
  },
  'spark.kubernetes.driver.podTemplatesFile': POD_TEMPLATES_FILE,
  'spark.kubernetes.executor.podTemplatesFile': POD_TEMPLATES_FILE,
  'spark.kubernetes.podTemplateFile': {
    why: 'does not exist in any Spark version: driver and executors have one each',
    fix: 'write spark.kubernetes.driver.podTemplateFile and spark.kubernetes.executor.podTemplateFile',
  },
  'spark.sql.iceberg.handle-timestamp-without-timezone': {
    why: 'is obsolete: Iceberg throws or ignores it since Spark 3.4',
    fix: 'leave it out and use the type TIMESTAMP_NTZ, or spark.sql.timestampType',
  },
  'spark.hadoop.fs.s3a.fast.upload': {
    why: 'is obsolete: Hadoop 3 always uploads that way',
    fix: 'leave it out; spark.hadoop.fs.s3a.fast.upload.buffer chooses the buffer',
  },
  'fs.s3a.fast.upload': {
    why: 'is obsolete: Hadoop 3 always uploads that way',
    fix: 'leave it out; fs.s3a.fast.upload.buffer chooses the buffer',
  },
  SPARK_KUBERNETES_EXECUTOR_POD_NAME_PREFIX_TEMPLATE: ENVIRONMENT_TEMPLATE,
  SPARK_APP_NAME_TEMPLATE: ENVIRONMENT_TEMPLATE,
  spark_config: {
    why: 'is no key of a dbt profile: dbt-spark ignores it',
    fix: "write server_side_parameters, the map that dbt-spark sends when it opens a session; dbt replaces {{ env_var('…') }} there, but no ${…}",
  },
  spark_executor_instances: {
    why: 'is no key: Spark separates the parts of a key with dots',
    fix: 'write spark.executor.instances',
  },
  jmxExporterJar: PER_ROLE_METRICS,
  ENGINE_TIMEOUT: {
    why: 'is neither a key nor an error of Kyuubi',
    fix: 'write kyuubi.session.engine.initialize.timeout (PT3M by default) when an engine takes longer to start, and let nodes pull the image beforehand',
  },
};

/** Environment variables that look like configuration. */
const KYUUBI_ENGINE_VARIABLE = /^KYUUBI_ENGINE_SPARK_CONF_(\w+)$/;

/** Words of the pod template keys that environment variables spell in capitals, as the keys write them. */
const CAPITALS: Readonly<Record<string, string>> = {
  podtemplatefile: 'podTemplateFile',
  podtemplatesfile: 'podTemplateFile',
  podnameprefix: 'podNamePrefix',
};

/** The key that someone meant with `KYUUBI_ENGINE_SPARK_CONF_SPARK_EXECUTOR_MEMORY`. */
function keyOfVariable(name: string): string {
  const parts = name.toLowerCase().split('_');
  return parts.map((part) => CAPITALS[part] ?? part).join('.');
}

/** Why a name is no key though many write it; undefined when it is not among those that are known. */
export function misnomerOf(name: string): Misnomer | undefined {
  if (Object.hasOwn(BY_NAME, name)) return BY_NAME[name];
  const variable = KYUUBI_ENGINE_VARIABLE.exec(name)?.[1];
  if (variable === undefined) return undefined;
  const key = keyOfVariable(variable);
  const meant = Object.hasOwn(BY_NAME, key) ? `${key} ${BY_NAME[key]?.why}` : `write ${key}=… in kyuubi-defaults.conf`;
  return { why: 'is not read: Kyuubi maps no environment variable to a key', fix: `${meant}; or send it when the session opens` };
}
