import { type JsonObject, merge, objectAt } from '../../manifest';
import { parseCpu, parseMemory } from '../../quantity';
import { helmChartName } from '../../registry/helm-charts';
import { chartDefaults, SPARK_OPERATOR_CHART_VERSION } from '../../registry/spark-operator-chart';
import { sparkOperatorNames } from './names';

/** Pods of one Deployment of a release. */
export interface HelmReleasePods {
  /** The Deployment's name. */
  readonly name: string;
  /** Pods at rest. */
  readonly count: number;
  /** Pods beside them during an update: Kubernetes' default of 25 %, rounded up. */
  readonly surge: number;
  /** CPU request of one pod, in millicores. */
  readonly cpuRequestMillis: number;
  /** CPU limit of one pod, in millicores; undefined when one of its containers has none. */
  readonly cpuLimitMillis?: number;
  /** Memory request of one pod, in bytes. */
  readonly memoryRequestBytes: number;
  /** Memory limit of one pod, in bytes; undefined when one of its containers has none. */
  readonly memoryLimitBytes?: number;
  readonly image: string;
}

/** The pods that an emitted HelmRelease of the operator's chart runs; none for other charts and objects. */
export function helmReleasePods(helmRelease: JsonObject): HelmReleasePods[] {
  if (helmRelease['kind'] !== 'HelmRelease' || helmChartName(helmRelease) !== 'spark-operator') return [];
  const spec = objectAt(helmRelease, 'spec');
  const values = merge(chartDefaults() as JsonObject, objectAt(spec, 'values')) as JsonObject;
  const releaseName = String(spec['releaseName'] ?? objectAt(helmRelease, 'metadata')['name']);
  const names = sparkOperatorNames({
    releaseName,
    nameOverride: text(values, 'nameOverride'),
    fullnameOverride: text(values, 'fullnameOverride'),
  });
  const image = objectAt(values, 'image');
  const version = objectAt(objectAt(spec, 'chart'), 'spec')['version'] ?? SPARK_OPERATOR_CHART_VERSION;
  const reference = `${image['registry']}/${image['repository']}:${image['tag'] || version}`;
  const webhook = objectAt(values, 'webhook');
  const controller = deploymentPods(names.controller, objectAt(values, 'controller'), reference);
  return webhook['enable'] === false ? [controller] : [controller, deploymentPods(names.webhook, webhook, reference)];
}

function deploymentPods(name: string, part: JsonObject, image: string): HelmReleasePods {
  const containers = [part, ...((part['sidecars'] ?? []) as JsonObject[])].map((container) => objectAt(container, 'resources'));
  const count = Number(part['replicas'] ?? 1);
  const sum = (side: string, key: string, parse: (text: string) => number | undefined): number | undefined => {
    const amounts = containers.map((resources) => {
      // Kubernetes takes the limit for a request that is not stated.
      const stated = objectAt(resources, side)[key] ?? (side === 'requests' ? objectAt(resources, 'limits')[key] : undefined);
      return stated === undefined || stated === null ? undefined : parse(String(stated));
    });
    if (side === 'limits' && amounts.includes(undefined)) return undefined;
    return amounts.reduce<number>((total, amount) => total + (amount ?? 0), 0);
  };
  const cpuLimitMillis = sum('limits', 'cpu', parseCpu);
  const memoryLimitBytes = sum('limits', 'memory', parseMemory);
  return {
    name,
    count,
    surge: Math.ceil(count * 0.25),
    cpuRequestMillis: sum('requests', 'cpu', parseCpu) as number,
    ...(cpuLimitMillis === undefined ? {} : { cpuLimitMillis }),
    memoryRequestBytes: sum('requests', 'memory', parseMemory) as number,
    ...(memoryLimitBytes === undefined ? {} : { memoryLimitBytes }),
    image,
  };
}

const text = (parent: JsonObject, key: string): string => String(parent[key] ?? '');
