import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { ChartSource, HELM_RELEASE_API_VERSION, type HelmReleaseReference, helmReleaseBody } from '../../flux/helm';
import { type JsonObject, type JsonValue, Manifest, merge, toPlainJson } from '../../manifest';
import { standardLabels } from '../../naming';
import { checkAtSynth, refuse } from '../../problem';
import { chartDefaults, chartValueProblems, SPARK_OPERATOR_CHART_VERSION } from '../../registry/spark-operator-chart';
import { applicationNamespaces, clusterScope } from './job-namespaces';
import { sparkOperatorNames } from './names';
import { ancestorApiServer, networkPolicies } from './network-policies';
import type { SparkOperatorReleaseProps } from './props';
import { identityProblems, NO_JOB_NAMESPACES, refusedValues } from './refusals';
import { checkShapes } from './release-shapes';
import { reader, valueRules } from './rules';
import { sparkOperatorValues } from './values';

/**
 * The Kubeflow Spark operator, installed by Flux from its Helm chart: HelmRelease, chart source and, where the API
 * server's addresses are known, NetworkPolicies.
 *
 * It watches the namespaces of the applications in the same environment (in the whole tree under a plain `cdk8s.App`)
 * and those in `jobNamespaces`. Service accounts and roles of jobs come with the applications, not from the chart.
 */
export class SparkOperatorRelease extends Construct {
  /** Name of the Helm release and of the HelmRelease. */
  readonly releaseName: string;
  /** Namespace of the HelmRelease and of the operator. */
  readonly namespace: string;
  /** Exact version of the chart. */
  readonly version: string;
  /** What the names of all objects of the release start with. */
  readonly fullName: string;
  /** Deployment of the controller. */
  readonly controllerDeploymentName: string;
  /** Deployment of the webhook. */
  readonly webhookDeploymentName: string;
  /** Service of the webhook. */
  readonly webhookServiceName: string;
  /** Secret with the webhook's certificate. */
  readonly webhookSecretName: string;
  /** MutatingWebhookConfiguration. */
  readonly mutatingWebhookConfigurationName: string;
  /** ValidatingWebhookConfiguration. */
  readonly validatingWebhookConfigurationName: string;
  /** ServiceAccount of the controller. */
  readonly controllerServiceAccountName: string;
  /** ServiceAccount of the webhook. */
  readonly webhookServiceAccountName: string;
  /** PodMonitor; it exists where `podMonitor` is set. */
  readonly podMonitorName: string;
  /** Port of the metrics on the pods of controller and webhook. */
  readonly metricsPort: number;

  private readonly manifest: Manifest;
  private readonly explicitNamespaces: readonly string[];

