import fc from 'fast-check';
import { oneOf, rarely, some, sometimes } from './kit.mjs';

const quantity = oneOf('1', '500m', '2', '0.5');
const memory = oneOf('1Gi', '512Mi', '2G');
const resources = some({
  limits: sometimes(
    some({
      cpu: sometimes(quantity),
      memory: rarely(memory),
      'nvidia.com/gpu': rarely(oneOf('1')),
      'ephemeral-storage': rarely(oneOf('10Gi')),
    }),
  ),
  requests: sometimes(some({ cpu: sometimes(quantity), memory: rarely(memory), 'ephemeral-storage': rarely(oneOf('1Gi')) })),
  claims: rarely(oneOf([{ name: 'device' }])),
});

const envEntry = fc.oneof(
  fc.record({
    name: oneOf('A', 'LANG', 'SPARK_USER', 'FROM_TEMPLATE', 'SPARK_EXECUTOR_MEMORY', 'TOKEN'),
    value: oneOf('t', '', '$(A)'),
  }),
  oneOf(
    { name: 'NODE', valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } },
    { name: 'LIMIT', valueFrom: { resourceFieldRef: { resource: 'limits.cpu' } } },
    { name: 'TOKEN', valueFrom: { secretKeyRef: { name: 's', key: 'k', optional: true } } },
    { name: 'CONFIG', valueFrom: { configMapKeyRef: { name: 'c', key: 'k' } } },
  ),
);
const port = oneOf(
  { name: 'metrics', containerPort: 9090, protocol: 'TCP' },
  { name: 'driver-rpc-port', containerPort: 1111 },
  { containerPort: 4040 },
  { name: 'blockmanager', containerPort: 7079, hostPort: 7079 },
);
const mount = oneOf(
  { name: 'data', mountPath: '/data' },
  { name: 'template-volume', mountPath: '/from-template', readOnly: true, subPath: 'x' },
  { name: 'spark-local-dir-1', mountPath: '/tmp/template' },
  { name: 'config', mountPath: '/etc/config' },
  { name: 'spark-conf-volume-driver', mountPath: '/elsewhere' },
);
const probe = oneOf(
  { httpGet: { path: '/', port: 4040 }, periodSeconds: 5 },
  { exec: { command: ['true'] } },
  { tcpSocket: { port: 'metrics' } },
);
const containerSecurity = some({
  runAsUser: rarely(oneOf(185, 0)),
  runAsNonRoot: rarely(fc.boolean()),
  allowPrivilegeEscalation: sometimes(fc.boolean()),
  readOnlyRootFilesystem: rarely(fc.boolean()),
  capabilities: rarely(oneOf({ drop: ['ALL'] }, { add: ['NET_ADMIN'], drop: [] })),
});

const common = {
  image: sometimes(oneOf('template/image:1', '')),
  imagePullPolicy: rarely(oneOf('Always')),
  command: rarely(oneOf(['sh', '-c', 'sleep 1'], [])),
  args: rarely(oneOf(['template', 'args'], ['driver'])),
  env: sometimes(fc.array(envEntry, { maxLength: 3 })),
  envFrom: rarely(oneOf([{ configMapRef: { name: 'env' } }], [{ secretRef: { name: 'env' }, prefix: 'P_' }])),
  ports: sometimes(fc.uniqueArray(port, { maxLength: 2 })),
  resources: sometimes(resources),
  volumeMounts: sometimes(fc.uniqueArray(mount, { maxLength: 3 })),
  volumeDevices: rarely(oneOf([{ name: 'raw', devicePath: '/dev/x' }])),
  securityContext: sometimes(containerSecurity),
  livenessProbe: rarely(probe),
  readinessProbe: rarely(probe),
  startupProbe: rarely(probe),
  lifecycle: sometimes(
    oneOf(
      { preStop: { exec: { command: ['sleep', '5'] } } },
      { postStart: { exec: { command: ['true'] } } },
      { preStop: { httpGet: { path: '/stop', port: 8080 } }, postStart: { exec: { command: ['true'] } } },
      {},
    ),
  ),
  workingDir: rarely(oneOf('/home/spark')),
  stdin: rarely(fc.boolean()),
  tty: rarely(fc.boolean()),
  terminationMessagePath: rarely(oneOf('/dev/log')),
  terminationMessagePolicy: rarely(oneOf('FallbackToLogsOnError')),
};

/** A container of a template; which names occur decides what Spark takes for its own. */
const container = (...names) => some({ name: oneOf(...names), ...common });

const plain = (...names) =>
  some({
    name: oneOf(...names),
    image: sometimes(oneOf('sidecar:1')),
    env: rarely(fc.array(envEntry, { maxLength: 2 })),
    ports: rarely(fc.constant([{ containerPort: 9000 }])),
    volumeMounts: rarely(fc.uniqueArray(mount, { maxLength: 1 })),
    resources: rarely(resources),
    restartPolicy: rarely(oneOf('Always')),
  });

/** The containers of a pod: Spark's own first, in the middle, last, unnamed or not there at all, with and without sidecars. */
export const containers = (role) => {
  const own = container(`spark-kubernetes-${role}`, `spark-kubernetes-${role}`, 'spark', 'main').chain((value) =>
    fc
      .boolean()
      .map((named) =>
        named || value.name === undefined ? value : Object.fromEntries(Object.entries(value).filter(([key]) => key !== 'name')),
      ),
  );
  return fc.oneof(
    { withCrossShrink: true },
    { weight: 4, arbitrary: own.map((one) => [one]) },
    { weight: 2, arbitrary: fc.tuple(own, plain('sidecar')).map((both) => both) },
    { weight: 2, arbitrary: fc.tuple(plain('sidecar'), own).map((both) => both) },
    { weight: 1, arbitrary: fc.tuple(plain('first'), own, plain('last')).map((all) => all) },
    { weight: 1, arbitrary: fc.constant([]) },
  );
};

/** Init containers. */
export const initContainers = fc.uniqueArray(plain('init-a', 'init-b'), {
  minLength: 1,
  maxLength: 2,
  selector: ({ name }) => name,
});
