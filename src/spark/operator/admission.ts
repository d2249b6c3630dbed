import { dns1035Problem, dnsSubdomainProblem, labelKeyProblem, labelValueProblem } from '../../naming';
import type { Application, Texts } from './application';
import { OperatorRefusal } from './refusal';
import { isBeforeSpark3 } from './semantic-version';

const IMAGE = 'use the image field of the application or of the role';
const ACCOUNT = 'use the serviceAccount field of the role';
const CREDENTIALS = 'the operator manages credentials; give the service account the rights instead';
const MASTER = 'the operator sets it';

/** Keys that the webhook does not take in sparkConf, with what to do instead. */
const DENIED: Readonly<Record<string, string>> = {
  'spark.kubernetes.authenticate.driver.serviceAccountName': ACCOUNT,
  'spark.kubernetes.authenticate.executor.serviceAccountName': ACCOUNT,
  'spark.kubernetes.authenticate.oauthTokenFile': CREDENTIALS,
  'spark.kubernetes.authenticate.oauthToken': CREDENTIALS,
  'spark.kubernetes.authenticate.driver.oauthTokenFile': CREDENTIALS,
  'spark.kubernetes.authenticate.driver.oauthToken': CREDENTIALS,
  'spark.kubernetes.authenticate.executor.oauthTokenFile': CREDENTIALS,
  'spark.kubernetes.authenticate.executor.oauthToken': CREDENTIALS,
  'spark.master': MASTER,
  'spark.kubernetes.driver.master': 'use driver.kubernetesMaster',
  'spark.kubernetes.container.image': IMAGE,
  'spark.kubernetes.driver.container.image': IMAGE,
  'spark.kubernetes.executor.container.image': IMAGE,
};

/**
 * Why an application would not be created, all of it at once; empty when it would: what the API server refuses, and what the
 * operator's validating webhook refuses (spark-operator 2.5.2, internal/webhook/sparkapplication_validator.go and
 * sparkconf_validator.go). Its optional quota check is not among it.
 */
export function admissionRefusals(application: Application): readonly OperatorRefusal[] {
  return [
    ...manifestRefusals(application),
    ...name(application),
    ...templates(application),
    ...nodeSelectors(application),
    ...ingresses(application),
    ...sparkConf(application),
  ];
}

/** What the API server refuses without any webhook: fields of wrong types or values, labels that are none. */
export function manifestRefusals({ name, problems, labels, annotations }: Application): readonly OperatorRefusal[] {
  const keys = (field: string, texts: Texts): OperatorRefusal[] =>
    Object.keys(texts).flatMap((key) => metadata(`metadata.${field} has the key '${key}'`, keyProblem(field, key)));
  return [
    ...problems.filter(({ effect }) => effect === 'refused').map(({ problem, fix }) => refusal(problem, fix)),
    ...(name === '' ? [] : metadata(`metadata.name is '${name}'`, dnsSubdomainProblem(name))),
    ...keys('labels', labels),
    ...Object.entries(labels).flatMap(([key, value]) =>
      metadata(`metadata.labels[${key}] is '${value}'`, labelValueProblem(value)),
    ),
    ...keys('annotations', annotations),
  ];
}

/** Annotations may have upper case in front of the slash. */
function keyProblem(field: string, key: string): string | undefined {
  return labelKeyProblem(field === 'annotations' ? key.toLowerCase() : key);
}

function metadata(what: string, problem: string | undefined): OperatorRefusal[] {
  return problem === undefined ? [] : [refusal(`${what}: ${problem}`, 'choose another one')];
}

function refusal(problem: string, fix: string): OperatorRefusal {
  return new OperatorRefusal('admission', problem, fix);
}

function name({ name }: Application): OperatorRefusal[] {
  // A missing name is told with the fields, and one of no object at all with the API server's rules.
  const problem = name === '' || dnsSubdomainProblem(name) !== undefined ? undefined : dns1035Problem(name);
  return problem === undefined
    ? []
    : [refusal(`metadata.name ${name} is no name for a Service: ${problem}`, 'choose another name')];
}

function templates({ spec, problems }: Application): OperatorRefusal[] {
  const withTemplate = spec.driver.template !== undefined || spec.executor.template !== undefined;
  const isToldAlready = spec.sparkVersion === '' && problems.some(({ path }) => path === 'spec.sparkVersion');
  if (!withTemplate || isToldAlready || !isBeforeSpark3(spec.sparkVersion)) return [];
  const version = spec.sparkVersion === '' ? 'without a sparkVersion it' : `sparkVersion ${spec.sparkVersion}`;
  return [
    refusal(
      `${version} counts as older than 3.0.0, which has no pod templates`,
      'write the whole version (3.5.9) or leave the template out',
    ),
  ];
}

function nodeSelectors({ spec }: Application): OperatorRefusal[] {
  const ofRoles = spec.driver.nodeSelector !== undefined || spec.executor.nodeSelector !== undefined;
  if (spec.nodeSelector === undefined || !ofRoles) return [];
  return [refusal('nodeSelector stands at the application and at a role', 'write it at the roles only')];
}

function ingresses({ spec }: Application): OperatorRefusal[] {
  const options = spec.driverIngressOptions ?? [];
  const twice = (values: readonly unknown[]): boolean => new Set(values).size < values.length;
  const refused = (condition: boolean, problem: string): OperatorRefusal[] =>
    condition ? [refusal(`driverIngressOptions: ${problem}`, 'give each its own servicePort and its own ingressURLFormat')] : [];
  return [
    ...refused(twice(options.map(({ servicePort }) => servicePort)), 'a servicePort stands twice'),
    ...refused(
      options.some(({ ingressURLFormat }) => !ingressURLFormat),
      'one has no ingressURLFormat',
    ),
    ...refused(twice(options.map(({ ingressURLFormat }) => ingressURLFormat)), 'an ingressURLFormat stands twice'),
  ];
}

function sparkConf({ namespace, spec }: Application): OperatorRefusal[] {
  return Object.entries(spec.sparkConf ?? {}).flatMap(([key, value]) => {
    const instead = Object.hasOwn(DENIED, key) ? DENIED[key] : undefined;
    if (instead !== undefined) return [refusal(`sparkConf key ${key} is refused by the operator's webhook`, instead)];
    if (key !== 'spark.kubernetes.namespace' || value === namespace) return [];
    return [refusal(`sparkConf key ${key} is ${value}, the application is in ${namespace}`, 'leave the key out')];
  });
}
