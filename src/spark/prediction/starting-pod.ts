import { ROLE_KEYS, type Role } from './conf/role-keys';
import type { Settings } from './conf/settings';
import type { PodTemplates } from './model';
import { copyOfPod, emptyPod, type SparkPod } from './pod';
import { podOfTemplate, TemplateProblem } from './template/parse-template';

/** The pod that a role's steps start from: its template when the configuration names one, otherwise an empty pod. */
export function startingPod(settings: Settings, role: Role, templates: PodTemplates): SparkPod {
  const file = settings.text(ROLE_KEYS[role].templateFile);
  if (file === undefined) return emptyPod();
  const problem = templates.problems?.[role];
  if (problem !== undefined) unreadable(settings, file, problem);
  const template = templates[role];
  if (template === undefined) return noTemplate(settings, role, file);
  try {
    return copyOfPod(podOfTemplate(template, settings.version, settings.text(ROLE_KEYS[role].templateContainer)));
  } catch (error) {
    if (!(error instanceof TemplateProblem)) throw error;
    return unreadable(settings, file, error.message);
  }
}

function unreadable(settings: Settings, file: string, problem: string): never {
  return settings.refuse(
    `Spark cannot read the pod template ${file}: ${problem}`,
    'write one pod, with apiVersion, kind and spec',
  );
}

function noTemplate(settings: Settings, role: Role, file: string): never {
  settings.refuse(
    `${ROLE_KEYS[role].templateFile} is ${file}, and there is no such file`,
    'name a file that spark-submit can read',
  );
}

/** The text that the driver gets as its executors' template. */
export function executorTemplateText(settings: Settings, { executor, executorText }: PodTemplates): string | undefined {
  const file = settings.text(ROLE_KEYS.executor.templateFile);
  if (file === undefined) return undefined;
  return executorText ?? (executor === undefined ? noTemplate(settings, 'executor', file) : JSON.stringify(executor));
}
