import type { JsonObject } from '../../manifest';
import { sparkResourcePrefix } from '../../naming';
import { Settings } from './conf/settings';
import { basicExecutor, type ExecutorContext } from './features/basic-executor';
import { executorCredentials } from './features/executor-credentials';
import type { Feature } from './features/feature';
import { executorHadoopConf } from './features/hadoop-conf';
import { localDirs } from './features/local-dirs';
import { mountSecrets, secretVariables } from './features/secrets';
import { mountVolumes } from './features/volumes';
import { startupOptions, supplementJavaOptions } from './java-options';
import { executorMemory } from './memory';
import type { MemoryParts, PodTemplates, PredictedExecutor, RandomParts, ReadFile } from './model';
import { EXECUTOR_PREFIX_LENGTH, isExecutorPrefix } from './names';
import { finishedPod } from './pod';
import { checkTaskResources, executorResources } from './resources';
import { checkSecurity } from './security';
import { startingPod } from './starting-pod';
import { includedSteps } from './steps';

const PREFIX = 'spark.kubernetes.executor.podNamePrefix';

/** What a driver builds its executors from. */
export interface ExecutorsProps {
  /** The driver's Spark. */
  readonly version: string;
  /** The properties that the driver reads, sorted by key. */
  readonly properties: ReadonlyMap<string, string>;
  readonly templates: PodTemplates;
  readonly random: RandomParts;
  readonly count: number;
  /** The driver's pod, which owns executors. */
  readonly owner?: JsonObject;
}

/** Spark's steps for an executor, in its order. */
function executorSteps(context: ExecutorContext): Feature[] {
  return [
    basicExecutor(context),
    executorCredentials(context),
    mountSecrets(context),
    secretVariables(context),
    mountVolumes(context),
    executorHadoopConf(context),
    localDirs(context),
  ];
}

const noFiles: ReadFile = () => undefined;

/** Builds executors as the application's Spark does, from the properties of its driver. */
export function buildExecutors(props: ExecutorsProps): { executors: PredictedExecutor[]; memory: MemoryParts } {
  const { random, owner } = props;
  const settings = new Settings(driverSettings(props), props.version, 'executor');
  checkTaskResources(settings);
  checkSecurity(settings);
  const prefix = settings.text(PREFIX) ?? '';
  const shared = {
    settings,
    random,
    readFile: noFiles,
    namePrefix: prefix,
    applicationId: settings.raw('spark.app.id') ?? random.driversApplicationId,
    role: 'executor',
    cores: settings.integer('spark.executor.cores') ?? 1,
    memory: executorMemory(settings),
    resources: executorResources(settings),
    startupOptions: startupOptions(settings),
    ...(owner === undefined ? {} : { owner }),
  } satisfies Partial<ExecutorContext>;
  const executors = Array.from({ length: props.count }, (_, index) =>
    buildExecutor({ ...shared, executorId: String(index + 1) }, props.templates),
  );
  return { executors, memory: shared.memory };
}

/** The configuration of a running driver: its properties, and what it adds before it makes executors. */
function driverSettings({ properties, version, random, count }: ExecutorsProps): Map<string, string> {
  const all = new Map(properties);
  const settings = new Settings(all, version, 'executor');
  supplementJavaOptions(settings, all);
  const prefix = settings.text(PREFIX);
  if (prefix === undefined) {
    all.set(PREFIX, sparkResourcePrefix(settings.raw('spark.app.name') ?? 'spark', random.executorPrefixId));
  } else if (count > 0 && !isExecutorPrefix(prefix)) {
    settings.refuse(
      `${PREFIX} is ${prefix}`,
      `write lower-case letters, digits, - and ., at most ${EXECUTOR_PREFIX_LENGTH} characters, with a letter or digit at both ends`,
    );
  }
  return all;
}

function buildExecutor(context: ExecutorContext, templates: PodTemplates): PredictedExecutor {
  const { settings } = context;
  const pod = startingPod(settings, 'executor', templates);
  const resources: JsonObject[] = [];
  for (const step of includedSteps(context, executorSteps(context))) {
    step.configure?.(pod);
    const created = step.resources?.();
    if (created !== undefined) resources.push(...created);
  }
  return { pod: finishedPod(pod), resources };
}
