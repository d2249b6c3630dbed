import { dns1035Problem } from '../../naming';
import type { Application } from './application';
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
 * What the operator's validating webhook refuses (spark-operator 2.5.2, internal/webhook/sparkapplication_validator.go and
 * sparkconf_validator.go), all of it at once; empty when it accepts. Its optional quota check is not among it.
 */
export function admissionRefusals(application: Application): readonly OperatorRefusal[] {
  return [
    ...name(application),
    ...templates(application),
    ...nodeSelectors(application),
    ...ingresses(application),
    ...sparkConf(application),
  ];
}

function refusal(problem: string, fix: string): OperatorRefusal {
  return new OperatorRefusal('admission', problem, fix);
}

function name({ name }: Application): OperatorRefusal[] {
  const problem = dns1035Problem(name);
  return problem === undefined
    ? []
    : [refusal(`metadata.name ${name} is no name for a Service: ${problem}`, 'choose another name')];
}

function templates({ spec }: Application): OperatorRefusal[] {
  const withTemplate = spec.driver.template !== undefined || spec.executor.template !== undefined;
  if (!withTemplate || !isBeforeSpark3(spec.sparkVersion)) return [];
  return [
    refusal(
      `sparkVersion ${spec.sparkVersion} counts as older than 3.0.0, which has no pod templates`,
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
    ...refused(
      options.some(({ servicePort }) => servicePort === undefined),
      'one has no servicePort',
    ),
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
