import { Chart } from 'cdk8s';
import type { IServiceAccount } from 'cdk8s-plus-28';
import { Construct, type IConstruct } from 'constructs';
import { Manifest } from '../../manifest';
import { standardLabels } from '../../naming';
import { refuse } from '../../problem';

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

/**
 * Service accounts for Spark in one namespace: the driver's with the least Role that works, the executors' without any
 * right and without a token. (`spark-operator-spark`, which many manifests name, exists only where the operator's chart was
 * told to create it, and gives its executors the driver's rights.)
 */
export class SparkServiceAccounts extends Construct implements ISparkServiceAccounts {
  /** Service accounts that something else creates and gives the rights that a driver needs. */
  static existing(driver: IServiceAccount, executor: IServiceAccount): ISparkServiceAccounts {
    return { driverName: driver.name, executorName: executor.name };
  }

  /** @internal the accounts of a namespace, created under the Chart when they are first asked for. */
  static _of(scope: IConstruct, namespace: string): SparkServiceAccounts {
    const chart = Chart.of(scope);
    const id = namespace === chart.namespace ? 'spark-service-accounts' : `spark-service-accounts-${namespace}`;
    const existing = chart.node.tryFindChild(id);
    return existing === undefined ? new SparkServiceAccounts(chart, id, { namespace }) : (existing as SparkServiceAccounts);
  }

  readonly driverName: string;
  readonly executorName: string;

  /** @throws Error when no namespace is known or both accounts have one name */
  constructor(scope: Construct, id: string, props: SparkServiceAccountsProps = {}) {
    super(scope, id);
    this.driverName = props.driverName ?? 'spark-driver';
    this.executorName = props.executorName ?? 'spark-executor';
    const namespace = props.namespace ?? Chart.of(this).namespace;
    if (namespace === undefined) {
      refuse(this, [
        {
          message: 'no namespace is known, but a RoleBinding must name the namespace of its service account',
          fix: "write namespace: '…' here or on the Chart",
        },
      ]);
    }
    if (this.driverName === this.executorName) {
      refuse(this, [
        {
          message: `driver and executors share the service account '${this.driverName}', which gives the executors the driver's rights`,
          fix: 'write two names',
        },
      ]);
    }
    this.render(namespace as string);
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
