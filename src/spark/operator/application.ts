import type { JsonObject } from '../../manifest';
import { type FieldProblem, readFields } from './fields';
import { OperatorRefusal } from './refusal';

/** The two kinds of pods of an application. */
export type Role = 'driver' | 'executor';

/** Texts by key, as Kubernetes and Spark have them. */
export type Texts = Readonly<Record<string, string>>;

interface SecretMount {
  readonly name: string;
  readonly path: string;
  readonly secretType?: string;
}

/** A port as the operator's own schema has it. */
export interface PortSpec {
  readonly name: string;
  readonly protocol: string;
  readonly containerPort: number;
}

/** A volume mount; `name` refers to a volume of the application. */
export type VolumeMount = JsonObject & { readonly name: string; readonly mountPath: string };

/** A volume of the application. */
export type Volume = JsonObject & { readonly name: string };

/** What a driver and an executor can both have, as far as pods are concerned (`SparkPodSpec` and what both roles repeat). */
export interface RoleSpec {
  readonly template?: JsonObject;
  readonly cores?: number;
  readonly coreRequest?: string;
  readonly coreLimit?: string;
  readonly memory?: string;
  readonly memoryLimit?: string;
  readonly memoryOverhead?: string;
  readonly gpu?: { readonly name: string; readonly quantity: number };
  readonly image?: string;
  readonly configMaps?: ReadonlyArray<{ readonly name: string; readonly path: string }>;
  readonly secrets?: readonly SecretMount[];
  readonly env?: readonly JsonObject[];
  readonly envVars?: Texts;
  readonly envFrom?: readonly JsonObject[];
  readonly envSecretKeyRefs?: Readonly<Record<string, { readonly name: string; readonly key: string }>>;
  readonly labels?: Texts;
  readonly annotations?: Texts;
  readonly volumeMounts?: readonly VolumeMount[];
  readonly affinity?: JsonObject;
  readonly tolerations?: readonly JsonObject[];
  readonly podSecurityContext?: JsonObject;
  readonly securityContext?: JsonObject;
  readonly schedulerName?: string;
  readonly sidecars?: readonly JsonObject[];
  readonly initContainers?: readonly JsonObject[];
  readonly hostNetwork?: boolean;
  readonly nodeSelector?: Texts;
  readonly dnsConfig?: JsonObject;
  readonly terminationGracePeriodSeconds?: number;
  readonly serviceAccount?: string;
  readonly hostAliases?: readonly JsonObject[];
  readonly shareProcessNamespace?: boolean;
  readonly javaOptions?: string;
  readonly lifecycle?: JsonObject;
  readonly ports?: readonly PortSpec[];
  readonly priorityClassName?: string;
}

/** What only a driver has. */
export interface DriverSpec extends RoleSpec {
  readonly podName?: string;
  readonly kubernetesMaster?: string;
  readonly serviceLabels?: Texts;
  readonly serviceAnnotations?: Texts;
}

/** What only an executor has. */
export interface ExecutorSpec extends RoleSpec {
  readonly instances?: number;
  readonly deleteOnTermination?: boolean;
}

/** Libraries and files that spark-submit brings along. */
export interface Dependencies {
  readonly jars?: readonly string[];
  readonly packages?: readonly string[];
  readonly excludePackages?: readonly string[];
  readonly repositories?: readonly string[];
  readonly pyFiles?: readonly string[];
  readonly files?: readonly string[];
  readonly archives?: readonly string[];
}

/** Dynamic allocation by its own field. */
export interface DynamicAllocation {
  readonly enabled?: boolean;
  readonly initialExecutors?: number;
  readonly minExecutors?: number;
  readonly maxExecutors?: number;
  readonly shuffleTrackingEnabled?: boolean;
  readonly shuffleTrackingTimeout?: number;
}

/** Metrics of the pods; nothing happens without `prometheus`. */
export interface Monitoring {
  readonly exposeDriverMetrics?: boolean;
  readonly exposeExecutorMetrics?: boolean;
  readonly metricsPropertiesFile?: string;
  readonly prometheus?: {
    readonly jmxExporterJar: string;
    readonly port?: number;
    readonly portName?: string;
    readonly configFile?: string;
  };
}

