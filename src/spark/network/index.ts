export { NetworkDestination } from './network-destination';
export {
  type ApiServerAddress,
  SparkNetworkPolicies,
  type SparkNetworkPoliciesProps,
} from './spark-network-policies';
