/** A kind that a Flux Kustomization takes its manifests from. */
export type FluxSourceKind = 'GitRepository' | 'OCIRepository' | 'Bucket' | 'ExternalArtifact';

/** All of them, as the CRD of Flux 2.9 lists them. */
export const FLUX_SOURCE_KINDS: readonly FluxSourceKind[] = ['GitRepository', 'OCIRepository', 'Bucket', 'ExternalArtifact'];

/** An object that holds values of variables. */
export interface VariableSource {
  readonly kind: 'ConfigMap' | 'Secret';
  readonly name: string;
}
