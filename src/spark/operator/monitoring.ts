import type { Application, Monitoring, Role } from './application';

const MOUNT_PATH = '/etc/metrics/conf';
const DEFAULT_PORT = 8090;
const DEFAULT_PORT_NAME = 'jmx-exporter';

/** The monitoring of an application when it does anything, which takes `prometheus`. */
export function monitoringOf({ spec }: Application): (Monitoring & Required<Pick<Monitoring, 'prometheus'>>) | undefined {
  const { monitoring } = spec;
  return monitoring?.prometheus && { ...monitoring, prometheus: monitoring.prometheus };
}

/** Whether a role's metrics are exposed. */
export function exposes(role: Role, monitoring: Monitoring): boolean {
  return (role === 'driver' ? monitoring.exposeDriverMetrics : monitoring.exposeExecutorMetrics) === true;
}

/** The ConfigMap that the operator makes for the metrics of an application, and where pods mount it. */
export function metricsConfigMap({ name }: Application): { name: string; volumeName: string; mountPath: string } {
  return { name: `${name}-prom-conf`, volumeName: `${name}-prom-conf-vol`, mountPath: MOUNT_PATH };
}

/** Number and name of the exporter's port. */
export function exporterPort({ prometheus }: Monitoring): { port: number; name: string } {
  return { port: prometheus?.port ?? DEFAULT_PORT, name: prometheus?.portName ?? DEFAULT_PORT_NAME };
}

/**
 * What monitoring changes in the application before the submission: `spark.metrics.namespace` and `spark.metrics.conf`
 * (stated ones are overwritten), annotations and Java options of the roles that are exposed
 * (spark-operator 2.5.2, internal/controller/sparkapplication/monitoring_config.go).
 */
export function withMonitoring(application: Application): Application {
  const monitoring = monitoringOf(application);
  if (monitoring === undefined) return application;
  const { name, namespace, spec } = application;
  const sparkConf = {
    ...spec.sparkConf,
    'spark.metrics.namespace': `${namespace}.${name}`,
    'spark.metrics.conf': monitoring.metricsPropertiesFile || `${MOUNT_PATH}/metrics.properties`,
  };
  const exposed = (role: Role): object => (exposes(role, monitoring) ? exposedFields(role, application, monitoring) : {});
  return {
    ...application,
    spec: {
      ...spec,
      sparkConf,
      driver: { ...spec.driver, ...exposed('driver') },
      executor: { ...spec.executor, ...exposed('executor') },
    },
  };
}

function exposedFields(role: Role, { spec }: Application, monitoring: ReturnType<typeof monitoringOf> & object): object {
  const { jmxExporterJar, configFile } = monitoring.prometheus;
  const { port } = exporterPort(monitoring);
  const agent = `-javaagent:${jmxExporterJar}=${port}:${configFile || `${MOUNT_PATH}/prometheus.yaml`}`;
  const { annotations, javaOptions } = spec[role];
  return {
    annotations: {
      ...annotations,
      'prometheus.io/scrape': 'true',
      'prometheus.io/port': String(port),
      'prometheus.io/path': '/metrics',
    },
    javaOptions: javaOptions === undefined ? agent : `${javaOptions} ${agent}`,
  };
}

/** Whether pods mount the ConfigMap: not when the image brings both files. */
export function mountsMetricsConfigMap(monitoring: Monitoring): boolean {
  return !monitoring.metricsPropertiesFile || !monitoring.prometheus?.configFile;
}
