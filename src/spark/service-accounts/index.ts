export { type ISparkServiceAccounts, SparkServiceAccounts, type SparkServiceAccountsProps } from './spark-service-accounts';
