import type { Application, ApplicationSpec, Dependencies, Role } from './application';
import { conf, confOf, listOption, option } from './arguments';
import { withBatchScheduling } from './batch-scheduling';
import { withDefaults } from './defaults';
import { CONTAINER_NAME } from './labels';
import { withMonitoring } from './monitoring';
import { driverArguments, executorArguments } from './role-arguments';
import { type OperatorSettings, resolveSettings } from './settings';
import { podTemplates, type RoleTemplates } from './templates';
import { withWebUi } from './web-ui';

const DRIVER_POD_NAME = 'spark.kubernetes.driver.pod.name';

/** How the operator calls spark-submit. */
export interface OperatorSubmission {
  /** The arguments, in the operator's order; in its own maps it follows no order. */
  readonly arguments: readonly string[];
  /** The pod template files that the arguments name. */
  readonly templates: RoleTemplates;
  /** The application as it was submitted: with the webhook's defaults and with what the controller adds. */
  readonly application: Application;
}

/**
 * The call of spark-submit for an application: sparkConf first, typed fields after it, so that they win
 * (spark-operator 2.5.2, internal/controller/sparkapplication/submission.go).
 *
 * @throws OperatorRefusal when the operator could not build the arguments
 */
export function submitArguments(application: Application, settings: OperatorSettings = {}): OperatorSubmission {
  const { webhook, apiServer, submissionId, uiIngressUrlFormat, batchScheduling, loadSparkDefaults } = resolveSettings(settings);
  const stored = webhook ? withDefaults(application) : application;
  const monitored = withMonitoring(withWebUi(stored, uiIngressUrlFormat));
  const submitted = withBatchScheduling(monitored, batchScheduling);
  const { name, namespace, spec } = submitted;
  return {
    application: submitted,
    templates: podTemplates(submitted),
    arguments: [
      ...['--master', `k8s://${apiServer}`, '--deploy-mode', spec.mode ?? ''],
      ...option('--class', spec.mainClass),
      ...['--name', name],
      ...(loadSparkDefaults ? ['--load-spark-defaults'] : []),
      ...dependencyArguments(spec.deps ?? {}),
      ...conf([
        ['spark.kubernetes.namespace', namespace],
        ['spark.kubernetes.container.image', spec.image || undefined],
        ['spark.kubernetes.container.image.pullPolicy', spec.imagePullPolicy || undefined],
        ['spark.kubernetes.container.image.pullSecrets', spec.imagePullSecrets?.join(',') || undefined],
        ['spark.kubernetes.pyspark.pythonVersion', spec.pythonVersion || undefined],
        ['spark.kubernetes.memoryOverheadFactor', spec.memoryOverheadFactor || undefined],
        ['spark.kubernetes.submission.waitAppCompletion', 'false'],
      ]),
      ...confOf('', withoutKey(spec.sparkConf, DRIVER_POD_NAME)),
      ...confOf('spark.hadoop.', spec.hadoopConf),
      ...templateArguments('driver', submissionId),
      ...conf([[DRIVER_POD_NAME, driverPodName(submitted)]]),
      ...driverArguments(submitted, submissionId),
      ...templateArguments('executor', submissionId),
      ...executorArguments(submitted, submissionId),
      ...confOf('spark.kubernetes.node.selector.', spec.nodeSelector),
      ...dynamicAllocationArguments(spec),
      ...option('--proxy-user', spec.proxyUser || undefined),
      ...(spec.mainApplicationFile === undefined ? [] : [spec.mainApplicationFile]),
      ...(spec.arguments ?? []),
    ],
  };
}

/** Name of the driver's pod: its own field, else the key of Spark, else `<application>-driver`. */
export function driverPodName({ name, spec }: Application): string {
  return spec.driver.podName || spec.sparkConf?.[DRIVER_POD_NAME] || `${name}-driver`;
}

function dependencyArguments(deps: Dependencies): string[] {
  return [
    ...listOption('--jars', deps.jars),
    ...listOption('--packages', deps.packages),
    ...listOption('--exclude-packages', deps.excludePackages),
    ...listOption('--repositories', deps.repositories),
    ...listOption('--py-files', deps.pyFiles),
    ...listOption('--files', deps.files),
    ...listOption('--archives', deps.archives),
  ];
}

function templateArguments(role: Role, submissionId: string): string[] {
  return conf([
    [`spark.kubernetes.${role}.podTemplateFile`, `/tmp/spark/${submissionId}/${role}-pod-template.yaml`],
    [`spark.kubernetes.${role}.podTemplateContainerName`, CONTAINER_NAME[role]],
  ]);
}

function dynamicAllocationArguments({ dynamicAllocation }: ApplicationSpec): string[] {
  if (!dynamicAllocation?.enabled) return [];
  const { initialExecutors, minExecutors, maxExecutors, shuffleTrackingEnabled, shuffleTrackingTimeout } = dynamicAllocation;
  return confOf('spark.dynamicAllocation.', {
    enabled: 'true',
    ...texts({ initialExecutors, minExecutors, maxExecutors }),
    'shuffleTracking.enabled': String(shuffleTrackingEnabled ?? true),
    ...texts({ 'shuffleTracking.timeout': shuffleTrackingTimeout }),
  });
}

function texts(numbers: Readonly<Record<string, number | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(numbers)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => [key, String(value)]),
  );
}

function withoutKey(texts: Readonly<Record<string, string>> | undefined, left: string): Record<string, string> {
  return Object.fromEntries(Object.entries(texts ?? {}).filter(([key]) => key !== left));
}
