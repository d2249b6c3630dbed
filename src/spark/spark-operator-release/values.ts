import type { JsonObject, JsonValue } from '../../manifest';
import { toPlainJson } from '../../manifest';
import type { SparkOperatorControllerProps, SparkOperatorUiIngress, SparkOperatorWebhookProps } from './deployment-props';
import { printGoDuration } from './durations';
import type { SparkOperatorCertManager, SparkOperatorPodMonitor } from './monitoring-props';
import type { SparkOperatorPodProps } from './pod-props';
import type { SparkOperatorReleaseProps } from './props';
import { controllerResources, DEFAULT_WORKERS, printResources, webhookResources } from './resources';

/**
 * The chart's values for the properties, without job namespaces and raw values. What is not stated is left to the chart,
 * except resources (the chart has none). Service accounts and roles of jobs are never the chart's: it gives drivers and
 * executors the same account with all verbs.
 */
export function sparkOperatorValues(props: SparkOperatorReleaseProps): JsonObject {
  const { metrics, podMonitor, certManager, image, commonLabels } = props;
  return toPlainJson({
    commonLabels,
    image: image && { ...image, pullSecrets: image.pullSecrets?.map((name) => ({ name })) },
    controller: controllerValues(props.controller ?? {}),
    webhook: webhookValues(props.webhook ?? {}),
    spark: { serviceAccount: { create: false }, rbac: { create: false } },
    prometheus:
      metrics || podMonitor
        ? {
            metrics: metrics && { ...metrics, labels: metrics.labels?.join(',') },
            podMonitor: podMonitor && podMonitorValues(podMonitor),
          }
        : undefined,
    certManager: certManager && certManagerValues(certManager),
  });
}

function controllerValues(props: SparkOperatorControllerProps): object {
  const { leaderElection, featureGates, batchScheduler, uiIngress } = props;
  return {
    ...podValues(props),
    resources: props.resources ? printResources(props.resources) : controllerResources(props.workers ?? DEFAULT_WORKERS),
    workers: props.workers,
    leaderElection: leaderElection && {
      leaseDuration: leaderElection.leaseDuration && printGoDuration(leaderElection.leaseDuration),
      renewDeadline: leaderElection.renewDeadline && printGoDuration(leaderElection.renewDeadline),
      retryPeriod: leaderElection.retryPeriod && printGoDuration(leaderElection.retryPeriod),
    },
    featureGates: featureGates && sorted(featureGates).map(([name, enabled]) => ({ name, enabled })),
    driverPodCreationGracePeriod: props.driverPodCreationGracePeriod && printGoDuration(props.driverPodCreationGracePeriod),
    maxTrackedExecutorPerApp: props.maxTrackedExecutorPerApp,
    scheduledSparkApplicationTimestampPrecision: props.scheduledRunTimestamp,
    uiService: props.uiService === undefined ? undefined : { enable: props.uiService },
    uiIngress: uiIngress && uiIngressValues(uiIngress),
    batchScheduler: batchScheduler && {
      enable: true,
      kubeSchedulerNames: batchScheduler.kubeSchedulerNames,
      default: batchScheduler.defaultScheduler,
    },
  };
}

function webhookValues(props: SparkOperatorWebhookProps): object {
  return {
    ...podValues(props),
    resources: props.resources ? printResources(props.resources) : webhookResources(),
    enable: props.enable,
    port: props.port,
    failurePolicy: props.failurePolicy,
    timeoutSeconds: props.timeout?.toSeconds({ integral: false }),
  };
}

function podValues(props: SparkOperatorPodProps): object {
  const { replicas, logLevel, logEncoder, labels, annotations, nodeSelector, affinity, tolerations, priorityClassName, env } =
    props;
  return {
    replicas,
    logLevel,
    logEncoder,
    labels,
    annotations,
    nodeSelector,
    affinity,
    tolerations,
    priorityClassName,
    kubeAPIQPS: props.kubeApiQps,
    kubeAPIBurst: props.kubeApiBurst,
    podDisruptionBudget: props.minAvailable === undefined ? undefined : { enable: true, minAvailable: props.minAvailable },
    topologySpreadConstraints: props.topologySpread?.map(({ topologyKey, maxSkew = 1, whenUnsatisfiable = 'DoNotSchedule' }) => ({
      topologyKey,
      maxSkew,
      whenUnsatisfiable,
    })),
    env:
      env && sorted(env).map(([name, { value, valueFrom }]) => ({ name, value, valueFrom: valueFrom as JsonValue | undefined })),
  };
}

function uiIngressValues({ urlFormat, ingressClassName, tlsSecretName, tlsHosts, annotations }: SparkOperatorUiIngress): object {
  const tls =
    tlsSecretName === undefined && tlsHosts === undefined ? undefined : [{ hosts: tlsHosts, secretName: tlsSecretName }];
  return { enable: true, urlFormat, ingressClassName, tls, annotations };
}

function podMonitorValues({ labels, interval, jobLabel }: SparkOperatorPodMonitor): object {
  return { create: true, labels, jobLabel, podMetricsEndpoint: interval && { interval: printGoDuration(interval) } };
}

function certManagerValues({ issuerName, issuerKind, duration, renewBefore }: SparkOperatorCertManager): object {
  const named = issuerName !== undefined || issuerKind !== undefined;
  return {
    enable: true,
    issuerRef: named ? { group: 'cert-manager.io', kind: issuerKind ?? 'ClusterIssuer', name: issuerName } : undefined,
    duration: duration && printGoDuration(duration),
    renewBefore: renewBefore && printGoDuration(renewBefore),
  };
}

/** Maps become lists in one order, whatever order they were written in. */
const sorted = <T>(map: { [key: string]: T }): [string, T][] => Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1));