/** What the operator reads of a SparkApplication to make pods. */
export interface ApplicationSpec {
  readonly type?: string;
  readonly mode?: string;
  readonly sparkVersion: string;
  readonly mainClass?: string;
  readonly mainApplicationFile?: string;
  readonly arguments?: readonly string[];
  readonly image?: string;
  readonly imagePullPolicy?: string;
  readonly imagePullSecrets?: readonly string[];
  readonly sparkConf?: Texts;
  readonly hadoopConf?: Texts;
  readonly sparkConfigMap?: string;
  readonly hadoopConfigMap?: string;
  readonly volumes?: readonly Volume[];
  readonly driver: DriverSpec;
  readonly executor: ExecutorSpec;
  readonly deps?: Dependencies;
  readonly nodeSelector?: Texts;
  readonly pythonVersion?: string;
  readonly memoryOverheadFactor?: string;
  readonly monitoring?: Monitoring;
  readonly batchScheduler?: string;
  readonly batchSchedulerOptions?: { readonly queue?: string };
  readonly dynamicAllocation?: DynamicAllocation;
  readonly proxyUser?: string;
  readonly driverIngressOptions?: ReadonlyArray<{ readonly servicePort?: number; readonly ingressURLFormat?: string }>;
}

/** A SparkApplication as the operator sees it. */
export interface Application {
  readonly name: string;
  readonly namespace: string;
  /** Given by the API server. */
  readonly uid: string;
  readonly labels: Texts;
  readonly annotations: Texts;
  readonly spec: ApplicationSpec;
  /** What is wrong with the fields of its manifest. */
  readonly problems: readonly FieldProblem[];
}

/** Of the manifests that this room reads. */
export const API_VERSION = 'sparkoperator.k8s.io/v1beta2';

/** The UID of an application that no API server has seen: real shape, all zeros. */
export const UNKNOWN_UID = '00000000-0000-0000-0000-000000000000';

/**
 * Reads a manifest as it is stored: a `null` counts as absent, what the operator does not know is left out.
 *
 * @param manifest kind SparkApplication, `sparkoperator.k8s.io/v1beta2`; without a namespace it is taken for one in `default`
 * @throws OperatorRefusal when it is something else
 */
export function readApplication(manifest: JsonObject): Application {
  const { apiVersion, kind } = manifest;
  if (apiVersion !== API_VERSION || kind !== 'SparkApplication') {
    throw new OperatorRefusal(
      'admission',
      `apiVersion ${apiVersion} and kind ${kind} are not those of a SparkApplication of the Kubeflow operator`,
      `write apiVersion: ${API_VERSION} and kind: SparkApplication`,
    );
  }
  const { object, problems } = readFields(manifest, 'SparkApplication');
  const { metadata, spec } = object as { readonly metadata?: Metadata; readonly spec?: ApplicationSpec };
  const { namespace = 'default', uid = UNKNOWN_UID, labels = {}, annotations = {} } = metadata ?? {};
  const name = nameOf(metadata ?? {});
  const isNamed = name !== '' || problems.some(({ effect, path }) => effect === 'refused' && path.startsWith('metadata'));
  return {
    ...{ name, namespace, uid, labels, annotations },
    spec: { sparkVersion: '', ...spec, driver: spec?.driver ?? {}, executor: spec?.executor ?? {} },
    problems: isNamed ? problems : [...problems, NAMELESS],
  };
}

interface Metadata {
  readonly name?: string;
  readonly generateName?: string;
  readonly namespace?: string;
  readonly uid?: string;
  readonly labels?: Texts;
  readonly annotations?: Texts;
}

const NAMELESS: FieldProblem = {
  effect: 'refused',
  path: 'metadata.name',
  problem: 'metadata.name is missing',
  fix: 'add it',
};

/** What the API server appends to `generateName`: five letters and digits, zeros here. */
const GENERATED = '00000';
const LONGEST_GENERATED = 63;

function nameOf({ name, generateName }: Metadata): string {
  if (name !== undefined) return name;
  return generateName === undefined ? '' : generateName.slice(0, LONGEST_GENERATED - GENERATED.length) + GENERATED;
}
