import type { Construct } from 'constructs';
import { type JsonObject, Manifest } from '../../manifest';
import { dnsLabelProblem, dnsSubdomainProblem } from '../../naming';
import { type Problem, refuseValue } from '../../problem';
import { helmRepositoryBody, ociRepositoryBody, SOURCE_API_VERSION } from './manifests';

/** Kinds of Flux sources that hold Helm charts. */
export enum ChartSourceKind {
  /** An index over http(s) with many charts. */
  HELM_REPOSITORY = 'HelmRepository',
  /** One chart in an OCI registry. */
  OCI_REPOSITORY = 'OCIRepository',
}

/** Where a new source is and what its object is called. */
export interface ChartSourceOptions {
  /**
   * Address: `https://…` of a Helm repository, `oci://…` of one chart in a registry.
   * @default - the Kubeflow project's
   */
  readonly url?: string;
  /**
   * Name of the source object.
   * @default - "kubeflow" for a Helm repository, the name of the chart for an OCI repository
   */
  readonly name?: string;
}

/**
 * Where Flux takes a Helm chart from: a source object beside the release, or one that exists.
 */
export class ChartSource {
  /** A repository over http(s); the object is made in the release's namespace. */
  static helmRepository(options: ChartSourceOptions = {}): ChartSource {
    refuseValue('ChartSource.helmRepository', optionsProblems(options));
    const { url = 'https://kubeflow.github.io/spark-operator', name = 'kubeflow' } = options;
    refuseValue('ChartSource.helmRepository', [
      ...nameProblems(name),
      ...urlProblems(
        url,
        /^https?:\/\/[^\s/]+/,
        'https://…',
        String(url).startsWith('oci://') ? 'write ChartSource.ociRepository' : 'write https://…',
      ),
    ]);
    return new ChartSource(ChartSourceKind.HELM_REPOSITORY, name, undefined, url);
  }

  /** One chart in an OCI registry; the object is made in the release's namespace and pins the release's version as its tag. */
  static ociRepository(options: ChartSourceOptions = {}): ChartSource {
    refuseValue('ChartSource.ociRepository', optionsProblems(options));
    const { url = 'oci://ghcr.io/kubeflow/helm-charts/spark-operator', name } = options;
    refuseValue('ChartSource.ociRepository', [
      ...(name === undefined ? [] : nameProblems(name)),
      ...urlProblems(
        url,
        /^oci:\/\/[^\s/]+\/[^\s]+/,
        'oci://…',
        'write oci://<registry>/<path of the chart>, or ChartSource.helmRepository for https',
      ),
    ]);
    return new ChartSource(ChartSourceKind.OCI_REPOSITORY, name, undefined, url);
  }

  /** A source object that somebody else makes. An OCIRepository pins the version itself, so it has to be the release's. */
  static existing(kind: ChartSourceKind, name: string, namespace: string): ChartSource {
    refuseValue('ChartSource.existing', [
      ...kindProblems(kind),
      ...nameProblems(name),
      ...nameProblems(namespace, 'namespace', dnsLabelProblem),
    ]);
    return new ChartSource(kind, name, namespace);
  }

  private constructor(
    /** Kind of the source object. */
    readonly kind: ChartSourceKind,
    /** Name of the source object, where it is stated. */
    readonly name?: string,
    /** Namespace of a source that exists. */
    readonly namespace?: string,
    /** Address of a source that is made. */
    readonly url?: string,
  ) {}

  /**
   * Makes the source object where it is not an existing one, and answers the part of the HelmRelease that names the chart.
   * @internal
   */
  public _bind(
    scope: Construct,
    release: { chart: string; version: string; namespace: string; labels: { [key: string]: string } },
  ): JsonObject {
    const name = this.name ?? release.chart;
    const { url, kind, namespace } = this;
    if (url !== undefined) {
      const metadata = { name, namespace: release.namespace, labels: release.labels };
      const body = () =>
        kind === ChartSourceKind.HELM_REPOSITORY ? helmRepositoryBody(url) : ociRepositoryBody(url, release.version);
      new Manifest(scope, 'Source', { apiVersion: SOURCE_API_VERSION, kind, metadata }, body);
    }
    const reference: JsonObject = { kind, name, ...(namespace && namespace !== release.namespace ? { namespace } : {}) };
    if (kind === ChartSourceKind.OCI_REPOSITORY) return { chartRef: reference };
    return { chart: { spec: { chart: release.chart, version: release.version, interval: '1h', sourceRef: reference } } };
  }
}

function optionsProblems(options: unknown): Problem[] {
  const isMap = typeof options === 'object' && options !== null && !Array.isArray(options);
  return isMap
    ? []
    : [{ message: `options are ${JSON.stringify(options)}, expected a map`, fix: "write { url: '…' }, or leave them out" }];
}

function kindProblems(kind: unknown): Problem[] {
  const kinds: readonly unknown[] = Object.values(ChartSourceKind);
  return kinds.includes(kind)
    ? []
    : [{ message: `kind is ${JSON.stringify(kind)}, allowed are ${kinds.join(', ')}`, fix: 'write ChartSourceKind.…' }];
}

function nameProblems(name: unknown, property = 'name', rule = dnsSubdomainProblem): Problem[] {
  if (typeof name !== 'string')
    return [{ message: `${property} is ${JSON.stringify(name)}, expected a text`, fix: `write the ${property} in quotes` }];
  const reason = rule(name);
  return reason
    ? [
        {
          message: `${property} is ${JSON.stringify(name)}: ${reason}`,
          fix: 'write lower-case letters, digits and dashes',
        },
      ]
    : [];
}

function urlProblems(url: unknown, pattern: RegExp, form: string, fix: string): Problem[] {
  return typeof url === 'string' && pattern.test(url)
    ? []
    : [{ message: `url is ${JSON.stringify(url)}, expected ${form}`, fix }];
}
