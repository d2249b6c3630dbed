import type { IConstruct } from 'constructs';
import { SPARK_CONF_METADATA } from '../../registry/metadata';
import { ConfLayer, SparkConf } from '../conf';
import { environmentOf } from '../service-accounts/shared';
import type { SparkApplicationProps } from './props';

/**
 * The configuration of an application, of all layers: the runtime's, the environment's, what the application makes of its
 * props, and what the user gives.
 */
export function applicationConf(scope: IConstruct, props: SparkApplicationProps): SparkConf {
  return props.runtime.conf
    .merge(environmentConf(scope))
    .merge(SparkConf._of(constructConf(props), ConfLayer.CONSTRUCT))
    .merge(SparkConf._of(props.conf ?? {}, ConfLayer.USER, props.allowUnknownConf));
}

/** What the environment gives to all Spark workloads. */
function environmentConf(scope: IConstruct): SparkConf {
  const found = environmentOf(scope)?.node.metadata.find(({ type }) => type === SPARK_CONF_METADATA);
  return SparkConf._of((found?.data ?? {}) as { [key: string]: string }, ConfLayer.ENVIRONMENT);
}

/** What the application makes of its props. */
function constructConf(props: SparkApplicationProps): { [key: string]: string } {
  const conf: { [key: string]: string } = {};
  if (props.metrics ?? true) {
    // The sink is not in Spark 3.5's defaults; the executors' metrics are off before Spark 4.0.
    conf['spark.metrics.conf.*.sink.prometheusServlet.class'] = 'org.apache.spark.metrics.sink.PrometheusServlet';
    conf['spark.metrics.conf.*.sink.prometheusServlet.path'] = '/metrics/prometheus';
    conf['spark.ui.prometheus.enabled'] = 'true';
  } else {
    conf['spark.ui.prometheus.enabled'] = 'false';
  }
  for (const [name, value] of Object.entries(props.environment ?? {})) {
    conf[`spark.kubernetes.driverEnv.${name}`] = value;
    conf[`spark.executorEnv.${name}`] = value;
  }
  for (const [name, { secret, key }] of Object.entries(props.secretEnvironment ?? {})) {
    for (const role of ['driver', 'executor']) conf[`spark.kubernetes.${role}.secretKeyRef.${name}`] = `${secret.name}:${key}`;
  }
  return conf;
}
