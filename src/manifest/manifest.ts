import { ApiObject, type ApiObjectMetadata, JsonPatch } from 'cdk8s';
import type { Construct } from 'constructs';
import { refuse } from '../problem';
import { isClusterScoped } from './cluster-scoped';
import { type JsonObject, type JsonValue, mergeAt, sortKeys, toPlainJson } from './json';

/** What stands in every manifest. */
export interface ManifestIdentity {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: ApiObjectMetadata & { readonly name: string };
}

/** Paths that overrides leave alone. */
const IDENTITY_PATHS = ['', 'apiVersion', 'kind', 'metadata', 'metadata.name', 'metadata.namespace'];

/** A change made after rendering. */
export interface ManifestOverride {
  readonly path: string;
  readonly value: JsonValue;
}

/**
 * The one ApiObject through which every construct of this library renders.
 *
 * - The body is a function: it runs at synth, so that whatever was added to the construct until then is seen.
 * - Names are contracts: `metadata.name` is always stated, never generated from construct ids.
 * - Cluster-scoped kinds carry no namespace (a stock Chart stamps its own on them).
 * - Overrides are merged after rendering, so fields that our types do not know survive.
 */
export class Manifest extends ApiObject {
  /** What {@link addOverride} was called with, in order. */
  readonly overrides: ManifestOverride[] = [];
  private readonly jsonPatches: JsonPatch[] = [];

  /** Whether a construct is a Manifest (`instanceof` answers for every ApiObject). */
  static isManifest(construct: unknown): construct is Manifest {
    return construct instanceof ApiObject && Array.isArray((construct as Manifest).overrides);
  }

  /** @param body everything but apiVersion, kind and metadata; called at synth. */
  constructor(
    scope: Construct,
    id: string,
    identity: ManifestIdentity,
    private readonly body: () => object,
  ) {
    super(scope, id, identity);
  }

  /**
   * Merges a value at a path of the rendered object, making parents that are missing. Objects are merged key by key,
   * lists and scalars replaced, `null` removes nothing but is written. A dot inside a key is written `\.`.
   *
   * @throws Error when the path is part of the object's identity.
   */
  addOverride(path: string, value: JsonValue): void {
    if (IDENTITY_PATHS.includes(path))
      refuse(this, [
        {
          message: `override path ${JSON.stringify(path)} would change what the object is; other objects refer to it by that`,
          fix: 'write a path below spec, metadata.labels or metadata.annotations; names and namespaces are props',
        },
      ]);
    this.overrides.push({ path, value });
  }

  /** JSON patches (RFC 6902) are applied last, to the rendered object, so no field is lost on the way. */
  override addJsonPatch(...operations: JsonPatch[]): void {
    this.jsonPatches.push(...operations);
  }

  override toJson(): JsonObject {
    const { apiVersion, kind } = this;
    const metadata = toPlainJson(this.metadata.toJson());
    if (isClusterScoped(apiVersion, kind)) delete metadata['namespace'];
    const rendered: JsonObject = { apiVersion, kind, metadata, ...toPlainJson(this.body()) };
    const overridden = this.overrides.reduce((object, { path, value }) => mergeAt(object, path, value), rendered);
    return sortKeys(JsonPatch.apply(overridden, ...this.jsonPatches) as JsonObject);
  }
}
