import type { HelmReleaseSpec, HelmRepositorySpec, OCIRepositorySpec } from '../../../imports/flux';
import { type JsonObject, toPlainJson } from '../../manifest';

/** How often Flux looks again at what is pinned exactly: only drift and deletions can change it. */
const INTERVAL = '1h';

/** The apiVersions of Flux 2.9. */
export const HELM_RELEASE_API_VERSION = 'helm.toolkit.fluxcd.io/v2';
export const SOURCE_API_VERSION = 'source.toolkit.fluxcd.io/v1';

/** Another HelmRelease: one that has to be ready first. */
export interface HelmReleaseReference {
  /** Its name. */
  readonly name: string;
  /**
   * Its namespace.
   * @default - the namespace of the release that refers to it
   */
  readonly namespace?: string;
}

/** Body of a HelmRepository: an index over http(s). */
export function helmRepositoryBody(url: string): JsonObject {
  return { spec: { interval: INTERVAL, url } satisfies HelmRepositorySpec };
}

/**
 * Body of an OCIRepository that holds one chart. The layer is copied as it is: Helm needs the archive,
 * which Flux would otherwise unpack.
 */
export function ociRepositoryBody(url: string, version: string): JsonObject {
  const layerSelector = { mediaType: 'application/vnd.cncf.helm.chart.content.v1.tar+gzip', operation: 'copy' } as const;
  return { spec: { interval: INTERVAL, url, ref: { tag: version }, layerSelector } satisfies OCIRepositorySpec };
}

/** What a HelmRelease is made of, resolved. */
export interface HelmReleaseModel {
  readonly releaseName: string;
  /** `chart` or `chartRef`, see {@link ChartSource}. */
  readonly chart: JsonObject;
  /** Timeout of one Helm action, in seconds. */
  readonly timeoutSeconds: number;
  readonly dependsOn: readonly HelmReleaseReference[];
  readonly values: JsonObject;
}

/**
 * Body of a HelmRelease. CRDs are created and replaced (Flux skips them on upgrades by default, and the operator then reads
 * fields that the API server prunes); a failed action is tried again instead of being rolled back, so that the failure
 * stays visible; what somebody changes by hand is set back.
 */
export function helmReleaseBody(model: HelmReleaseModel): JsonObject {
  const action = { crds: 'CreateReplace', strategy: { name: 'RetryOnFailure' } } as const;
  const dependsOn = model.dependsOn.map(({ name, namespace }) => (namespace ? { name, namespace } : { name }));
  return toPlainJson({
    spec: {
      interval: INTERVAL,
      timeout: `${model.timeoutSeconds}s`,
      releaseName: model.releaseName,
      ...model.chart,
      ...(dependsOn.length > 0 ? { dependsOn } : {}),
      install: action,
      upgrade: action,
      driftDetection: { mode: 'enabled' },
      values: model.values,
    } satisfies HelmReleaseSpec,
  });
}
