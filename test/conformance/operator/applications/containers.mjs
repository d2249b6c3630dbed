import fc from 'fast-check';
import { cpu, manifest, mapOf, maybe, size, some, variables } from './kit.mjs';

/** Parts of pods that the operator hands on as they are. */

const variable = fc.oneof(
  manifest({ name: fc.constantFrom(...variables), value: maybe(fc.constantFrom('', 'x', '$(A)/y', 'two words')) }),
  fc.record({
    name: fc.constantFrom(...variables),
    valueFrom: fc.constantFrom(
      { secretKeyRef: { name: 'credentials', key: 'password' } },
      { configMapKeyRef: { name: 'settings', key: 'x', optional: false } },
      { fieldRef: { fieldPath: 'metadata.name' } },
      { resourceFieldRef: { resource: 'limits.memory', divisor: '1024Ki' } },
    ),
  }),
);

export const env = fc.uniqueArray(variable, { selector: ({ name }) => name, minLength: 1, maxLength: 3 });

export const envFrom = some([
  { configMapRef: { name: 'settings' } },
  { secretRef: { name: 'credentials', optional: true }, prefix: 'P_' },
]);

const resources = manifest({
  limits: maybe(fc.record({ cpu, memory: size })),
  requests: maybe(fc.record({ cpu: fc.constantFrom('0.05', '10m'), memory: fc.constantFrom('1Ki', '1') })),
});

/** A complete container beside Spark's, as a sidecar or before it. */
const containerOf = (...names) =>
  manifest({
    name: fc.constantFrom(...names),
    image: fc.constantFrom('busybox:1', 'proxy:2'),
    command: maybe(fc.constant(['sh', '-c', 'sleep 1'])),
    env: maybe(env),
    resources: maybe(resources),
    securityContext: maybe(fc.constant({ allowPrivilegeEscalation: false, readOnlyRootFilesystem: false })),
  });

const containersOf = (...names) =>
  fc.uniqueArray(containerOf(...names), { selector: ({ name }) => name, minLength: 1, maxLength: 2 });

export const sidecars = containersOf('log', 'metrics');
export const initContainers = containersOf('fetch', 'wait');

export const securityContext = manifest({
  runAsUser: maybe(fc.constantFrom(0, 185, 1000)),
  runAsNonRoot: maybe(fc.boolean()),
  allowPrivilegeEscalation: maybe(fc.constant(false)),
  capabilities: maybe(fc.constant({ drop: ['ALL'], add: ['NET_ADMIN'] })),
  seccompProfile: maybe(fc.constant({ type: 'RuntimeDefault' })),
});

export const podSecurityContext = manifest({
  fsGroup: maybe(fc.constantFrom(0, 185)),
  runAsUser: maybe(fc.constantFrom(185, 1000)),
  runAsNonRoot: maybe(fc.boolean()),
  supplementalGroups: maybe(fc.constant([1, 2])),
  fsGroupChangePolicy: maybe(fc.constant('OnRootMismatch')),
  sysctls: maybe(fc.constant([{ name: 'kernel.shm_rmid_forced', value: '1' }])),
});

const expressions = [
  { key: 'zone', operator: 'In', values: ['a', 'b'] },
  { key: 'gpu', operator: 'DoesNotExist', values: [] },
];

export const affinity = fc.constantFrom(
  {},
  {
    nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions: expressions }] } },
  },
  {
    podAntiAffinity: {
      preferredDuringSchedulingIgnoredDuringExecution: [
        {
          weight: 10,
          podAffinityTerm: {
            topologyKey: 'zone',
            namespaces: [],
            labelSelector: { matchLabels: { team: 'data', 'a.b/c': 'x' } },
          },
        },
      ],
    },
  },
);

export const tolerations = some([
  { key: 'spot', operator: 'Exists' },
  { key: 'spot', operator: 'Equal', value: 'true', effect: 'NoSchedule' },
  { key: 'spot', operator: 'Exists', value: '', effect: '' },
  { operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 30 },
]);

export const lifecycle = fc.constantFrom(
  { preStop: { exec: { command: ['sh', '-c', 'sync'] } } },
  { postStart: { httpGet: { port: 4040, path: '/' } }, preStop: { httpGet: { port: 'http', path: '/stop' } } },
  { preStop: { sleep: { seconds: 5 } } },
);

