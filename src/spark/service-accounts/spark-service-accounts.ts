import { Chart } from 'cdk8s';
import type { IServiceAccount } from 'cdk8s-plus-28';
import { Construct, type IConstruct } from 'constructs';
import { Manifest } from '../../manifest';
import { dnsLabelProblem, dnsSubdomainProblem, standardLabels } from '../../naming';
import { type Problem, refuse, refuseValue } from '../../problem';
import { isRecord, kindProblems, shown } from '../size/shapes';
import { sharedInNamespace } from './shared';

/** The two service accounts with which Spark's pods run. */
export interface ISparkServiceAccounts {
  /** Name of the driver's service account: it creates, watches and deletes the executors. */
  readonly driverName: string;
  /** Name of the executors' service account: it needs no rights. */
  readonly executorName: string;
}

/** Properties of {@link SparkServiceAccounts}. */
export interface SparkServiceAccountsProps {
  /**
   * Namespace in which the applications run.
   * @default - the Chart's namespace
   */
  readonly namespace?: string;
  /**
   * Name of the driver's service account, its Role and its RoleBinding.
   * @default 'spark-driver'
   */
  readonly driverName?: string;
  /**
   * Name of the executors' service account.
   * @default 'spark-executor'
   */
  readonly executorName?: string;
}

/**
 * The verbs that Spark's driver uses on each kind (KubernetesClusterSchedulerBackend, ExecutorPodsAllocator and what
 * SparkContext.stop deletes by label, also when it made none).
 */
const DRIVER_RULES = [
  { apiGroups: [''], resources: ['pods'], verbs: ['create', 'delete', 'deletecollection', 'get', 'list', 'patch', 'watch'] },
  {
    apiGroups: [''],
    resources: ['configmaps'],
    verbs: ['create', 'delete', 'deletecollection', 'get', 'list', 'patch', 'watch'],
  },
  { apiGroups: [''], resources: ['services'], verbs: ['create', 'delete', 'deletecollection', 'get', 'list', 'patch', 'watch'] },
  {
    apiGroups: [''],
    resources: ['persistentvolumeclaims'],
    verbs: ['create', 'delete', 'deletecollection', 'get', 'list', 'patch'],
  },
];

/** What is wrong with the name of a service account. */
export function nameProblems(what: string, name: unknown): Problem[] {
  const reason = typeof name === 'string' ? dnsSubdomainProblem(name) : 'is not a text';
  if (reason === undefined) return [];
  return [{ message: `${what} is ${shown(name)}, which ${reason}`, fix: "write the name of a service account: 'spark-driver'" }];
}

/**
 * Service accounts for Spark in one namespace: the driver's with the least Role that works, the executors' without any
 * right and without a token. (`spark-operator-spark`, which many manifests name, exists only where the operator's chart was
 * told to create it, and gives its executors the driver's rights.)
 */
export class SparkServiceAccounts extends Construct implements ISparkServiceAccounts {
  /** Service accounts that something else creates and gives the rights that a driver needs. */
  static existing(driver: IServiceAccount, executor: IServiceAccount): ISparkServiceAccounts {
    const fix =
      "write SparkServiceAccounts.existing(driver, executor) with ServiceAccount.fromServiceAccountName(this, 'driver', '…')";
    refuseValue('SparkServiceAccounts.existing', [
      ...kindProblems('driver', driver, isRecord(driver) && typeof driver.name === 'string', fix),
      ...kindProblems('executor', executor, isRecord(executor) && typeof executor.name === 'string', fix),
    ]);
    return { driverName: driver.name, executorName: executor.name };
  }

  /** @internal the accounts of a namespace, created under the Chart when no unit of the environment has them. */
  static _of(scope: IConstruct, namespace: string): SparkServiceAccounts {
    const chart = Chart.of(scope);
    const id = namespace === chart.namespace ? 'spark-service-accounts' : `spark-service-accounts-${namespace}`;
    const isAccounts = (construct: IConstruct) => construct instanceof SparkServiceAccounts;
    return sharedInNamespace(scope, namespace, isAccounts) ?? new SparkServiceAccounts(chart, id, { namespace });
  }

  readonly driverName: string;
  readonly executorName: string;
  /** @internal */
  readonly _namespace?: string;

  /** @throws Error when a name is none, no namespace is known or both accounts have one name */
  constructor(scope: Construct, id: string, props: SparkServiceAccountsProps = {}) {
    super(scope, id);
    refuse(this, kindProblems('props', props, isRecord(props), "write { driverName: 'spark-driver' } or leave them out"));
    this.driverName = props.driverName ?? 'spark-driver';
    this.executorName = props.executorName ?? 'spark-executor';
    this._namespace = props.namespace ?? Chart.of(this).namespace;
    refuse(this, this.problems());
    this.render(this._namespace as string);
  }

  private problems(): Problem[] {
    const problems = [...nameProblems('driverName', this.driverName), ...nameProblems('executorName', this.executorName)];
    const namespace = this._namespace;
    const reason = typeof namespace === 'string' ? dnsLabelProblem(namespace) : 'is not a text';
    if (namespace === undefined) {
      problems.push({
        message: 'no namespace is known, but a RoleBinding must name the namespace of its service account',
        fix: "write namespace: '…' here or on the Chart",
      });
    } else if (reason !== undefined) {
      problems.push({ message: `namespace is ${shown(namespace)}, which ${reason}`, fix: 'write the name of a namespace' });
    }
    if (this.driverName === this.executorName) {
      problems.push({
        message: `driver and executors share the service account ${shown(this.driverName)}, which gives the executors the driver's rights`,
        fix: 'write two names',
      });
    }
    return problems;
  }

  private render(namespace: string): void {
    const metadata = (name: string, component: string) => ({
      name,
      namespace,
      labels: standardLabels({ name: 'spark', component }),
    });
    new Manifest(
      this,
      'driver',
      { apiVersion: 'v1', kind: 'ServiceAccount', metadata: metadata(this.driverName, 'driver') },
      () => ({
        automountServiceAccountToken: true,
      }),
    );
    new Manifest(
      this,
      'executor',
      { apiVersion: 'v1', kind: 'ServiceAccount', metadata: metadata(this.executorName, 'executor') },
      () => ({ automountServiceAccountToken: false }),
    );
    const rbac = 'rbac.authorization.k8s.io';
    new Manifest(this, 'role', { apiVersion: `${rbac}/v1`, kind: 'Role', metadata: metadata(this.driverName, 'driver') }, () => ({
      rules: DRIVER_RULES,
    }));
    new Manifest(
      this,
      'role-binding',
      { apiVersion: `${rbac}/v1`, kind: 'RoleBinding', metadata: metadata(this.driverName, 'driver') },
      () => ({
        roleRef: { apiGroup: rbac, kind: 'Role', name: this.driverName },
        subjects: [{ kind: 'ServiceAccount', name: this.driverName, namespace }],
      }),
    );
  }
}
