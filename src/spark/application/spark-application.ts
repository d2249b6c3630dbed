import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { type JsonObject, type JsonValue, Manifest, mergeAt, sortKeys, toYaml } from '../../manifest';
import { dnsLabelProblem, standardLabels } from '../../naming';
import { checkAtSynth, type Problem, refuse } from '../../problem';
import {
  MAXIMUM_CONCURRENT_RUNS_ANNOTATION,
  SPARK_APPLICATION_TEMPLATE_LABEL,
  UNKNOWN_CONF_ANNOTATION,
} from '../../registry/labels';
import type { SparkConf } from '../conf';
import { SparkNetworkPolicies } from '../network';
import { API_VERSION, sparkApplicationPods } from '../operator';
import { APP_NAME_LABEL } from '../operator/labels';
import type { SparkApplicationPods } from '../pods';
import { podsSummary } from '../pods/summary';
import { SparkServiceAccounts } from '../service-accounts';
import { environmentOf } from '../service-accounts/shared';
import { kindProblems, shown } from '../size/shapes';
import { applicationConf } from './conf';
import { emittedProblems, type RunKind } from './emitted-rules';
import {
  type ApplicationModel,
  applicationAnnotations,
  applicationLabels,
  applicationSpec,
  sourceConfigMapName,
} from './manifests';
import type { SparkApplicationProps } from './props';
import { resolveSizes } from './resolve';
import { SparkRun } from './run';
import { shapeProblems } from './shape-rules';
import { SparkSource } from './source';

const KIND = 'SparkApplication';

/**
 * A Spark program that the Kubeflow operator runs: the SparkApplication, the ConfigMap of its program, and, once per Chart
 * and namespace, service accounts and NetworkPolicies.
 */
export class SparkApplication extends Construct {
  /** Name of the application. Its pods have the label `sparkoperator.k8s.io/app-name` with this value. */
  readonly name: string;
  /** Namespace of the application. */
  readonly namespace: string;
  /** Its Spark configuration, of all layers: runtime, environment, what the other props set, and `conf`. */
  readonly conf: SparkConf;

  private model: ApplicationModel;
  private readonly runKind: RunKind;
  private manifest?: Manifest;
  private readonly templateOverrides: { path: string; value: JsonValue }[] = [];

  /** @throws Error when props do not fit each other or the operator; every broken rule is listed with its fix */
  constructor(scope: Construct, id: string, props: SparkApplicationProps) {
    super(scope, id);
    refuse(this, shapeProblems(props));
    this.name = props.name ?? id;
    const run = props.run ?? SparkRun.once();
    this.runKind = run._kind;
    const namespace = props.namespace ?? Chart.of(this).namespace;
    this.conf = applicationConf(this, props);
    const { sizes, problems } = resolveSizes(props, this.conf, environmentOf(this) !== undefined);
    const apiServer = props.apiServer ?? SparkNetworkPolicies._apiServerOf(this);
    problems.push(...namespaceProblems(namespace));
    if (props.destinations !== undefined && apiServer === undefined) {
      problems.push({
        message:
          'destinations without the address of the API server: a policy for them alone would cut the driver off from everything else',
        fix: "write apiServer: { cidrs: ['10.0.0.1/32'] }",
      });
    }
    this.namespace = namespace ?? '';
    this.model = {
      name: this.name,
      namespace: this.namespace,
      props,
      sizes,
      conf: this.conf,
      serviceAccounts: props.serviceAccounts ?? { driverName: '', executorName: '' },
    };
    // Rules about the manifest speak only once its input is sound: otherwise one mistake would be told twice.
    if (problems.length === 0) problems.push(...emittedProblems(this._manifest(), this.runKind));
    refuse(this, problems);
    this.model = {
      ...this.model,
      serviceAccounts: props.serviceAccounts ?? SparkServiceAccounts._of(this, this.namespace),
    };
    if (apiServer !== undefined) SparkNetworkPolicies._of(this, this.namespace, apiServer);
    this.renderSource();
    this.renderApplication();
    this.renderDestinations();
    checkAtSynth(this, () => this.synthProblems());
  }

  /** The pods of one run, read from the manifest as it will be written, overrides included. */
  pods(): SparkApplicationPods {
    return podsSummary(sparkApplicationPods(this._manifest()));
  }

