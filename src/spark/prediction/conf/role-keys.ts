/** Keys that the driver and executors have alike, made once: they are looked up for every prediction. */
export interface RoleKeys {
  readonly memory: string;
  readonly memoryOverhead: string;
  readonly memoryOverheadFactor: string;
  readonly minMemoryOverhead: string;
  readonly defaultJavaOptions: string;
  readonly extraJavaOptions: string;
  readonly image: string;
  readonly requestCores: string;
  readonly limitCores: string;
  readonly schedulerName: string;
  readonly serviceAccountName: string;
  readonly templateFile: string;
  readonly templateContainer: string;
  readonly featureSteps: string;
  readonly excludedFeatureSteps: string;
  /** Prefixes, with the dot at their ends. */
  readonly label: string;
  readonly annotation: string;
  readonly nodeSelector: string;
  readonly secrets: string;
  readonly secretKeyRef: string;
  readonly volumes: string;
}

function keysOf(role: string): RoleKeys {
  const kubernetes = `spark.kubernetes.${role}`;
  return {
    memory: `spark.${role}.memory`,
    memoryOverhead: `spark.${role}.memoryOverhead`,
    memoryOverheadFactor: `spark.${role}.memoryOverheadFactor`,
    minMemoryOverhead: `spark.${role}.minMemoryOverhead`,
    defaultJavaOptions: `spark.${role}.defaultJavaOptions`,
    extraJavaOptions: `spark.${role}.extraJavaOptions`,
    image: `${kubernetes}.container.image`,
    requestCores: `${kubernetes}.request.cores`,
    limitCores: `${kubernetes}.limit.cores`,
    schedulerName: `${kubernetes}.scheduler.name`,
    serviceAccountName: `spark.kubernetes.authenticate.${role}.serviceAccountName`,
    templateFile: `${kubernetes}.podTemplateFile`,
    templateContainer: `${kubernetes}.podTemplateContainerName`,
    featureSteps: `${kubernetes}.pod.featureSteps`,
    excludedFeatureSteps: `${kubernetes}.pod.excludedFeatureSteps`,
    label: `${kubernetes}.label.`,
    annotation: `${kubernetes}.annotation.`,
    nodeSelector: `${kubernetes}.node.selector.`,
    secrets: `${kubernetes}.secrets.`,
    secretKeyRef: `${kubernetes}.secretKeyRef.`,
    volumes: `${kubernetes}.volumes.`,
  };
}

/** Who a pod is for. */
export type Role = 'driver' | 'executor';

/** The keys of each role. */
export const ROLE_KEYS: Readonly<Record<Role, RoleKeys>> = { driver: keysOf('driver'), executor: keysOf('executor') };
