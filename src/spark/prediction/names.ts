import { trim } from './java/text';

const dashed = (text: string): string =>
  trim(text)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-');

/** The value of the label `spark-app-name`. */
export function applicationNameLabel(applicationName: string): string {
  return dashed(applicationName).slice(0, 63).replace(/^-/, '').replace(/-$/, '');
}

/** A DNS label's greatest length. */
const LABEL_LENGTH = 63;

/** The name of the driver's Service, made shorter when it would be no DNS label. */
export function driverServiceName(prefix: string, id: string): string {
  const preferred = `${prefix}-driver-svc`;
  return preferred.length <= LABEL_LENGTH ? preferred : `spark-${id}-driver-svc`;
}

/** The host name of an executor's pod: the end of the pod's name. */
export function executorHostname(podName: string): string {
  return podName
    .slice(-LABEL_LENGTH)
    .replace(/^[^\w]+/, '')
    .replaceAll(/[^\w-]+/g, '_');
}

const SUBDOMAIN = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;

/** 253 characters of a pod's name without `-exec-` and ten digits. */
export const EXECUTOR_PREFIX_LENGTH = 237;

/** Whether Spark takes `spark.kubernetes.executor.podNamePrefix`. */
export function isExecutorPrefix(prefix: string): boolean {
  return prefix.length <= EXECUTOR_PREFIX_LENGTH && SUBDOMAIN.test(prefix);
}