  /**
   * Merges a value at a path of the SparkApplication (also of one that is a template), making parents that are missing:
   * `addOverride('spec.driver.lifecycle', …)`. A dot inside a key is written `\.`. The result is checked again at synth.
   */
  // biome-ignore lint/suspicious/noExplicitAny: the binding generator knows no recursive JSON type
  addOverride(path: string, value: any): void {
    const filled = typeof path === 'string' && path !== '';
    refuse(this, kindProblems('override path', path, filled, "write a path such as 'spec.driver.lifecycle'"));
    if (this.manifest === undefined) this.templateOverrides.push({ path, value });
    else this.manifest.addOverride(path, value);
  }

  /** @internal the SparkApplication as it will be written. */
  _manifest(): JsonObject {
    if (this.manifest !== undefined) return this.manifest.toJson();
    const metadata: JsonObject = { name: this.name, namespace: this.namespace, labels: applicationLabels(this.model) };
    const annotations = applicationAnnotations(this.model);
    if (annotations !== undefined) metadata['annotations'] = annotations;
    const rendered: JsonObject = { apiVersion: API_VERSION, kind: KIND, metadata, spec: applicationSpec(this.model) };
    return sortKeys(this.templateOverrides.reduce((object, { path, value }) => mergeAt(object, path, value), rendered));
  }

  private synthProblems(): readonly Problem[] {
    return emittedProblems(this._manifest(), this.runKind);
  }

  private renderSource(): void {
    const code = this.model.props.source._code;
    if (code === undefined) return;
    const name = sourceConfigMapName(this.name);
    new Manifest(this, 'source', { apiVersion: 'v1', kind: 'ConfigMap', metadata: this.metadata(name, 'source') }, () => ({
      data: { [SparkSource._sourceFile]: code },
    }));
  }

  private renderApplication(): void {
    const { props } = this.model;
    if (this.runKind === 'template') {
      const metadata = this.metadata(this.name, 'template');
      const unknown = applicationAnnotations(this.model)?.[UNKNOWN_CONF_ANNOTATION];
      const runs = String((props.run as SparkRun)._maximumConcurrentRuns);
      new Manifest(
        this,
        'template',
        {
          apiVersion: 'v1',
          kind: 'ConfigMap',
          metadata: {
            ...metadata,
            labels: { ...metadata.labels, [SPARK_APPLICATION_TEMPLATE_LABEL]: 'true' },
            annotations: {
              [MAXIMUM_CONCURRENT_RUNS_ANNOTATION]: runs,
              ...(unknown === undefined ? {} : { [UNKNOWN_CONF_ANNOTATION]: unknown }),
            },
          },
        },
        () => ({ data: { [`${this.name}.yaml`]: toYaml(this._manifest()) } }),
      );
      return;
    }
    const metadata = {
      name: this.name,
      namespace: this.namespace,
      labels: applicationLabels(this.model),
      annotations: applicationAnnotations(this.model),
    };
    this.manifest = new Manifest(this, 'application', { apiVersion: API_VERSION, kind: KIND, metadata }, () => ({
      spec: applicationSpec(this.model),
    }));
  }

  private renderDestinations(): void {
    const destinations = this.model.props.destinations ?? [];
    if (destinations.length === 0) return;
    const name = `${this.name}-destinations`;
    new Manifest(
      this,
      'destinations',
      { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: this.metadata(name, 'network') },
      () => ({
        spec: {
          podSelector: { matchLabels: { [APP_NAME_LABEL]: this.name } },
          policyTypes: ['Egress'],
          egress: destinations.map((destination) => destination._egressRule()),
        },
      }),
    );
  }

  private metadata(name: string, component: string) {
    return { name, namespace: this.namespace, labels: standardLabels({ name: this.name, component }) };
  }
}

function namespaceProblems(namespace: string | undefined): Problem[] {
  if (namespace === undefined) {
    return [{ message: 'no namespace is known', fix: "write namespace: '…' here or on the Chart" }];
  }
  const reason = dnsLabelProblem(namespace);
  return reason === undefined
    ? []
    : [{ message: `namespace is ${shown(namespace)}, which ${reason}`, fix: 'write the name of a namespace' }];
}
