import type { JsonObject } from '../../manifest';
import { ROLE_KEYS, type Role } from './conf/role-keys';
import type { Settings } from './conf/settings';
import { applicationNameLabel } from './names';
import { since } from './versions';

/** A text with Spark's `{{APP_ID}}` and `{{EXECUTOR_ID}}` replaced. */
export function withIds(text: string, applicationId: string, executorId: string): string {
  return text.includes('{{') ? text.replaceAll('{{APP_ID}}', applicationId).replaceAll('{{EXECUTOR_ID}}', executorId) : text;
}

/** Labels of a driver or an executor: those of the configuration and Spark's own, which may not be set. */
export function podLabels(settings: Settings, role: Role, applicationId: string, executorId?: string): JsonObject {
  const own: Record<string, string> = {
    'spark-version': settings.version,
    'spark-app-selector': applicationId,
    'spark-app-name': applicationNameLabel(settings.raw('spark.app.name') ?? 'spark'),
    'spark-role': role,
  };
  if (executorId !== undefined) {
    own['spark-exec-id'] = executorId;
    own['spark-exec-resourceprofile-id'] = '0';
  }
  const prefix = ROLE_KEYS[role].label;
  const replacesIds = since(settings.version, '4.0');
  const labels = settings.under(prefix).map(([key, value]) => {
    if (Object.hasOwn(own, key)) {
      settings.refuse(`${prefix}${key} sets the label ${key}, which Spark sets itself`, 'choose another label, or leave it out');
    }
    return [key, replacesIds ? withIds(value, applicationId, executorId ?? '') : value];
  });
  return labels.length === 0 ? own : { ...Object.fromEntries(labels), ...own };
}

/** Annotations of a driver or an executor, with ids replaced. */
export function podAnnotations(
  settings: Settings,
  role: Role,
  applicationId: string,
  executorId = '',
): (readonly [string, string])[] {
  return settings
    .under(ROLE_KEYS[role].annotation)
    .map(([key, value]) => [key, withIds(value, applicationId, executorId)] as const);
}
