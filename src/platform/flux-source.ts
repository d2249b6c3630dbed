/** Where Flux finds the synthesized tree in the cluster of an environment. */
export interface FluxSettings {
  /**
   * Kind of the source object: `GitRepository`, `OCIRepository`, `Bucket` or `ExternalArtifact`.
   * @default "GitRepository"
   */
  readonly sourceKind?: string;
  /**
   * Name of the source object, which the cluster's bootstrap made.
   * @default "flux-system"
   */
  readonly sourceName?: string;
  /**
   * Namespace of the source object and of the Kustomizations that synth writes.
   * @default "flux-system"
   */
  readonly namespace?: string;
  /**
   * Folder of the synthesized tree inside the source.
   * @default "./dist"
   */
  readonly path?: string;
  /**
   * Name of a ConfigMap (in the same namespace) that holds values of variables.
   * @default - none
   */
  readonly variablesConfigMap?: string;
  /**
   * Name of a Secret (in the same namespace) that holds values of variables.
   * @default - none
   */
  readonly variablesSecret?: string;
}
