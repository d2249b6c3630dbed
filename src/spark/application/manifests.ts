import type { SparkApplicationSpec } from '../../../imports/spark-operator';
import type { JsonObject } from '../../manifest';
import { toPlainJson } from '../../manifest';
import { standardLabels } from '../../naming';
import { MEBIBYTE, printJvmMemory } from '../../quantity';
import { RUN_LABEL, RUN_ONCE, RUN_STREAMING, UNKNOWN_CONF_ANNOTATION } from '../../registry/labels';
import type { SparkConf } from '../conf';
import type { ISparkServiceAccounts } from '../service-accounts';
import type { ResolvedSize } from '../size/resolve';
import { podTemplate } from './pod-template';
import type { SparkApplicationProps } from './props';
import type { ResolvedSizes } from './resolve';
import { RestartPolicy } from './restart-policy';
import { REVISION_ANNOTATION, SparkRun } from './run';
import { SparkSource } from './source';

/** Annotation of the driver with the hash of a program that is kept in a ConfigMap. */
export const SOURCE_HASH_ANNOTATION = 'cdk8s-spark-platform/source-hash';

/** Everything that a SparkApplication is rendered from. */
export interface ApplicationModel {
  readonly name: string;
  readonly namespace: string;
  readonly props: SparkApplicationProps;
  readonly sizes: ResolvedSizes;
  readonly conf: SparkConf;
  readonly serviceAccounts: ISparkServiceAccounts;
}

/** Name of the ConfigMap with the program of an application. */
export function sourceConfigMapName(application: string): string {
  return `${application}-source`;
}

/** The labels of the application, which the operator copies to its pods. */
export function applicationLabels({ name, props }: Pick<ApplicationModel, 'name' | 'props'>): { [key: string]: string } {
  const run = props.run ?? SparkRun.once();
  return {
    ...standardLabels({ name, component: 'spark-application', version: props.runtime.version }),
    ...props.labels,
    // What an orchestrator makes of a template ends like any other single run.
    [RUN_LABEL]: run._kind === 'streaming' ? RUN_STREAMING : RUN_ONCE,
  };
}

/** The annotations of the application: the user's, and which keys of its configuration no registry has. */
export function applicationAnnotations({
  props,
  conf,
}: Pick<ApplicationModel, 'props' | 'conf'>): { [key: string]: string } | undefined {
  const allowed = [...conf._allowed].filter(([key]) => conf.get(key) !== undefined).sort();
  if (allowed.length === 0) return props.annotations === undefined ? undefined : { ...props.annotations };
  return { ...props.annotations, [UNKNOWN_CONF_ANNOTATION]: JSON.stringify(Object.fromEntries(allowed)) };
}

/** The spec of the SparkApplication. */
export function applicationSpec(model: ApplicationModel): JsonObject {
  const { name, props, sizes, serviceAccounts } = model;
  const { runtime, source, executors } = props;
  const run = props.run ?? SparkRun.once();
  const policy = props.restartPolicy ?? (run._kind === 'streaming' ? RestartPolicy.always() : RestartPolicy.never());
  const bounds = executors._bounds;
  return toPlainJson({
    type: source._type,
    mode: 'cluster',
    sparkVersion: runtime.version,
    image: runtime.image,
    imagePullPolicy: runtime.imagePullPolicy,
    imagePullSecrets: runtime.imagePullSecrets.length > 0 ? runtime.imagePullSecrets : undefined,
    mainApplicationFile: source._mainApplicationFile,
    mainClass: source._mainClass,
    arguments: source._arguments.length > 0 ? source._arguments : undefined,
    sparkConf: model.conf.toMap(),
    restartPolicy: policy._toJson(),
    timeToLiveSeconds: run._timeToLiveSeconds,
    driver: {
      ...roleFields(sizes.driver, serviceAccounts.driverName),
      template: podTemplate({
        ...placement(props),
        role: 'driver',
        annotations: driverAnnotations(props, run),
        source:
          source._code === undefined
            ? undefined
            : { configMap: sourceConfigMapName(name), directory: SparkSource._sourceDirectory },
      }),
    },
    executor: {
      ...roleFields(sizes.executor, serviceAccounts.executorName),
      instances: executors._count,
      template: podTemplate({ ...placement(props), role: 'executor', annotations: props.annotations ?? {} }),
    },
    dynamicAllocation:
      bounds === undefined
        ? undefined
        : {
            enabled: true,
            minExecutors: bounds.minimum,
            initialExecutors: bounds.initial ?? bounds.minimum,
            maxExecutors: bounds.maximum,
            shuffleTrackingEnabled: true,
            shuffleTrackingTimeout: bounds.shuffleTrackingTimeout?.toMilliseconds(),
          },
  } satisfies SparkApplicationSpec);
}

function roleFields(size: ResolvedSize, serviceAccount: string) {
  return {
    cores: size.cores,
    coreRequest: size.coreRequest,
    coreLimit: size.coreLimit,
    memory: printJvmMemory(size.heapMib * MEBIBYTE),
    memoryOverhead: size.overheadMib === undefined ? undefined : printJvmMemory(size.overheadMib * MEBIBYTE),
    serviceAccount,
  };
}

function placement(props: SparkApplicationProps) {
  return {
    security: props.podSecurity ?? {},
    tolerations: (props.tolerations ?? []).map((toleration) => toleration._toJson()),
    nodeSelector: props.nodeSelector ?? {},
    affinity: props.affinity === undefined ? undefined : toPlainJson(props.affinity),
    priorityClassName: props.priorityClassName,
  };
}

/** Annotations of the driver: a change of one of them changes the spec, upon which the operator runs the application again. */
function driverAnnotations(props: SparkApplicationProps, run: SparkRun): { [key: string]: string } {
  const hash = props.source._codeHash;
  return {
    ...props.annotations,
    ...(run._revision === undefined ? {} : { [REVISION_ANNOTATION]: run._revision }),
    ...(hash === undefined ? {} : { [SOURCE_HASH_ANNOTATION]: hash }),
  };
}
