/** One family of keys, or one key. */
export interface KeyFamily {
  /**
   * The key. `<name>` stands for one segment without a dot; at the end of the pattern for everything that follows, with dots
   * too (labels, properties of catalogs).
   */
  readonly pattern: string;
  /** The type of the value, as in the registries. */
  readonly type: string;
  /** The first version that reads it; empty when the engine does not say. */
  readonly since: string;
  /** Whose key it is: `spark`, `hadoop`, `iceberg`, `kyuubi`. */
  readonly engines: readonly string[];
  /** What a bare number counts, as in the registries. */
  readonly unit?: string;
}

/** A key's suffix, type, since and unit. */
export type Spec = readonly [suffix: string, type: string, since: string, unit?: string];

/** Families of one engine that share a prefix. */
export const familiesOf =
  (engine: string) =>
  (prefix: string, specs: readonly Spec[]): KeyFamily[] =>
    specs.map(([suffix, type, since, unit]) => ({
      pattern: prefix + suffix,
      type,
      since,
      engines: [engine],
      ...(unit === undefined ? {} : { unit }),
    }));
