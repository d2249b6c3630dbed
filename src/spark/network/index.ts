export { NetworkDestination } from './network-destination';
export {
  API_SERVER_METADATA,
  type ApiServerAddress,
  SparkNetworkPolicies,
  type SparkNetworkPoliciesProps,
} from './spark-network-policies';
