const PREFIX = 'sparkoperator.k8s.io/';

/** Label of everything that belongs to an application, with its name. */
export const APP_NAME_LABEL = `${PREFIX}app-name`;
/** Label of the pods that the operator's webhook is asked about. */
export const LAUNCHED_LABEL = `${PREFIX}launched-by-spark-operator`;
/** Label of pods without a template of their own. It decides nothing: the webhook changes pods with a template too. */
export const MUTATED_LABEL = `${PREFIX}mutated-by-spark-operator`;
/** Label with the id of one submission. */
export const SUBMISSION_LABEL = `${PREFIX}submission-id`;
/** Spark's label with the role of a pod. */
export const ROLE_LABEL = 'spark-role';

/** Labels of the application with this prefix stay with it: Kueue would queue the pods a second time. */
export const KUEUE_PREFIX = 'kueue.x-k8s.io/';

/** Volumes with such a name go through Spark's configuration, all others through the webhook. */
export const LOCAL_DIRECTORY_PREFIX = 'spark-local-dir-';

/** Name of the container that Spark runs in. */
export const CONTAINER_NAME = { driver: 'spark-kubernetes-driver', executor: 'spark-kubernetes-executor' } as const;
