import type { Application, RoleSpec, Texts } from './application';
import { OperatorRefusal } from './refusal';
import type { BatchScheduling } from './settings';
import { taskGroups } from './yunikorn';

/**
 * What batch scheduling changes in the application before the submission, when the operator has it switched on
 * (spark-operator 2.5.2, internal/scheduler/): labels and annotations by which the scheduler knows the pods of one group.
 *
 * @throws OperatorRefusal when the operator does not know the scheduler
 */
export function withBatchScheduling(application: Application, batch: BatchScheduling | undefined): Application {
  const name = application.spec.batchScheduler || batch?.defaultScheduler;
  if (batch === undefined || !name) return application;
  const kubeSchedulers = batch.kubeSchedulers ?? [];
  if (kubeSchedulers.includes(name)) return inPodGroup(application);
  if (name === 'volcano') return inVolcanoGroup(application);
  if (name === 'yunikorn') return inTaskGroups(application);
  throw new OperatorRefusal(
    'submit',
    `batchScheduler ${name} is none that the operator knows (${['volcano', 'yunikorn', ...kubeSchedulers].join(', ')})`,
    "choose one of them, or add it to the release's kubeSchedulerNames",
  );
}

function withRoles(application: Application, driver: Partial<RoleSpec>, executor: Partial<RoleSpec>): Application {
  const { spec } = application;
  return {
    ...application,
    spec: { ...spec, driver: { ...spec.driver, ...driver }, executor: { ...spec.executor, ...executor } },
  };
}

function inPodGroup(application: Application): Application {
  return { ...application, labels: { ...application.labels, 'scheduling.x-k8s.io/pod-group': `${application.name}-pg` } };
}

const VOLCANO_GROUP = 'scheduling.k8s.io/group-name';

/** A driver that states its group keeps it, and the executor then gets none. */
function inVolcanoGroup(application: Application): Application {
  const { driver, executor } = application.spec;
  if (driver.annotations && VOLCANO_GROUP in driver.annotations) return application;
  const group = (annotations?: Texts): Partial<RoleSpec> => ({
    annotations: { ...annotations, [VOLCANO_GROUP]: `spark-${application.name}-pg` },
  });
  return withRoles(application, group(driver.annotations), group(executor.annotations));
}

const TASK_GROUP = 'yunikorn.apache.org/task-group-name';

function inTaskGroups(application: Application): Application {
  const { driver, executor, batchSchedulerOptions } = application.spec;
  const queue = batchSchedulerOptions?.queue === undefined ? undefined : { queue: batchSchedulerOptions.queue };
  const labels = (own?: Texts): Partial<RoleSpec> => (queue ? { labels: { ...own, ...queue } } : {});
  return withRoles(
    application,
    {
      ...labels(driver.labels),
      annotations: {
        ...driver.annotations,
        [TASK_GROUP]: 'spark-driver',
        'yunikorn.apache.org/task-groups': taskGroups(application, queue ?? {}),
      },
    },
    { ...labels(executor.labels), annotations: { ...executor.annotations, [TASK_GROUP]: 'spark-executor' } },
  );
}
