import fc from 'fast-check';
import { entries, ofRoles, oneOf, rarely, some, sometimes, together } from './kit.mjs';

const nodeKey = oneOf('disk', 'kubernetes.io/arch', 'pool', 'zone');
const nodeValue = oneOf('ssd', 'amd64', 'spark', 'a', '');

/** Which nodes, which scheduler. */
export const placement = together(
  entries('spark.kubernetes.node.selector.', nodeKey, nodeValue, 3),
  entries('spark.kubernetes.driver.node.selector.', nodeKey, nodeValue, 2),
  entries('spark.kubernetes.executor.node.selector.', nodeKey, nodeValue, 2),
  some({
    'spark.kubernetes.scheduler.name': rarely(oneOf('volcano', 'yunikorn')),
    'spark.kubernetes.driver.scheduler.name': rarely(oneOf('driver-scheduler')),
    'spark.kubernetes.executor.scheduler.name': rarely(oneOf('executor-scheduler')),
    'spark.kubernetes.executor.podDeletionCost': rarely(oneOf('5')),
  }),
);

const PREFIX = 'spark.kubernetes.authenticate.driver.';

/** Who the pods are: service accounts, and credentials for the API server. */
export const identity = some({
  [`${PREFIX}serviceAccountName`]: sometimes(oneOf('spark', 'driver-account')),
  'spark.kubernetes.authenticate.executor.serviceAccountName': rarely(oneOf('executor-account')),
  'spark.kubernetes.authenticate.serviceAccountName': rarely(oneOf('client-account')),
  'spark.kubernetes.authenticate.submission.oauthToken': rarely(oneOf('submission-token')),
  [`${PREFIX}oauthToken`]: rarely(oneOf('driver-token', 'ü')),
  [`${PREFIX}caCertFile`]: rarely(oneOf('@FILES@/ca.crt')),
  [`${PREFIX}clientKeyFile`]: rarely(oneOf('@FILES@/client.key')),
  [`${PREFIX}clientCertFile`]: rarely(oneOf('@FILES@/client.crt')),
  [`${PREFIX}mounted.oauthTokenFile`]: rarely(oneOf('/mnt/token')),
  [`${PREFIX}mounted.caCertFile`]: rarely(oneOf('/mnt/ca.crt')),
  [`${PREFIX}mounted.clientKeyFile`]: rarely(oneOf('/mnt/client.key')),
});

const tokenSecret = oneOf(
  {},
  { 'spark.kubernetes.kerberos.tokenSecret.name': 'tokens', 'spark.kubernetes.kerberos.tokenSecret.itemKey': 'hadoop.token' },
);
const krb5 = oneOf(
  {},
  { 'spark.kubernetes.kerberos.krb5.configMapName': 'krb5' },
  { 'spark.kubernetes.kerberos.krb5.path': '@FILES@/krb5.conf' },
);

const keytab = oneOf(
  {},
  { 'spark.kerberos.principal': 'me@EXAMPLE.COM', 'spark.kerberos.keytab': 'local:///etc/me.keytab' },
  { 'spark.kerberos.renewal.credentials': 'ccache', 'spark.security.credentials.hive.enabled': 'false' },
);

/** Hadoop's and Kerberos' configuration. */
export const hadoop = together(
  tokenSecret,
  keytab,
  krb5,
  some({ 'spark.kubernetes.hadoop.configMapName': rarely(oneOf('hadoop-conf')) }),
);

const dynamicAllocation = some({
  'spark.dynamicAllocation.enabled': oneOf('true', 'false'),
  'spark.dynamicAllocation.minExecutors': rarely(oneOf('0', '1')),
  'spark.dynamicAllocation.initialExecutors': rarely(oneOf('2', '5')),
  'spark.dynamicAllocation.maxExecutors': rarely(oneOf('5', '20')),
  'spark.dynamicAllocation.shuffleTracking.enabled': rarely(oneOf('true', 'false')),
});

