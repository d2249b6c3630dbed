import { dnsLabelProblem, dnsSubdomainProblem } from '../../naming';
import type { Problem } from '../../problem';
import { annotations, duration, labels, POD_SHAPES } from './pod-shapes';
import type { SparkOperatorReleaseProps } from './props';
import { answersWhole, boolean, listOf, madeBy, mapOf, number, openMap, type Shapes, struct, text, textWith } from './shapes';

const texts = listOf(text, "['…']");

const installedBy = struct(
  {
    name: textWith(dnsSubdomainProblem, 'write the name of a HelmRelease'),
    namespace: textWith(dnsLabelProblem, 'write the name of a namespace'),
  },
  "{ name: 'prometheus', namespace: 'monitoring' }",
  ['name'],
);

const controller = struct(
  {
    ...POD_SHAPES,
    workers: number,
    leaderElection: struct(
      { leaseDuration: duration, renewDeadline: duration, retryPeriod: duration },
      '{ leaseDuration: Duration.seconds(30) }',
    ),
    featureGates: mapOf(boolean, '{ PartialRestart: true }'),
    driverPodCreationGracePeriod: duration,
    maxTrackedExecutorPerApp: number,
    scheduledRunTimestamp: text,
    uiService: boolean,
    uiIngress: struct(
      { urlFormat: text, ingressClassName: text, tlsSecretName: text, tlsHosts: texts, annotations },
      "{ urlFormat: '{{$appName}}.spark.example.com' }",
      ['urlFormat'],
    ),
    batchScheduler: struct({ kubeSchedulerNames: texts, defaultScheduler: text }, "{ defaultScheduler: 'volcano' }"),
  },
  '{ workers: 10 }',
);

const webhook = struct(
  { ...POD_SHAPES, enable: boolean, port: number, failurePolicy: text, timeout: duration },
  '{ replicas: 2 }',
);

/** The properties of a release, but for `values`, which the chart's own tree checks. */
const RELEASE_SHAPES: Shapes = {
  version: text,
  releaseName: text,
  namespace: text,
  source: madeBy(
    'a ChartSource',
    "write ChartSource.ociRepository({ url: 'oci://…' }) or ChartSource.helmRepository({ url: 'https://…' })",
    ({ _bind }) => typeof _bind === 'function',
  ),
  jobNamespaces: listOf(text, "['jobs']"),
  controller,
  webhook,
  metrics: struct({ enable: boolean, port: number, endpoint: text, prefix: text, labels: texts }, '{ port: 8080 }'),
  podMonitor: struct({ labels, interval: duration, jobLabel: text, installedBy }, "{ labels: { release: 'prometheus' } }"),
  certManager: struct(
    { issuerName: text, issuerKind: text, duration, renewBefore: duration, installedBy },
    "{ issuerName: 'company' }",
  ),
  image: struct(
    { registry: text, repository: text, tag: text, pullPolicy: text, pullSecrets: texts },
    "{ registry: 'registry.example.com', repository: 'kubeflow/spark-operator/controller' }",
  ),
  commonLabels: labels,
  timeout: madeBy('a Duration of whole seconds', 'write Duration.minutes(10)', (value) => answersWhole(value, 'toSeconds')),
  networkPolicies: struct(
    { apiServerCidrs: listOf(text, "['10.0.0.1/32']"), apiServerPort: number, monitoringNamespace: text },
    "{ apiServerCidrs: ['10.0.0.1/32'] }, or leave it out",
    ['apiServerCidrs'],
  ),
};

/** Properties and what is wrong with their kinds. */
export interface CheckedShapes {
  readonly problems: readonly Problem[];
  /** The properties without those that have a problem: other rules can read them. */
  readonly sound: SparkOperatorReleaseProps;
}

/** Checks the kinds of all properties. */
export function checkShapes(props: SparkOperatorReleaseProps): CheckedShapes {
  if (typeof props !== 'object' || props === null || Array.isArray(props))
    return { problems: openMap('props', props), sound: {} };
  const given = Object.entries(props).map(([key, value]) => ({
    key,
    value,
    // Keys that no property has are those of somebody's own properties, which extend these.
    problems: value === undefined ? [] : (RELEASE_SHAPES[key]?.(key, value) ?? []),
  }));
  const sound = given.filter(({ problems }) => problems.length === 0).map(({ key, value }) => [key, value]);
  return { problems: given.flatMap(({ problems }) => problems), sound: Object.fromEntries(sound) };
}