  /** @throws Error with all that is wrong with the properties. */
  constructor(scope: Construct, id: string, props: SparkOperatorReleaseProps = {}) {
    super(scope, id);
    const { problems: misshapen, sound } = checkShapes(props);
    const releaseName = sound.releaseName ?? id;
    const namespace = sound.namespace ?? Chart.of(this).namespace;
    const given = toPlainJson({ values: sound.values ?? {} })['values'];
    const misfits = chartValueProblems(given);
    const raw = typeof given === 'object' && !Array.isArray(given) ? (given as JsonObject) : {};
    const values = merge(sparkOperatorValues(sound), raw) as JsonObject;
    const effective = merge(chartDefaults() as JsonObject, values) as JsonObject;
    const read = reader(effective);
    const text = (path: string): string => String(read(path) ?? '');
    const names = sparkOperatorNames({
      releaseName,
      nameOverride: text('nameOverride'),
      fullnameOverride: text('fullnameOverride'),
    });
    refuse(this, [
      ...misshapen,
      ...identityProblems(sound, { releaseName, namespace, names }),
      ...misfits,
      ...refusedValues(reader(values)),
      // Rules read the merged values; with values of the wrong type among them, or left out of them, they would only repeat the mistake.
      ...(misshapen.length > 0 || misfits.some(({ message }) => message.includes(' is ')) ? [] : valueRules(effective)),
    ]);

    this.releaseName = releaseName;
    this.namespace = namespace as string;
    this.version = props.version ?? SPARK_OPERATOR_CHART_VERSION;
    this.explicitNamespaces = props.jobNamespaces ?? [];
    this.fullName = names.fullName;
    this.controllerDeploymentName = names.controller;
    this.webhookDeploymentName = names.webhook;
    this.webhookServiceName = names.webhookService;
    this.webhookSecretName = names.webhookSecret;
    this.mutatingWebhookConfigurationName = names.webhook;
    this.validatingWebhookConfigurationName = names.webhook;
    const account = (part: 'controller' | 'webhook'): string =>
      text(`${part}.serviceAccount.name`) || (read(`${part}.serviceAccount.create`) === false ? 'default' : names[part]);
    this.controllerServiceAccountName = account('controller');
    this.webhookServiceAccountName = account('webhook');
    this.podMonitorName = names.podMonitor;
    this.metricsPort = Number(read('prometheus.metrics.port'));

    const labels = standardLabels({ name: 'spark-operator', instance: releaseName, version: this.version });
    const source = props.source ?? ChartSource.helmRepository();
    const chart = source._bind(this, { chart: 'spark-operator', version: this.version, namespace: this.namespace, labels });
    const dependsOn = [props.podMonitor?.installedBy, props.certManager?.installedBy].filter(
      (it): it is HelmReleaseReference => it !== undefined,
    );
    const timeoutSeconds = props.timeout?.toSeconds() ?? 600;
    this.manifest = new Manifest(
      this,
      'Resource',
      {
        apiVersion: HELM_RELEASE_API_VERSION,
        kind: 'HelmRelease',
        metadata: { name: releaseName, namespace: this.namespace, labels },
      },
      () =>
        helmReleaseBody({
          releaseName,
          chart,
          timeoutSeconds,
          dependsOn,
          values: merge(values, this.sparkValues()) as JsonObject,
        }),
    );
    checkAtSynth(this, () => (this.watchedNamespaces().length === 0 ? [NO_JOB_NAMESPACES] : []));

    const policies = props.networkPolicies ?? ancestorApiServer(this);
    const flows = {
      webhookPort: read('webhook.enable') === false ? undefined : Number(read('webhook.port')),
      metricsPort: read('prometheus.podMonitor.create') === true ? this.metricsPort : undefined,
    };
    if (policies) this.addNetworkPolicies(networkPolicies({ releaseName, names, policies, ...flows }), labels);
  }

  /**
   * Merges a value at a path of the HelmRelease after rendering; a dot inside a key is written `\.`.
   *
   * @param path for example `spec.values.controller.workers`
   * @param value anything that can stand in a manifest
   */
  // biome-ignore lint/suspicious/noExplicitAny: jsii has no other type for "any JSON"
  addOverride(path: string, value: any): void {
    this.manifest.addOverride(path, value as JsonValue);
  }

  /** The namespaces that the operator watches, as known until now; complete at synth. */
  watchedNamespaces(): string[] {
    return [...new Set([...this.explicitNamespaces, ...applicationNamespaces(clusterScope(this))])].sort();
  }

  private sparkValues(): JsonObject {
    const jobNamespaces = this.watchedNamespaces();
    // An empty list would make the chart watch the whole cluster.
    refuse(this, jobNamespaces.length === 0 ? [NO_JOB_NAMESPACES] : []);
    return { spark: { jobNamespaces } };
  }

  private addNetworkPolicies(policies: ReturnType<typeof networkPolicies>, labels: { [key: string]: string }): void {
    for (const { name, body } of policies)
      new Manifest(
        this,
        `NetworkPolicy-${name}`,
        { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name, namespace: this.namespace, labels } },
        () => body,
      );
  }
}
