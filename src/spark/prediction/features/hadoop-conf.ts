import { add, type SparkPod, variable } from '../pod';
import { FEATURES, type Feature, type PodContext } from './feature';

const VOLUME = 'hadoop-properties';
const FOLDER = '/opt/hadoop/conf';
/** Set by the submitter, read by the driver for its executors. */
const EXECUTORS_KEY = 'spark.kubernetes.executor.hadoopConfigMapName';

function addHadoopConf(pod: SparkPod, name: string | undefined): void {
  if (name === undefined) return;
  add(pod, {
    volumes: [{ configMap: { name }, name: VOLUME }],
    mounts: [{ mountPath: FOLDER, name: VOLUME }],
    env: [variable('HADOOP_CONF_DIR', FOLDER)],
  });
}

/** Hadoop's configuration for the driver, from a ConfigMap that exists. */
export function driverHadoopConf({ settings }: PodContext): Feature {
  const configMap = settings.text('spark.kubernetes.hadoop.configMapName');
  return {
    name: `${FEATURES}.HadoopConfDriverFeatureStep`,
    configure: (pod) => addHadoopConf(pod, configMap),
    properties: () => (configMap === undefined ? [] : [[EXECUTORS_KEY, configMap]]),
  };
}

/** The same for executors. */
export function executorHadoopConf({ settings }: PodContext): Feature {
  const configMap = settings.raw(EXECUTORS_KEY);
  return {
    name: `${FEATURES}.HadoopConfExecutorFeatureStep`,
    configure: (pod) => addHadoopConf(pod, configMap),
  };
}
