import type { Size } from 'cdk8s';
import type { Cpu } from 'cdk8s-plus-28';
import type { ApiServerAddress } from '../spark';
import type { FluxSettings } from './flux-source';

/** What a cluster has, and how much of it this environment may take. */
export interface ClusterCapacity {
  /** Allocatable CPU of all nodes. */
  readonly cpu: Cpu;
  /** Allocatable memory of all nodes. */
  readonly memory: Size;
  /**
   * The share that this environment may use at its peak, above 0 and at most 1.
   * @default 1
   */
  readonly usable?: number;
}

/** What exists in the cluster without this environment making it. */
export interface ExternalResources {
  /**
   * Namespaces that something else creates.
   * @default - only those that every cluster has
   */
  readonly namespaces?: string[];
  /**
   * API groups whose CRDs something else installs, such as `monitoring.coreos.com`, each with the name of the Flux
   * Kustomization that does; an empty name when it is not a Kustomization of this cluster.
   * @default - none
   */
  readonly customResourceDefinitions?: { [group: string]: string };
}

/** What one namespace may use at its peak. */
export interface NamespaceBudget {
  /** CPU requests of all pods together. */
  readonly cpu: Cpu;
  /** Memory of all pods together. */
  readonly memory: Size;
}

/** The data of one environment (one cluster). */
export interface EnvironmentProps {
  /** Size of the cluster and the share that may be used. */
  readonly cluster: ClusterCapacity;
  /**
   * Images by name, pinned by tag or digest (`registry/repository:tag`), for {@link Environment.image}.
   * @default - none
   */
  readonly images?: { [name: string]: string };
  /**
   * Flux's source and path.
   * @default - GitRepository flux-system/flux-system, path ./dist
   */
  readonly flux?: FluxSettings;
  /** Where the API server is: the only address outside a namespace that the operator and Spark drivers may always reach. */
  readonly apiServer: ApiServerAddress;
  /**
   * What exists outside.
   * @default - nothing but what every Flux cluster has
   */
  readonly provides?: ExternalResources;
  /**
   * Spark configuration that belongs to the cluster, such as the endpoint of its object store: every Spark workload of the
   * environment gets it. It wins over that of the runtime; what a workload sets itself wins over it.
   * @default - none
   */
  readonly sparkConf?: { readonly [key: string]: string };
}
