import type { JsonObject } from '../../../manifest';
import { ROLE_KEYS, type Role } from '../conf/role-keys';
import type { Settings } from '../conf/settings';
import { since } from '../versions';

/** The image of a role's container. */
export function image(settings: Settings, role: Role): string {
  const key = ROLE_KEYS[role].image;
  const found = settings.text(key) ?? settings.text('spark.kubernetes.container.image');
  if (found === undefined) {
    settings.refuse(
      `the ${role} has no image; one in a pod template does not count`,
      `set spark.kubernetes.container.image or ${key}`,
    );
  }
  return since(settings.version, '4.1') ? found.replaceAll('{{SPARK_VERSION}}', settings.version) : found;
}

/** Refuses a size that no ConfigMap may have. */
export function checkConfigMapSize(settings: Settings): void {
  const key = 'spark.kubernetes.configMap.maxSize';
  const size = settings.long(key);
  if (size !== undefined && size > 1048576) settings.refuse(`${key} is ${size}`, 'write at most 1048576 bytes');
}

export function pullPolicy(settings: Settings): string {
  return settings.oneOf('spark.kubernetes.container.image.pullPolicy', ['Always', 'Never', 'IfNotPresent']) ?? 'IfNotPresent';
}

export function imagePullSecrets(settings: Settings): JsonObject[] {
  return settings.list('spark.kubernetes.container.image.pullSecrets').map((name) => ({ name }));
}

/** Node selectors for both roles, then the role's own. */
export function nodeSelectors(settings: Settings, role: Role): (readonly [string, string])[] {
  return [...settings.under('spark.kubernetes.node.selector.'), ...settings.under(ROLE_KEYS[role].nodeSelector)];
}

export function schedulerName(settings: Settings, role: Role): string | undefined {
  return settings.text(ROLE_KEYS[role].schedulerName) ?? settings.text('spark.kubernetes.scheduler.name');
}
