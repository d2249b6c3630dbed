import { posix } from 'node:path';
import type { Application, Role } from './application';
import { conf, confOf } from './arguments';
import { APP_NAME_LABEL, KUEUE_PREFIX, LAUNCHED_LABEL, MUTATED_LABEL, SUBMISSION_LABEL } from './labels';
import { localVolumeArguments } from './local-volumes';
import { isBeforeSpark3 } from './semantic-version';

/** Everything of the driver: its configuration, environment, secrets and local directories. */
export function driverArguments(application: Application, submissionId: string): string[] {
  const { driver, image } = application.spec;
  return [
    ...operatorLabels('driver', application, submissionId),
    ...conf([
      ['spark.kubernetes.driver.container.image', driver.image || image || undefined],
      ...sizes('driver', application),
      ['spark.kubernetes.authenticate.driver.serviceAccountName', driver.serviceAccount],
      ['spark.driver.extraJavaOptions', driver.javaOptions],
      ['spark.kubernetes.driver.master', driver.kubernetesMaster],
    ]),
    ...ownMetadata('driver', application),
    ...confOf('spark.kubernetes.driver.service.label.', driver.serviceLabels),
    ...confOf('spark.kubernetes.driver.service.annotation.', driver.serviceAnnotations),
    ...secretKeyRefs('driver', application),
    ...environment('driver', application),
    ...secrets('driver', application),
    ...localVolumeArguments(application, 'driver'),
  ];
}

/** The same of the executors. */
export function executorArguments(application: Application, submissionId: string): string[] {
  const { executor, image } = application.spec;
  return [
    ...operatorLabels('executor', application, submissionId),
    ...conf([
      ['spark.executor.instances', executor.instances],
      ['spark.kubernetes.executor.container.image', executor.image || image || undefined],
      ...sizes('executor', application),
      ['spark.kubernetes.authenticate.executor.serviceAccountName', executor.serviceAccount],
      ['spark.kubernetes.executor.deleteOnTermination', executor.deleteOnTermination],
    ]),
    ...ownMetadata('executor', application),
    ...secretKeyRefs('executor', application),
    ...conf([['spark.executor.extraJavaOptions', executor.javaOptions]]),
    ...environment('executor', application),
    ...secrets('executor', application),
    ...localVolumeArguments(application, 'executor'),
  ];
}

function operatorLabels(role: Role, { name, spec }: Application, submissionId: string): string[] {
  const prefix = `spark.kubernetes.${role}.label.`;
  const mutated = isBeforeSpark3(spec.sparkVersion) || spec[role].template === undefined;
  return conf([
    [`${prefix}${APP_NAME_LABEL}`, name],
    [`${prefix}${LAUNCHED_LABEL}`, 'true'],
    [`${prefix}${MUTATED_LABEL}`, mutated ? 'true' : undefined],
    [`${prefix}${SUBMISSION_LABEL}`, submissionId],
  ]);
}

function sizes(role: Role, { spec }: Application): Array<readonly [string, string | number | undefined]> {
  const { cores, coreRequest, coreLimit, memory, memoryOverhead } = spec[role];
  return [
    [`spark.${role}.cores`, cores],
    [`spark.kubernetes.${role}.request.cores`, coreRequest],
    [`spark.kubernetes.${role}.limit.cores`, coreLimit],
    [`spark.${role}.memory`, memory],
    [`spark.${role}.memoryOverhead`, memoryOverhead],
  ];
}

/** The application's own labels go to both roles; a role's label of the same name comes later and wins. */
function ownMetadata(role: Role, { labels, spec }: Application): string[] {
  const passedOn = Object.fromEntries(Object.entries(labels).filter(([key]) => !key.startsWith(KUEUE_PREFIX)));
  return [
    ...confOf(`spark.kubernetes.${role}.label.`, passedOn),
    ...confOf(`spark.kubernetes.${role}.label.`, spec[role].labels),
    ...confOf(`spark.kubernetes.${role}.annotation.`, spec[role].annotations),
  ];
}

function secretKeyRefs(role: Role, { spec }: Application): string[] {
  const references = Object.entries(spec[role].envSecretKeyRefs ?? {});
  return conf(
    references.map(([variable, { name, key }]) => [`spark.kubernetes.${role}.secretKeyRef.${variable}`, `${name}:${key}`]),
  );
}

const ENVIRONMENT = { driver: 'spark.kubernetes.driverEnv.', executor: 'spark.executorEnv.' } as const;

function environment(role: Role, { spec }: Application): string[] {
  return confOf(ENVIRONMENT[role], spec[role].envVars);
}

/** Types of secrets whose path a library looks for in an environment variable, and the file that it expects there. */
const SECRET_FILES: Readonly<Record<string, readonly [variable: string, file: string]>> = {
  GCPServiceAccount: ['GOOGLE_APPLICATION_CREDENTIALS', 'key.json'],
  HadoopDelegationToken: ['HADOOP_TOKEN_FILE_LOCATION', 'hadoop.token'],
};

function secrets(role: Role, { spec }: Application): string[] {
  return (spec[role].secrets ?? []).flatMap(({ name, path, secretType }) => {
    const [variable, file] = SECRET_FILES[secretType ?? ''] ?? [];
    return conf([
      [`spark.kubernetes.${role}.secrets.${name}`, path],
      [`${ENVIRONMENT[role]}${variable}`, file && posix.join(path, file)],
    ]);
  });
}