/** The last field is newer than the types with which the operator reads templates. */
const templateLifecycle = fc.oneof(lifecycle, fc.constant({ stopSignal: 'SIGUSR1' }));

const probe = manifest({
  exec: fc.constant({ command: ['true'] }),
  initialDelaySeconds: maybe(fc.constantFrom(0, 5)),
  periodSeconds: maybe(fc.constant(7)),
});

export const dnsConfig = fc.constantFrom(
  { nameservers: ['10.0.0.10'], searches: ['example.com'], options: [{ name: 'ndots', value: '2' }, { name: 'edns0' }] },
  { searches: ['x.example.com'] },
);

export const hostAliases = some([
  { ip: '10.1.2.3', hostnames: ['metastore', 'metastore.example.com'] },
  { ip: '10.1.2.4', hostnames: ['kafka'] },
]);

/** A pod template that states what Spark leaves alone and what it or the webhook overwrites. */
export const template = (role) =>
  manifest({
    metadata: maybe(
      manifest({
        labels: maybe(mapOf(['team', 'tier', 'sparkoperator.k8s.io/app-name'], fc.constantFrom('x', 'data'))),
        annotations: maybe(mapOf(['note', 'more'], fc.constantFrom('x', '', 'two words'))),
        ownerReferences: maybe(fc.constant([{ apiVersion: 'v1', kind: 'ConfigMap', name: 'o', uid: '1-2' }]), 5),
      }),
    ),
    spec: manifest({
      containers: fc
        .record({
          main: manifest({
            name: fc.oneof(
              { weight: 5, arbitrary: fc.constant(`spark-kubernetes-${role}`) },
              { weight: 1, arbitrary: fc.constantFrom('main', 'executor') },
            ),
            image: maybe(fc.constant('of-template:1')),
            env: maybe(env, 3),
            resources: maybe(resources),
            volumeMounts: maybe(fc.constant([{ name: 'scratch', mountPath: '/scratch', readOnly: false }])),
            imagePullPolicy: maybe(fc.constant('Always')),
            lifecycle: maybe(templateLifecycle, 4),
            livenessProbe: maybe(probe, 4),
            workingDir: maybe(fc.constant('/tmp'), 4),
          }),
          // sometimes one that the role has, too: the webhook then compares the images
          sidecar: maybe(containerOf('proxy', 'proxy', 'agent', 'agent', 'log')),
          first: fc.boolean(),
        })
        .map(({ main, sidecar, first }) => (sidecar === undefined ? [main] : first ? [sidecar, main] : [main, sidecar]))
        .chain((containers) => maybe(fc.constant(containers), 0.05)), // seldom none, on which Spark fails
      initContainers: maybe(containersOf('prepare', 'prepare', 'check', 'check', 'wait'), 3),
      volumes: fc.constant([{ name: 'scratch', emptyDir: { sizeLimit: '1000Mi' } }]),
      nodeSelector: maybe(mapOf(['zone', 'pool'], fc.constantFrom('a', 'b'))),
      tolerations: maybe(tolerations),
      affinity: maybe(affinity),
      securityContext: maybe(podSecurityContext),
      hostNetwork: maybe(fc.constant(false)),
      serviceAccountName: maybe(fc.constant('of-template')),
      automountServiceAccountToken: maybe(fc.constant(false)),
      terminationGracePeriodSeconds: maybe(fc.constantFrom(0, 5), 2),
      priorityClassName: maybe(fc.constant('low')),
      schedulerName: maybe(fc.constant('of-template')),
      enableServiceLinks: maybe(fc.boolean()),
      hostname: maybe(fc.constant('worker'), 4),
      setHostnameAsFQDN: maybe(fc.boolean(), 4),
      topologySpreadConstraints: maybe(
        fc.constant([
          { maxSkew: 1, topologyKey: 'zone', whenUnsatisfiable: 'ScheduleAnyway', labelSelector: { matchLabels: { a: 'b' } } },
        ]),
        4,
      ),
      imagePullSecrets: maybe(fc.constant([{ name: 'of-template' }]), 4),
      activeDeadlineSeconds: maybe(fc.constant(3600), 4),
    }),
  });
