/**
 * What the operator's CRDs do not describe: a pod template, which they keep as it is and which the operator reads with its
 * Kubernetes types (k8s.io/api 0.32, core/v1/types.go). Its parts that the roles of an application also have are named as there.
 */
export const POD_TEMPLATE = [
  'PodTemplate { metadata*: ObjectMeta; spec*: PodSpec }',
  [
    'ObjectMeta { name: string; generateName: string; namespace: string; selfLink: string; uid: string; resourceVersion: string',
    'generation: int64; creationTimestamp: time; deletionTimestamp: time; deletionGracePeriodSeconds: int64; labels: {string}',
    'annotations: {string}; ownerReferences: [OwnerReference]; finalizers: [string]; managedFields: [any] }',
  ].join('; '),
  'OwnerReference { apiVersion*: string; kind*: string; name*: string; uid*: string; controller: boolean; blockOwnerDeletion: boolean }',
  [
    'PodSpec { volumes: [Volume]; initContainers: [Container]; containers*: [Container]; ephemeralContainers: [EphemeralContainer]',
    'restartPolicy: string; terminationGracePeriodSeconds: int64; activeDeadlineSeconds: int64; dnsPolicy: string',
    'nodeSelector: {string}; serviceAccountName: string; serviceAccount: string; automountServiceAccountToken: boolean',
    'nodeName: string; hostNetwork: boolean; hostPID: boolean; hostIPC: boolean; shareProcessNamespace: boolean',
    'securityContext: PodSecurityContext; imagePullSecrets: [ObjectName]; hostname: string; subdomain: string; affinity: Affinity',
    'schedulerName: string; tolerations: [Toleration]; hostAliases: [HostAlias]; priorityClassName: string; priority: int32',
    'dnsConfig: DnsConfig; readinessGates: [ReadinessGate]; runtimeClassName: string; enableServiceLinks: boolean',
    'preemptionPolicy: string; overhead: {quantity}; topologySpreadConstraints: [TopologySpreadConstraint]',
    'setHostnameAsFQDN: boolean; os: ObjectName; hostUsers: boolean; schedulingGates: [ObjectName]',
    'resourceClaims: [PodResourceClaim]; resources: Resources }',
  ].join('; '),
  'ObjectName { name: string }',
  'ReadinessGate { conditionType*: string }',
  'PodResourceClaim { name*: string; resourceClaimName: string; resourceClaimTemplateName: string }',
  [
    'TopologySpreadConstraint { maxSkew*: int32; topologyKey*: string; whenUnsatisfiable*: string; labelSelector: LabelSelector',
    'minDomains: int32; nodeAffinityPolicy: string; nodeTaintsPolicy: string; matchLabelKeys: [string] }',
  ].join('; '),
];
