import { familiesOf, type KeyFamily, type Spec } from './family';

const spark = familiesOf('spark');

/** What Spark reads below `….volumes.<type>.<name>.` for every type, and the options of each. */
const VOLUME: readonly Spec[] = [
  ['mount.path', 'string', '2.4.0'],
  ['mount.subPath', 'string', '3.0.0'],
  ['mount.subPathExpr', 'string', '4.0.0'],
  ['mount.readOnly', 'boolean', '2.4.0'],
];
const VOLUME_TYPES: Readonly<Record<string, readonly Spec[]>> = {
  hostPath: [
    ['options.path', 'string', '2.4.0'],
    ['options.type', 'string', '4.0.0'],
  ],
  emptyDir: [
    ['options.medium', 'string', '2.4.0'],
    ['options.sizeLimit', 'string', '2.4.0'],
  ],
  nfs: [
    ['options.path', 'string', '3.1.0'],
    ['options.server', 'string', '3.1.0'],
  ],
  persistentVolumeClaim: [
    ['options.claimName', 'string', '2.4.0'],
    ['options.storageClass', 'string', '3.1.0'],
    ['options.sizeLimit', 'string', '3.1.0'],
    ['label.<label>', 'string', '4.0.0'],
    ['annotation.<annotation>', 'string', '4.0.0'],
  ],
};

const kubernetesRoles = ['driver', 'executor'].flatMap((role) => [
  ...spark(`spark.kubernetes.${role}.`, [
    ['label.<label>', 'string', '2.3.0'],
    ['annotation.<annotation>', 'string', '2.3.0'],
    ['node.selector.<label>', 'string', '3.3.0'],
    ['secrets.<secret>', 'string', '2.3.0'],
    ['secretKeyRef.<variable>', 'string', '2.4.0'],
  ]),
  ...Object.entries(VOLUME_TYPES).flatMap(([type, options]) =>
    spark(`spark.kubernetes.${role}.volumes.${type}.<volume>.`, [...VOLUME, ...options]),
  ),
]);

const kubernetes = spark('spark.kubernetes.', [
  ['driverEnv.<variable>', 'string', '2.3.0'],
  ['node.selector.<label>', 'string', '2.3.0'],
  ['driver.service.label.<label>', 'string', '3.4.0'],
  ['driver.service.annotation.<annotation>', 'string', '3.0.0'],
  ['executor.hadoopConfigMapName', 'string', ''],
  ['scheduler.volcano.podGroupTemplateFile', 'string', '3.3.0'],
  ['scheduler.volcano.podGroupTemplateJson', 'string', ''],
]);

/** How each Kubernetes client of Spark authenticates; a token's text is not read from a mounted file's family. */
const kubernetesClients = (
  [
    ['authenticate', '2.4.0', true],
    ['authenticate.submission', '2.3.0', true],
    ['authenticate.driver', '2.3.0', true],
    ['authenticate.driver.mounted', '2.3.0', false],
  ] as const
).flatMap(([client, since, token]) =>
  spark(`spark.kubernetes.${client}.`, [
    ['caCertFile', 'string', since],
    ['clientKeyFile', 'string', since],
    ['clientCertFile', 'string', since],
    ['oauthTokenFile', 'string', since],
    ...(token ? ([['oauthToken', 'string', since]] as const) : []),
  ]),
);

/** Spark's families on Kubernetes. */
export const KUBERNETES_FAMILIES: readonly KeyFamily[] = [...kubernetesRoles, ...kubernetes, ...kubernetesClients];
