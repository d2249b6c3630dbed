import fc from 'fast-check';
import * as parts from './containers.mjs';
import { annotations, cpu, labelKeys, labelValue, manifest, mapOf, maybe, smallMemory, some, variables } from './kit.mjs';
import { mountsOf } from './volumes.mjs';

const text = (...values) => fc.constantFrom(...values);

/** What a driver and an executor have in common. */
const common = (role, volumeNames) => ({
  template: maybe(parts.template(role), 2),
  cores: maybe(fc.integer({ min: 1, max: 8 })),
  coreRequest: maybe(cpu),
  coreLimit: maybe(text('8', '9000m', '16')),
  memory: maybe(smallMemory),
  memoryLimit: maybe(
    fc.oneof(
      { weight: 12, arbitrary: text('8g', '16Gi', '9000m', '8192mb', '12000000k', '17179869184') },
      { weight: 1, arbitrary: text('8G', '9000000000b', '100m') },
    ),
    3,
  ),
  memoryOverhead: maybe(fc.oneof({ weight: 9, arbitrary: text('384m', '1g', '512M') }, { weight: 1, arbitrary: text('100') })),
  gpu: maybe(fc.record({ name: text('nvidia.com/gpu', 'amd.com/gpu', ''), quantity: fc.integer({ min: 0, max: 3 }) }), 3),
  image: maybe(text('registry.example/other:2', '')),
  configMaps: maybe(
    some([
      { name: 'settings', path: '/etc/settings' },
      { name: `long-${'n'.repeat(56)}`, path: '/etc/long' },
      { name: 'other', path: '/etc/other' },
    ]),
    3,
  ),
  secrets: maybe(
    some([
      { name: 'plain', path: '/etc/plain', secretType: 'Generic' },
      { name: 'google', path: '/etc/google/', secretType: 'GCPServiceAccount' },
      { name: 'hadoop', path: '/etc//hadoop/../token', secretType: 'HadoopDelegationToken' },
      { name: 'unknown', path: '/etc/unknown', secretType: 'Other' },
    ]),
    3,
  ),
  env: maybe(parts.env, 2),
  envVars: maybe(mapOf(variables, text('', 'x', 'a=b', 'two words')), 2),
  envFrom: maybe(parts.envFrom, 3),
  envSecretKeyRefs: maybe(mapOf(variables, fc.record({ name: text('credentials'), key: text('password', 'a.b') })), 3),
  labels: maybe(mapOf(labelKeys, labelValue)),
  annotations: maybe(annotations),
  volumeMounts: maybe(mountsOf(volumeNames)),
  affinity: maybe(parts.affinity, 3),
  tolerations: maybe(parts.tolerations, 2),
  podSecurityContext: maybe(parts.podSecurityContext, 2),
  securityContext: maybe(parts.securityContext, 2),
  schedulerName: maybe(text('my-scheduler', ''), 3),
  sidecars: maybe(parts.sidecars, 2),
  initContainers: maybe(parts.initContainers, 2),
  hostNetwork: maybe(fc.boolean(), 3),
  dnsConfig: maybe(parts.dnsConfig, 3),
  terminationGracePeriodSeconds: maybe(fc.constantFrom(0, 60), 3),
  serviceAccount: maybe(text('spark', 'etl')),
  hostAliases: maybe(parts.hostAliases, 3),
  shareProcessNamespace: maybe(fc.boolean(), 3),
  javaOptions: maybe(text('-Dx=y -XX:+UseG1GC', '', '-Dquoted="a b"'), 2),
  lifecycle: maybe(parts.lifecycle, 3),
  ports: maybe(
    some([
      { name: 'http', protocol: 'TCP', containerPort: 8081 },
      { name: 'gossip', protocol: 'UDP', containerPort: 9999 },
    ]),
    3,
  ),
  priorityClassName: maybe(text('high', 'low', ''), 3),
});

export const driver = (volumeNames) =>
  manifest({
    ...common('driver', volumeNames),
    podName: maybe(text('my-driver', 'x'), 4),
    kubernetesMaster: maybe(text('k8s://https://example.com'), 4),
    serviceLabels: maybe(mapOf(['team', 'tier'], text('data', '')), 3),
    serviceAnnotations: maybe(mapOf(['note', 'a/b'], text('x', 'two words')), 3),
  });

export const executor = (volumeNames) =>
  manifest({
    ...common('executor', volumeNames),
    instances: maybe(fc.integer({ min: 1, max: 20 })),
    deleteOnTermination: maybe(fc.boolean(), 2),
  });