/** How many executors, and how they end. */
export const lifecycle = together(
  rarely(dynamicAllocation).map((conf) => conf ?? {}),
  some({
    'spark.executor.instances': sometimes(oneOf('1', '2', '10')),
    'spark.decommission.enabled': sometimes(oneOf('true', 'false')),
    'spark.kubernetes.decommission.script': rarely(oneOf('/opt/stop.sh', '/opt/my script.sh')),
    'spark.kubernetes.executor.decommissionLabel': rarely(oneOf('going')),
    'spark.kubernetes.executor.decommissionLabelValue': rarely(oneOf('yes')),
    'spark.storage.decommission.enabled': rarely(oneOf('true')),
    'spark.kubernetes.executor.deleteOnTermination': rarely(oneOf('true', 'false')),
    'spark.kubernetes.executor.terminationGracePeriodSeconds': rarely(oneOf('60s', '5', '2m', '0')),
    'spark.kubernetes.appKillPodDeletionGracePeriod': rarely(oneOf('10s')),
    'spark.kubernetes.dynamicAllocation.deleteGracePeriod': rarely(oneOf('5s')),
    'spark.kubernetes.submission.waitAppCompletion': rarely(oneOf('true', 'false')),
    'spark.kubernetes.executor.disableConfigMap': rarely(oneOf('true', 'false')),
    'spark.kubernetes.allocation.batch.size': rarely(oneOf('20')),
    'spark.kubernetes.allocation.pods.allocator': rarely(oneOf('direct', 'statefulset', 'deployment')),
    'spark.yarn.executor.memoryOverhead': rarely(oneOf('700', '1g')),
    'spark.yarn.driver.memoryOverhead': rarely(oneOf('600')),
    'spark.yarn.access.namenodes': rarely(oneOf('hdfs://nn')),
    'spark.yarn.maxAppAttempts': rarely(oneOf('2')),
  }),
);

const VOLCANO = 'org.apache.spark.deploy.k8s.features.VolcanoFeatureStep';
const podGroup = 'spark.kubernetes.scheduler.volcano.podGroupTemplateFile';

/** Volcano's step, which some lines of Spark have and others refuse. */
export const volcano = fc
  .record({ roles: fc.subarray(['driver', 'executor'], { minLength: 1 }), template: sometimes(oneOf('@FILES@/group.yaml')) })
  .map(({ roles, template }) => ({
    'spark.kubernetes.scheduler.name': 'volcano',
    ...Object.fromEntries(roles.map((role) => [`spark.kubernetes.${role}.pod.featureSteps`, VOLCANO])),
    ...(template === undefined ? {} : { [podGroup]: template }),
  }));

const FEATURES = 'org.apache.spark.deploy.k8s.features.';

/** Features of Spark's own that are left out; a key of 4.1. */
export const excludedFeatures = ofRoles((role) =>
  rarely(
    fc.uniqueArray(
      oneOf(
        'BasicDriverFeatureStep',
        'BasicExecutorFeatureStep',
        'DriverCommandFeatureStep',
        'NetworkPolicyFeatureStep',
        'LocalDirsFeatureStep',
        'MountVolumesFeatureStep',
        'EnvSecretsFeatureStep',
        'MountSecretsFeatureStep',
        'HadoopConfDriverFeatureStep',
        'HadoopConfExecutorFeatureStep',
        'KerberosConfDriverFeatureStep',
        'DriverKubernetesCredentialsFeatureStep',
        'ExecutorKubernetesCredentialsFeatureStep',
        'PodTemplateConfigMapStep',
        'DriverServiceFeatureStep',
        'NoSuchStep',
      ),
      { minLength: 1, maxLength: 3 },
    ),
  ).map((names) =>
    names === undefined
      ? {}
      : { [`spark.kubernetes.${role}.pod.excludedFeatureSteps`]: names.map((name) => FEATURES + name).join(',') },
  ),
);
