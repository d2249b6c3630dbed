import type { KustomizationSpec } from '../../imports/flux';
import type { JsonObject } from '../manifest';
import { type HealthExpression, healthExpressions } from './health';
import type { FluxSourceKind, VariableSource } from './kinds';

/** What one unit's Flux Kustomization is made of. */
export interface FluxKustomizationModel {
  readonly name: string;
  readonly namespace: string;
  /** Folder of the unit inside the source. */
  readonly path: string;
  readonly sourceRef: { readonly kind: FluxSourceKind; readonly name: string; readonly namespace?: string };
  /** Names of the Kustomizations that must be ready first. */
  readonly dependsOn: readonly string[];
  /** How long Flux waits for the unit's objects to become ready, as a Go duration. */
  readonly timeout: string;
  /** The objects of the unit; the health expressions follow from them. */
  readonly objects: readonly JsonObject[];
  /** Names of ConfigMaps and Secrets that hold the values of variables; undefined when the unit uses none. */
  readonly substituteFrom?: readonly VariableSource[];
}

/**
 * The Flux Kustomization of a unit.
 *
 * Interval, retry interval, prune and wait are the values of Flux's reference repository (clusters/production):
 * drift is corrected hourly, a failed unit tried again after two minutes.
 */
export function fluxKustomization(model: FluxKustomizationModel): JsonObject {
  const health: readonly HealthExpression[] = healthExpressions(model.objects);
  return {
    apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
    kind: 'Kustomization',
    metadata: { name: model.name, namespace: model.namespace },
    spec: {
      ...(model.dependsOn.length > 0 && { dependsOn: model.dependsOn.map((name) => ({ name })) }),
      ...(health.length > 0 && { healthCheckExprs: health.map((expression) => ({ ...expression })) }),
      interval: '1h',
      path: model.path,
      ...(model.substituteFrom && { postBuild: { substituteFrom: model.substituteFrom.map((source) => ({ ...source })) } }),
      prune: true,
      retryInterval: '2m',
      sourceRef: { ...model.sourceRef },
      timeout: model.timeout,
      wait: true,
    } satisfies KustomizationSpec,
  };
}

/** The kustomize file of a folder: every file, sorted. Without it Flux would take each YAML below the path for a manifest. */
export function kustomizeFile(resources: readonly string[]): JsonObject {
  return { apiVersion: 'kustomize.config.k8s.io/v1beta1', kind: 'Kustomization', resources: [...resources].sort() };
}
