import { apiGroup, type JsonObject } from '../manifest';
import { RUN_LABEL, RUN_STREAMING } from '../registry/labels';

/** One entry of a Flux Kustomization's `healthCheckExprs`. */
export interface HealthExpression {
  readonly apiVersion: string;
  readonly kind: string;
  readonly current: string;
  readonly failed: string;
}

/**
 * The health expressions that the objects of one Kustomization need.
 *
 * The SparkApplication CRD has neither conditions nor observedGeneration, so Flux's `wait: true` alone takes even a FAILED
 * application for ready. A batch run is current when COMPLETED, a stream when RUNNING. SUBMISSION_FAILED is not listed
 * under `failed`: the operator may still retry, and goes on to FAILED when it does not.
 * `has(status)` is an error in CEL (it wants a field), hence `has(status.applicationState)`.
 */
export function healthExpressions(objects: readonly JsonObject[]): HealthExpression[] {
  const applications = objects.filter(
    (object) => apiGroup(String(object['apiVersion'])) === 'sparkoperator.k8s.io' && object['kind'] === 'SparkApplication',
  );
  if (applications.length === 0) return [];
  const streaming = applications.filter(isStream).length;
  const state = 'status.applicationState.state';
  const stream = `'${RUN_LABEL}' in metadata.labels && metadata.labels['${RUN_LABEL}'] == '${RUN_STREAMING}'`;
  const current =
    streaming === 0
      ? `${state} == 'COMPLETED'`
      : streaming === applications.length
        ? `${state} == 'RUNNING'`
        : `${state} == (has(metadata.labels) && ${stream} ? 'RUNNING' : 'COMPLETED')`;
  return [
    {
      apiVersion: String((applications[0] as JsonObject)['apiVersion']),
      kind: 'SparkApplication',
      current: `has(status.applicationState) && ${current}`,
      failed: `has(status.applicationState) && ${state} == 'FAILED'`,
    },
  ];
}

function isStream(application: JsonObject): boolean {
  const labels = (application['metadata'] as JsonObject)['labels'] as JsonObject | undefined;
  return labels?.[RUN_LABEL] === RUN_STREAMING;
}
