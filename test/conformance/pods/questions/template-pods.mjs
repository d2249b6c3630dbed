import fc from 'fast-check';
import { entries, oneOf, rarely, some, sometimes } from './kit.mjs';
import { containers, initContainers } from './template-containers.mjs';

const label = entries(
  '',
  oneOf('team', 'app.kubernetes.io/part-of', 'spark-version', 'spark-role', 'x', 'sparkoperator.k8s.io/app-name'),
  oneOf('a', 'template', ''),
  4,
);
const annotation = entries('', oneOf('note', 'template/only', 'example.com/link'), oneOf('from template', '{{APP_ID}}', ''), 3);
const owner = {
  apiVersion: 'sparkoperator.k8s.io/v1beta2',
  kind: 'SparkApplication',
  name: 'owner',
  uid: '00000000-0000-0000-0000-000000000001',
};

const metadata = some({
  name: rarely(oneOf('template-name')),
  generateName: rarely(oneOf('template-')),
  namespace: rarely(oneOf('template-namespace')),
  labels: sometimes(label),
  annotations: sometimes(annotation),
  ownerReferences: rarely(oneOf([owner], [{ ...owner, controller: true, blockOwnerDeletion: true }], [])),
  finalizers: rarely(oneOf(['example.com/wait'])),
});

const volume = oneOf(
  { name: 'data', emptyDir: {} },
  { name: 'template-volume', hostPath: { path: '/x', type: 'Directory' } },
  { name: 'config', configMap: { name: 'c', items: [{ key: 'k', path: 'p' }], defaultMode: 420 } },
  { name: 'secret', secret: { secretName: 's', optional: true } },
  { name: 'spark-local-dir-1', emptyDir: { sizeLimit: '5Gi' } },
  { name: 'projected', projected: { sources: [{ serviceAccountToken: { path: 'token', expirationSeconds: 3600 } }] } },
  { name: 'claim', persistentVolumeClaim: { claimName: 'given', readOnly: true } },
  {
    name: 'ephemeral',
    ephemeral: { volumeClaimTemplate: { spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } } } },
  },
  { name: 'csi', csi: { driver: 'd.example', volumeAttributes: { a: 'b' } } },
);

const toleration = oneOf(
  { key: 'spark', operator: 'Equal', value: 'true', effect: 'NoSchedule' },
  { operator: 'Exists' },
  { key: 'x', operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 60 },
);
const term = { matchExpressions: [{ key: 'pool', operator: 'In', values: ['a', 'b'] }] };
const affinity = oneOf(
  { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [term] } } },
  {
    podAntiAffinity: {
      preferredDuringSchedulingIgnoredDuringExecution: [
        { weight: 10, podAffinityTerm: { topologyKey: 'kubernetes.io/hostname', labelSelector: { matchLabels: { a: 'b' } } } },
      ],
    },
  },
  {},
);

const spec = (role) =>
  some({
    containers: containers(role),
    initContainers: rarely(initContainers),
    volumes: sometimes(fc.uniqueArray(volume, { maxLength: 3 })),
    tolerations: sometimes(fc.uniqueArray(toleration, { maxLength: 2 })),
    affinity: rarely(affinity),
    nodeSelector: sometimes(entries('', oneOf('disk', 'pool', 'template'), oneOf('t', 'ssd'), 2)),
    nodeName: rarely(oneOf('node-1')),
    topologySpreadConstraints: rarely(
      oneOf([{ maxSkew: 1, topologyKey: 'zone', whenUnsatisfiable: 'ScheduleAnyway', labelSelector: {} }]),
    ),
    priorityClassName: sometimes(oneOf('high')),
    priority: rarely(oneOf(5)),
    preemptionPolicy: rarely(oneOf('Never')),
    hostAliases: rarely(oneOf([{ ip: '10.0.0.1', hostnames: ['a', 'b'] }])),
    hostname: rarely(oneOf('template-host')),
    subdomain: rarely(oneOf('sub')),
    setHostnameAsFQDN: rarely(fc.boolean()),
    dnsPolicy: rarely(oneOf('Default', 'None')),
    dnsConfig: rarely(oneOf({ nameservers: ['1.1.1.1'], searches: ['a'], options: [{ name: 'ndots', value: '2' }] })),
    hostNetwork: rarely(fc.boolean()),
    hostPID: rarely(fc.boolean()),
    hostIPC: rarely(fc.boolean()),
    hostUsers: rarely(fc.boolean()),
    shareProcessNamespace: rarely(fc.boolean()),
    schedulerName: sometimes(oneOf('template-scheduler')),
    restartPolicy: rarely(oneOf('Always', 'OnFailure')),
    terminationGracePeriodSeconds: sometimes(oneOf(0, 30, 120)),
    activeDeadlineSeconds: rarely(oneOf(3600)),
    imagePullSecrets: rarely(oneOf([{ name: 'template-secret' }], [{ name: 'regcred' }], [])),
    serviceAccount: rarely(oneOf('template-account-old')),
    serviceAccountName: sometimes(oneOf('template-account')),
    automountServiceAccountToken: sometimes(fc.boolean()),
    enableServiceLinks: rarely(fc.boolean()),
    runtimeClassName: rarely(oneOf('gvisor')),
    readinessGates: rarely(oneOf([{ conditionType: 'example.com/ready' }])),
    overhead: rarely(oneOf({ cpu: '10m' })),
    os: rarely(oneOf({ name: 'linux' })),
    schedulingGates: rarely(oneOf([{ name: 'kueue.x-k8s.io/admission' }])),
    resourceClaims: rarely(oneOf([{ name: 'device', resourceClaimTemplateName: 'gpu' }])),
    securityContext: sometimes(
      some({
        runAsUser: rarely(oneOf(185)),
        runAsGroup: rarely(oneOf(185)),
        fsGroup: sometimes(oneOf(185)),
        runAsNonRoot: rarely(fc.boolean()),
        supplementalGroups: rarely(oneOf([1, 2])),
        seccompProfile: rarely(oneOf({ type: 'RuntimeDefault' })),
        sysctls: rarely(oneOf([{ name: 'net.core.somaxconn', value: '1024' }])),
        fsGroupChangePolicy: rarely(oneOf('OnRootMismatch')),
      }),
    ),
  });

/** A pod template, with what Spark keeps, adds to and overwrites. */
export const template = (role) =>
  some({
    apiVersion: fc.constant('v1'),
    kind: fc.constant('Pod'),
    metadata: sometimes(metadata),
    spec: fc.option(spec(role), { nil: undefined, freq: 50 }),
  });
