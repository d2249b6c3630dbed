/**
 * The fields of a pod and their types, as the Kubernetes API defines them: `s` text, `i` whole number, `m` one that may be octal, `l` long whole number (a fraction is cut off), `b` boolean,
 * `q` quantity, `I` number or text, `*` anything, `[x` list of x, `{x` map of x, `4.1+x` x since that Spark's client, otherwise a type of this table.
 */
const FIELDS: Readonly<Record<string, string>> = {
  AWSElasticBlockStoreVolumeSource: 'fsType:s partition:i readOnly:b volumeID:s',
  Affinity: 'nodeAffinity:NodeAffinity podAffinity:PodAffinity podAntiAffinity:PodAntiAffinity',
  AppArmorProfile: 'localhostProfile:s type:s',
  AzureDiskVolumeSource: 'cachingMode:s diskName:s diskURI:s fsType:s kind:s readOnly:b',
  AzureFileVolumeSource: 'readOnly:b secretName:s shareName:s',
  CSIVolumeSource: 'driver:s fsType:s nodePublishSecretRef:LocalObjectReference readOnly:b volumeAttributes:{s',
  Capabilities: 'add:[s drop:[s',
  CephFSVolumeSource: 'monitors:[s path:s readOnly:b secretFile:s secretRef:LocalObjectReference user:s',
  CinderVolumeSource: 'fsType:s readOnly:b secretRef:LocalObjectReference volumeID:s',
  ClusterTrustBundleProjection: 'labelSelector:LabelSelector name:s optional:b path:s signerName:s',
  ConfigMapEnvSource: 'name:s optional:b',
  ConfigMapKeySelector: 'key:s name:s optional:b',
  ConfigMapProjection: 'items:[KeyToPath name:s optional:b',
  ConfigMapVolumeSource: 'defaultMode:m items:[KeyToPath name:s optional:b',
  Container:
    'args:[s command:[s env:[EnvVar envFrom:[EnvFromSource image:s imagePullPolicy:s lifecycle:Lifecycle livenessProbe:Probe name:s ports:[ContainerPort readinessProbe:Probe resizePolicy:4.0+[ContainerResizePolicy resources:ResourceRequirements restartPolicy:4.0+s restartPolicyRules:4.2+[ContainerRestartRule securityContext:SecurityContext startupProbe:Probe stdin:b stdinOnce:b terminationMessagePath:s terminationMessagePolicy:s tty:b volumeDevices:[VolumeDevice volumeMounts:[VolumeMount workingDir:s',
  ContainerPort: 'containerPort:i hostIP:s hostPort:i name:s protocol:s',
  ContainerResizePolicy: 'resourceName:s restartPolicy:s',
  ContainerRestartRule: 'action:s exitCodes:ContainerRestartRuleOnExitCodes',
  ContainerRestartRuleOnExitCodes: 'operator:s values:[i',
  DownwardAPIProjection: 'items:[DownwardAPIVolumeFile',
  DownwardAPIVolumeFile: 'fieldRef:ObjectFieldSelector mode:m path:s resourceFieldRef:ResourceFieldSelector',
  DownwardAPIVolumeSource: 'defaultMode:m items:[DownwardAPIVolumeFile',
  EmptyDirVolumeSource: 'medium:s sizeLimit:q',
  EnvFromSource: 'configMapRef:ConfigMapEnvSource prefix:s secretRef:SecretEnvSource',
  EnvVar: 'name:s value:s valueFrom:EnvVarSource',
  EnvVarSource:
    'configMapKeyRef:ConfigMapKeySelector fieldRef:ObjectFieldSelector fileKeyRef:4.2+FileKeySelector resourceFieldRef:ResourceFieldSelector secretKeyRef:SecretKeySelector',
  EphemeralContainer:
    'args:[s command:[s env:[EnvVar envFrom:[EnvFromSource image:s imagePullPolicy:s lifecycle:Lifecycle livenessProbe:Probe name:s ports:[ContainerPort readinessProbe:Probe resizePolicy:4.0+[ContainerResizePolicy resources:ResourceRequirements restartPolicy:4.0+s restartPolicyRules:4.2+[ContainerRestartRule securityContext:SecurityContext startupProbe:Probe stdin:b stdinOnce:b targetContainerName:s terminationMessagePath:s terminationMessagePolicy:s tty:b volumeDevices:[VolumeDevice volumeMounts:[VolumeMount workingDir:s',
  EphemeralVolumeSource: 'volumeClaimTemplate:PersistentVolumeClaimTemplate',
  ExecAction: 'command:[s',
  FCVolumeSource: 'fsType:s lun:i readOnly:b targetWWNs:[s wwids:[s',
  FileKeySelector: 'key:s optional:b path:s volumeName:s',
  FlexVolumeSource: 'driver:s fsType:s options:{s readOnly:b secretRef:LocalObjectReference',
  FlockerVolumeSource: 'datasetName:s datasetUUID:s',
  GCEPersistentDiskVolumeSource: 'fsType:s partition:i pdName:s readOnly:b',
  GRPCAction: 'port:i service:s',
  GitRepoVolumeSource: 'directory:s repository:s revision:s',
  GlusterfsVolumeSource: 'endpoints:s path:s readOnly:b',
  HTTPGetAction: 'host:s httpHeaders:[HTTPHeader path:s port:I scheme:s',
  HTTPHeader: 'name:s value:s',
  HostAlias: 'hostnames:[s ip:s',
  HostPathVolumeSource: 'path:s type:s',
  ISCSIVolumeSource:
    'chapAuthDiscovery:b chapAuthSession:b fsType:s initiatorName:s iqn:s iscsiInterface:s lun:i portals:[s readOnly:b secretRef:LocalObjectReference targetPortal:s',
  ImageVolumeSource: 'pullPolicy:s reference:s',
  KeyToPath: 'key:s mode:m path:s',
  LabelSelector: 'matchExpressions:[LabelSelectorRequirement matchLabels:{s',
  LabelSelectorRequirement: 'key:s operator:s values:[s',
  Lifecycle: 'postStart:LifecycleHandler preStop:LifecycleHandler stopSignal:4.1+s',
  LifecycleHandler: 'exec:ExecAction httpGet:HTTPGetAction sleep:4.0+SleepAction tcpSocket:TCPSocketAction',
  LocalObjectReference: 'name:s',
  ManagedFieldsEntry: 'apiVersion:s fieldsType:s fieldsV1:* manager:s operation:s subresource:s time:s',
  NFSVolumeSource: 'path:s readOnly:b server:s',
  NodeAffinity:
    'preferredDuringSchedulingIgnoredDuringExecution:[PreferredSchedulingTerm requiredDuringSchedulingIgnoredDuringExecution:NodeSelector',
  NodeSelector: 'nodeSelectorTerms:[NodeSelectorTerm',
  NodeSelectorRequirement: 'key:s operator:s values:[s',
  NodeSelectorTerm: 'matchExpressions:[NodeSelectorRequirement matchFields:[NodeSelectorRequirement',
  ObjectFieldSelector: 'apiVersion:s fieldPath:s',
  ObjectMeta:
    'annotations:{s creationTimestamp:s deletionGracePeriodSeconds:l deletionTimestamp:s finalizers:[s generateName:s generation:l labels:{s managedFields:[ManagedFieldsEntry name:s namespace:s ownerReferences:[OwnerReference resourceVersion:s selfLink:s uid:s',
  OwnerReference: 'apiVersion:s blockOwnerDeletion:b controller:b kind:s name:s uid:s',
  PersistentVolumeClaimSpec:
    'accessModes:[s dataSource:TypedLocalObjectReference dataSourceRef:TypedObjectReference resources:VolumeResourceRequirements selector:LabelSelector storageClassName:s volumeAttributesClassName:4.0+s volumeMode:s volumeName:s',
  PersistentVolumeClaimTemplate: 'metadata:ObjectMeta spec:PersistentVolumeClaimSpec',
  PersistentVolumeClaimVolumeSource: 'claimName:s readOnly:b',
  PhotonPersistentDiskVolumeSource: 'fsType:s pdID:s',
  Pod: 'apiVersion:s kind:s metadata:ObjectMeta spec:PodSpec status:PodStatus',
  PodAffinity:
    'preferredDuringSchedulingIgnoredDuringExecution:[WeightedPodAffinityTerm requiredDuringSchedulingIgnoredDuringExecution:[PodAffinityTerm',
  PodAffinityTerm:
    'labelSelector:LabelSelector matchLabelKeys:4.0+[s mismatchLabelKeys:4.0+[s namespaceSelector:LabelSelector namespaces:[s topologyKey:s',
  PodAntiAffinity:
    'preferredDuringSchedulingIgnoredDuringExecution:[WeightedPodAffinityTerm requiredDuringSchedulingIgnoredDuringExecution:[PodAffinityTerm',
  PodCertificateProjection:
    'certificateChainPath:s credentialBundlePath:s keyPath:s keyType:s maxExpirationSeconds:i signerName:s userAnnotations:{s',
  PodDNSConfig: 'nameservers:[s options:[PodDNSConfigOption searches:[s',
  PodDNSConfigOption: 'name:s value:s',
  PodOS: 'name:s',
  PodReadinessGate: 'conditionType:s',
  PodResourceClaim: 'name:s resourceClaimName:4.0+s resourceClaimTemplateName:4.0+s',
  PodSchedulingGate: 'name:s',
  PodStatus: 'hostIP:s message:s nominatedNodeName:s phase:s podIP:s qosClass:s reason:s resize:4.0+s startTime:s',
  PodSecurityContext:
    'appArmorProfile:4.0+AppArmorProfile fsGroup:l fsGroupChangePolicy:s runAsGroup:l runAsNonRoot:b runAsUser:l seLinuxChangePolicy:4.0+s seLinuxOptions:SELinuxOptions seccompProfile:SeccompProfile supplementalGroups:[l supplementalGroupsPolicy:4.0+s sysctls:[Sysctl windowsOptions:WindowsSecurityContextOptions',
  PodSpec:
    'activeDeadlineSeconds:l affinity:Affinity automountServiceAccountToken:b containers:[Container dnsConfig:PodDNSConfig dnsPolicy:s enableServiceLinks:b ephemeralContainers:[EphemeralContainer hostAliases:[HostAlias hostIPC:b hostNetwork:b hostPID:b hostUsers:b hostname:s hostnameOverride:4.2+s imagePullSecrets:[LocalObjectReference initContainers:[Container nodeName:s nodeSelector:{s os:PodOS overhead:{q preemptionPolicy:s priority:i priorityClassName:s readinessGates:[PodReadinessGate resourceClaims:[PodResourceClaim resources:4.0+ResourceRequirements restartPolicy:s runtimeClassName:s schedulerName:s schedulingGates:[PodSchedulingGate securityContext:PodSecurityContext serviceAccount:s serviceAccountName:s setHostnameAsFQDN:b shareProcessNamespace:b subdomain:s terminationGracePeriodSeconds:l tolerations:[Toleration topologySpreadConstraints:[TopologySpreadConstraint volumes:[Volume workloadRef:4.2+WorkloadReference',
  PortworxVolumeSource: 'fsType:s readOnly:b volumeID:s',
  PreferredSchedulingTerm: 'preference:NodeSelectorTerm weight:i',
  Probe:
    'exec:ExecAction failureThreshold:i grpc:GRPCAction httpGet:HTTPGetAction initialDelaySeconds:i periodSeconds:i successThreshold:i tcpSocket:TCPSocketAction terminationGracePeriodSeconds:l timeoutSeconds:i',
  ProjectedVolumeSource: 'defaultMode:m sources:[VolumeProjection',
  QuobyteVolumeSource: 'group:s readOnly:b registry:s tenant:s user:s volume:s',
  RBDVolumeSource: 'fsType:s image:s keyring:s monitors:[s pool:s readOnly:b secretRef:LocalObjectReference user:s',
  ResourceClaim: 'name:s request:4.0+s',
  ResourceFieldSelector: 'containerName:s divisor:q resource:s',
  ResourceRequirements: 'claims:[ResourceClaim limits:{q requests:{q',
  SELinuxOptions: 'level:s role:s type:s user:s',
  ScaleIOVolumeSource:
    'fsType:s gateway:s protectionDomain:s readOnly:b secretRef:LocalObjectReference sslEnabled:b storageMode:s storagePool:s system:s volumeName:s',
  SeccompProfile: 'localhostProfile:s type:s',
  SecretEnvSource: 'name:s optional:b',
  SecretKeySelector: 'key:s name:s optional:b',
  SecretProjection: 'items:[KeyToPath name:s optional:b',
  SecretVolumeSource: 'defaultMode:m items:[KeyToPath optional:b secretName:s',
  SecurityContext:
    'allowPrivilegeEscalation:b appArmorProfile:4.0+AppArmorProfile capabilities:Capabilities privileged:b procMount:s readOnlyRootFilesystem:b runAsGroup:l runAsNonRoot:b runAsUser:l seLinuxOptions:SELinuxOptions seccompProfile:SeccompProfile windowsOptions:WindowsSecurityContextOptions',
  ServiceAccountTokenProjection: 'audience:s expirationSeconds:l path:s',
  SleepAction: 'seconds:l',
  StorageOSVolumeSource: 'fsType:s readOnly:b secretRef:LocalObjectReference volumeName:s volumeNamespace:s',
  Sysctl: 'name:s value:s',
  TCPSocketAction: 'host:s port:I',
  Toleration: 'effect:s key:s operator:s tolerationSeconds:l value:s',
  TopologySpreadConstraint:
    'labelSelector:LabelSelector matchLabelKeys:[s maxSkew:i minDomains:i nodeAffinityPolicy:s nodeTaintsPolicy:s topologyKey:s whenUnsatisfiable:s',
  TypedLocalObjectReference: 'apiGroup:s kind:s name:s',
  TypedObjectReference: 'apiGroup:s kind:s name:s namespace:s',
  Volume:
    'awsElasticBlockStore:AWSElasticBlockStoreVolumeSource azureDisk:AzureDiskVolumeSource azureFile:AzureFileVolumeSource cephfs:CephFSVolumeSource cinder:CinderVolumeSource configMap:ConfigMapVolumeSource csi:CSIVolumeSource downwardAPI:DownwardAPIVolumeSource emptyDir:EmptyDirVolumeSource ephemeral:EphemeralVolumeSource fc:FCVolumeSource flexVolume:FlexVolumeSource flocker:FlockerVolumeSource gcePersistentDisk:GCEPersistentDiskVolumeSource gitRepo:GitRepoVolumeSource glusterfs:GlusterfsVolumeSource hostPath:HostPathVolumeSource image:4.0+ImageVolumeSource iscsi:ISCSIVolumeSource name:s nfs:NFSVolumeSource persistentVolumeClaim:PersistentVolumeClaimVolumeSource photonPersistentDisk:PhotonPersistentDiskVolumeSource portworxVolume:PortworxVolumeSource projected:ProjectedVolumeSource quobyte:QuobyteVolumeSource rbd:RBDVolumeSource scaleIO:ScaleIOVolumeSource secret:SecretVolumeSource storageos:StorageOSVolumeSource vsphereVolume:VsphereVirtualDiskVolumeSource',
  VolumeDevice: 'devicePath:s name:s',
  VolumeMount: 'mountPath:s mountPropagation:s name:s readOnly:b recursiveReadOnly:4.0+s subPath:s subPathExpr:s',
  VolumeProjection:
    'clusterTrustBundle:4.0+ClusterTrustBundleProjection configMap:ConfigMapProjection downwardAPI:DownwardAPIProjection podCertificate:4.2+PodCertificateProjection secret:SecretProjection serviceAccountToken:ServiceAccountTokenProjection',
  VolumeResourceRequirements: 'limits:{q requests:{q',
  VsphereVirtualDiskVolumeSource: 'fsType:s storagePolicyID:s storagePolicyName:s volumePath:s',
  WeightedPodAffinityTerm: 'podAffinityTerm:PodAffinityTerm weight:i',
  WindowsSecurityContextOptions: 'gmsaCredentialSpec:s gmsaCredentialSpecName:s hostProcess:b runAsUserName:s',
  WorkloadReference: 'name:s podGroup:s podGroupReplicaKey:s',
};

