/** Construct metadata by which rooms below the environment find out where they are. */

/** On an environment: `{ name: string }`. */
export const ENVIRONMENT_METADATA = 'cdk8s-spark-platform/environment';
/** On an environment: `{ cidrs: string[], port: number }`, the API server as pods reach it. */
export const API_SERVER_METADATA = 'cdk8s-spark-platform/api-server';
/** On an environment: `{ [key]: string }`, configuration of all its Spark workloads. */
export const SPARK_CONF_METADATA = 'cdk8s-spark-platform/spark-conf';
/** On an app: `{ name: string }`. */
export const APP_METADATA = 'cdk8s-spark-platform/app';
