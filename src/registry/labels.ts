/** How a SparkApplication is meant to run: the value tells a batch run from a stream (see the health expressions). */
export const RUN_LABEL = 'cdk8s-spark-platform/run';
/** A run that ends: current when COMPLETED. */
export const RUN_ONCE = 'once';
/** A run that goes on: current when RUNNING. */
export const RUN_STREAMING = 'streaming';

/** Marks a ConfigMap whose entries are SparkApplications that an orchestrator submits. */
export const SPARK_APPLICATION_TEMPLATE_LABEL = 'cdk8s-spark-platform/spark-application-template';
/** On such a ConfigMap: how many of its runs may be alive at the same time. */
export const MAXIMUM_CONCURRENT_RUNS_ANNOTATION = 'cdk8s-spark-platform/maximum-concurrent-runs';

/** On what holds a Spark configuration: keys that no registry has, each with the reason why it stands there, as JSON. */
export const UNKNOWN_CONF_ANNOTATION = 'cdk8s-spark-platform/unknown-conf';