/** What a value of a pod may be. */
export type Shape =
  | { readonly kind: 'text' | 'whole' | 'mode' | 'long' | 'boolean' | 'quantity' | 'number-or-text' | 'anything' }
  | { readonly kind: 'list' | 'map'; readonly of: Shape }
  /** What clients of an older Spark pass on as it is. */
  | { readonly kind: 'late'; readonly since: string; readonly of: Shape }
  | { readonly kind: 'object'; readonly fields: ReadonlyMap<string, Shape> };

const SCALARS: Readonly<Record<string, Shape>> = {
  s: { kind: 'text' },
  i: { kind: 'whole' },
  m: { kind: 'mode' },
  l: { kind: 'long' },
  b: { kind: 'boolean' },
  q: { kind: 'quantity' },
  I: { kind: 'number-or-text' },
  '*': { kind: 'anything' },
};

const objects = new Map<string, Shape>();

function shape(notation: string): Shape {
  if (notation.startsWith('[')) return { kind: 'list', of: shape(notation.slice(1)) };
  if (notation.startsWith('{')) return { kind: 'map', of: shape(notation.slice(1)) };
  const [, line, late] = /^(\d\.\d)\+(.+)$/.exec(notation) ?? [];
  if (line !== undefined) return { kind: 'late', since: line, of: shape(late) };
  const scalar = SCALARS[notation];
  if (scalar) return scalar;
  const known = objects.get(notation);
  if (known) return known;
  const fields = new Map<string, Shape>();
  const object: Shape = { kind: 'object', fields };
  objects.set(notation, object); // before its fields: types may hold each other
  for (const field of FIELDS[notation].split(' ')) {
    const colon = field.indexOf(':');
    fields.set(field.slice(0, colon), shape(field.slice(colon + 1)));
  }
  return object;
}

/** A pod. */
export const POD_SHAPE: Shape = shape('Pod');
