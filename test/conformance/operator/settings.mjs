/** A definition that accepts anything: enough for the groups of pods that batch schedulers want to be told about. */
function podGroups(group, version) {
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: {
      name: `podgroups.${group}`,
      annotations: { 'api-approved.kubernetes.io': 'unapproved, for tests only' },
    },
    spec: {
      group,
      scope: 'Namespaced',
      names: { kind: 'PodGroup', plural: 'podgroups' },
      versions: [
        {
          name: version,
          served: true,
          storage: true,
          schema: { openAPIV3Schema: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true } },
        },
      ],
    },
  };
}

/** What has to exist before the operator can be started with batch scheduling. */
export const POD_GROUPS = [podGroups('scheduling.volcano.sh', 'v1beta1'), podGroups('scheduling.x-k8s.io', 'v1alpha1')];

const urlFormat = 'https://spark.example.com/{{$appNamespace}}/{{ $appName }}';

/** The operator as its chart installs it, and with everything on that reaches pods, and without its webhook (last, since it stays off): the controller's flags and what the library is told. */
export const SETTINGS = [
  { name: "the chart's settings", share: 1, flags: [], settings: {} },
  {
    name: 'ingress, batch scheduling and spark-defaults',
    share: 0.4,
    flags: [
      `--ingress-url-format=${urlFormat}`,
      ...['--enable-batch-scheduler=true', '--default-batch-scheduler=yunikorn', '--kube-scheduler-names=my-scheduler'],
      '--feature-gates=LoadSparkDefaults=true',
    ],
    settings: {
      uiIngressUrlFormat: urlFormat,
      batchScheduling: { defaultScheduler: 'yunikorn', kubeSchedulers: ['my-scheduler'] },
      loadSparkDefaults: true,
    },
  },
  { name: 'no webhook', share: 0.25, flags: [], settings: { webhook: false } },
];
