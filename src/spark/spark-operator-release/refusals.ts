import { dns1035Problem, dnsLabelProblem } from '../../naming';
import type { Problem } from '../../problem';
import { SPARK_OPERATOR_CHART_VERSION } from '../../registry/spark-operator-chart';
import type { SparkOperatorNames } from './names';
import type { SparkOperatorReleaseProps } from './props';
import type { ReadValue } from './rules';

/** Values that exist in the chart and are not to be set: each with what stands in its place. */
export function refusedValues(read: ReadValue): Problem[] {
  const problems: Problem[] = [];
  if (read('webhook.resourceQuotaEnforcement.enable') === true)
    problems.push({
      message:
        'values.webhook.resourceQuotaEnforcement is not reliable: it counts memory twice, reads cores instead of coreRequest, does not look at limits.memory, and may not watch quotas',
      fix: 'remove it: a ResourceQuota holds the pods back, and budgets are checked at synth',
    });
  if (read('hook.upgradeCrd') === true)
    problems.push({
      message: 'values.hook.upgradeCrd starts a Job that takes the fields of the CRDs from Flux',
      fix: 'remove it: the HelmRelease creates and replaces the CRDs',
    });
  for (const path of ['spark.serviceAccount.create', 'spark.rbac.create'])
    if (read(path) !== false)
      problems.push({
        message: `values.${path} is ${JSON.stringify(read(path))}: drivers and executors would share one account, with every verb on pods, Services and ConfigMaps`,
        fix: 'remove it: applications bring their own service accounts and roles',
      });
  if (read('spark.jobNamespaces') !== undefined)
    problems.push({
      message: 'values.spark.jobNamespaces would hide the namespaces of the applications',
      fix: 'write the property jobNamespaces',
    });
  if (read('spark.jobNamespaceSelector'))
    problems.push({
      message:
        'values.spark.jobNamespaceSelector is read by the controller only: in the namespaces that it finds, the webhook does nothing',
      fix: 'write the property jobNamespaces',
    });
  return problems;
}

/** Words that YAML 1.1 does not read as text. The chart writes the release's name into labels without quotes. */
const YAML_WORDS = /^(y|n|yes|no|on|off|true|false|null)$/;

/** What is wrong with version, name, namespaces and addresses. */
export function identityProblems(
  props: SparkOperatorReleaseProps,
  identity: { releaseName: string; namespace: string | undefined; names: SparkOperatorNames },
): Problem[] {
  const { releaseName, namespace, names } = identity;
  const problems: Problem[] = [];
  const { version = SPARK_OPERATOR_CHART_VERSION } = props;
  if (version !== SPARK_OPERATOR_CHART_VERSION)
    problems.push({
      message: `version is ${JSON.stringify(version)}, ${version.startsWith('1.') ? 'of the line 1.x, whose values are all named differently and which submits with Spark 3.5 or older' : 'whose values are not known here'}`,
      fix: `write version: '${SPARK_OPERATOR_CHART_VERSION}', or leave it out`,
    });
  const name = dns1035Problem(releaseName);
  if (name)
    problems.push({
      message: `releaseName is ${JSON.stringify(releaseName)}: ${name}`,
      fix: "write releaseName: 'spark-operator'",
    });
  else if (YAML_WORDS.test(releaseName))
    problems.push({
      message: `releaseName is ${JSON.stringify(releaseName)}, which YAML reads as a boolean or null where the chart writes it as a label`,
      fix: "write releaseName: 'spark-operator'",
    });
  else if (releaseName.length > 53)
    problems.push({
      message: `releaseName has ${releaseName.length} characters, Helm allows 53`,
      fix: `shorten it by ${releaseName.length - 53}`,
    });
  else if (names.webhookService.length > 63)
    problems.push({
      message: `releaseName ${JSON.stringify(releaseName)} makes a Service ${names.webhookService} of ${names.webhookService.length} characters, allowed are 63`,
      fix: `shorten it by ${names.webhookService.length - 63}`,
    });
  if (namespace === undefined)
    problems.push({
      message: 'the chart around the release has no namespace, so the operator has none',
      fix: "write namespace: 'spark-operator', here or on the chart",
    });
  else problems.push(...namespaceProblems('namespace is', namespace));
  problems.push(...(props.jobNamespaces ?? []).flatMap(jobNamespaceProblems));
  problems.push(
    ...(props.networkPolicies ? policyProblems(props.networkPolicies.apiServerCidrs, props.networkPolicies.apiServerPort) : []),
  );
  if (props.networkPolicies?.monitoringNamespace !== undefined)
    problems.push(...namespaceProblems('networkPolicies.monitoringNamespace is', props.networkPolicies.monitoringNamespace));
  return problems;
}

/** The release would run, but watch nothing that anybody asked for. */
export const NO_JOB_NAMESPACES: Problem = {
  message:
    'there is no application and no jobNamespaces, so nothing says where jobs run; the chart on its own watches only the namespace default',
  fix: "write jobNamespaces: ['…'] for applications of other repositories, or add one here",
};

function jobNamespaceProblems(namespace: string): Problem[] {
  if (namespace !== '') return namespaceProblems('jobNamespaces has', namespace);
  return [
    {
      message:
        'jobNamespaces has "", which means every namespace of the cluster: rights on all pods everywhere, and a webhook that holds up every namespace when it is down',
      fix: 'name the namespaces',
    },
  ];
}

function namespaceProblems(subject: string, namespace: string): Problem[] {
  const reason = dnsLabelProblem(namespace);
  return reason ? [{ message: `${subject} ${JSON.stringify(namespace)}: ${reason}`, fix: 'write the name of a namespace' }] : [];
}

function policyProblems(cidrs: readonly string[], port = 6443): Problem[] {
  const problems = cidrs
    .filter((cidr) => !/^([0-9.]+|[0-9a-fA-F:]+)\/\d{1,3}$/.test(cidr))
    .map((cidr) => ({
      message: `networkPolicies.apiServerCidrs has ${JSON.stringify(cidr)}, which is not an address range`,
      fix: 'write it like 10.0.0.1/32',
    }));
  if (cidrs.length === 0)
    problems.push({
      message: 'networkPolicies.apiServerCidrs is empty, which would allow every address',
      fix: "write the API server's endpoints like 10.0.0.1/32",
    });
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    problems.push({ message: `networkPolicies.apiServerPort is ${port}, allowed are 1 to 65535`, fix: 'leave it out for 6443' });
  return problems;
}
