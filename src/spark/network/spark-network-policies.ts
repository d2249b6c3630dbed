import { Chart } from 'cdk8s';
import { Construct, type IConstruct } from 'constructs';
import { Manifest } from '../../manifest';
import { standardLabels } from '../../naming';
import { type Problem, refuse } from '../../problem';
import { API_SERVER_METADATA } from '../../registry/metadata';
import { LAUNCHED_LABEL } from '../operator/labels';
import { sharedInNamespace } from '../service-accounts/shared';
import { isRecord, isTextList, kindProblems, optionalProblems } from '../size/shapes';
import { isCidr } from './network-destination';

/** Where the Kubernetes API server answers. */
export interface ApiServerAddress {
  /** Address ranges of the API server, as pods see them after the Service's translation. */
  readonly cidrs: string[];
  /**
   * Port of the API server behind its Service.
   * @default 6443
   */
  readonly port?: number;
}

/** Properties of {@link SparkNetworkPolicies}. */
export interface SparkNetworkPoliciesProps {
  /**
   * Namespace in which the applications run.
   * @default - the Chart's namespace
   */
  readonly namespace?: string;
  /** Address of the API server, with which the drivers create their executors. */
  readonly apiServer: ApiServerAddress;
}

const DEFAULT_PORT = 6443;

const LAUNCHED = { [LAUNCHED_LABEL]: 'true' };

/**
 * NetworkPolicies for all Spark pods that the operator launches in one namespace: drivers reach the API server, and drivers
 * and executors reach each other. Policies add up, so DNS and the default refusal belong to the namespace, not here.
 */
export class SparkNetworkPolicies extends Construct {
  private readonly apiServer: ApiServerAddress;
  /** @internal */
  readonly _namespace?: string;

  /** @internal the address that the nearest ancestor states. */
  static _apiServerOf(scope: IConstruct): ApiServerAddress | undefined {
    for (const ancestor of [...scope.node.scopes].reverse()) {
      const entry = ancestor.node.metadata.find(({ type }) => type === API_SERVER_METADATA);
      if (entry !== undefined) return entry.data as ApiServerAddress;
    }
    return undefined;
  }

  /** @internal the policies of a namespace, created under the Chart when no unit of the environment has them. */
  static _of(scope: IConstruct, namespace: string, apiServer: ApiServerAddress): SparkNetworkPolicies {
    const chart = Chart.of(scope);
    const id = namespace === chart.namespace ? 'spark-network-policies' : `spark-network-policies-${namespace}`;
    const isPolicies = (construct: IConstruct) => construct instanceof SparkNetworkPolicies;
    const existing = sharedInNamespace(scope, namespace, isPolicies);
    if (existing === undefined) return new SparkNetworkPolicies(chart, id, { namespace, apiServer });
    if (addressText(existing.apiServer) !== addressText(apiServer)) {
      refuse(scope, [
        {
          message: `namespace ${namespace} has two addresses of the API server: ${addressText(existing.apiServer)} and ${addressText(apiServer)}`,
          fix: 'write one for all applications of the namespace',
        },
      ]);
    }
    return existing;
  }

  /** @throws Error when an address range or the port is not one */
  constructor(scope: Construct, id: string, props: SparkNetworkPoliciesProps) {
    super(scope, id);
    refuse(this, addressShapeProblems(isRecord(props) ? props['apiServer'] : undefined));
    this.apiServer = props.apiServer;
    this._namespace = props.namespace ?? Chart.of(this).namespace;
    const { cidrs, port = DEFAULT_PORT } = props.apiServer;
    refuse(this, addressProblems(cidrs, port));
    const sparkPods = { podSelector: { matchLabels: LAUNCHED } };
    this.policy('spark-driver-to-api-server', props.namespace, {
      podSelector: { matchLabels: { ...LAUNCHED, 'spark-role': 'driver' } },
      policyTypes: ['Egress'],
      egress: [{ to: cidrs.map((cidr) => ({ ipBlock: { cidr } })), ports: [{ port, protocol: 'TCP' }] }],
    });
    this.policy('spark-driver-and-executors', props.namespace, {
      ...sparkPods,
      policyTypes: ['Egress', 'Ingress'],
      egress: [{ to: [sparkPods] }],
      ingress: [{ from: [sparkPods] }],
    });
  }

  private policy(name: string, namespace: string | undefined, spec: object): void {
    new Manifest(
      this,
      name,
      {
        apiVersion: 'networking.k8s.io/v1',
        kind: 'NetworkPolicy',
        metadata: { name, namespace, labels: standardLabels({ name: 'spark', component: 'network' }) },
      },
      () => ({ spec }),
    );
  }
}

function addressText({ cidrs, port = DEFAULT_PORT }: ApiServerAddress): string {
  return `${cidrs.join(', ')} port ${port}`;
}

/** What is wrong with the kind of an address. */
export function addressShapeProblems(address: unknown): Problem[] {
  const fix = "write apiServer: { cidrs: ['10.0.0.1/32'], port: 6443 }";
  if (!isRecord(address)) return kindProblems('apiServer', address, false, fix);
  return [
    ...kindProblems('apiServer.cidrs', address['cidrs'], isTextList(address['cidrs']), fix),
    ...optionalProblems('apiServer.port', address['port'], (port) => typeof port === 'number', fix),
  ];
}

function addressProblems(cidrs: readonly string[], port: number): Problem[] {
  const problems: Problem[] = cidrs
    .filter((cidr) => !isCidr(cidr))
    .map((cidr) => ({ message: `apiServer.cidrs holds '${cidr}', which is not an address range`, fix: "write '10.0.0.1/32'" }));
  if (cidrs.length === 0) {
    problems.push({
      message: 'apiServer.cidrs is empty, which would allow every address',
      fix: "write ranges such as '10.0.0.1/32'",
    });
  }
  if (!(Number.isInteger(port) && port >= 1 && port <= 65535)) {
    problems.push({ message: `apiServer.port ${port} does not exist`, fix: 'write a whole number from 1 to 65535' });
  }
  return problems;
}
