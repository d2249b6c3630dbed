import { ROLE_KEYS } from './conf/role-keys';
import type { Feature, PodContext } from './features/feature';
import { VOLCANO, volcano } from './features/volcano';
import { since } from './versions';

/** Spark's steps and those of the configuration, without the excluded ones (Spark 4.1 and later). */
export function includedSteps(context: PodContext, steps: Feature[]): Feature[] {
  const { settings, role } = context;
  const keys = ROLE_KEYS[role];
  const all = [...steps, ...settings.list(keys.featureSteps).map((name) => furtherStep(context, name))];
  const excluded = since(settings.version, '4.1') ? settings.list(keys.excludedFeatureSteps) : [];
  return excluded.length === 0 ? all : all.filter(({ name }) => !excluded.includes(name));
}

function furtherStep(context: PodContext, name: string): Feature {
  const { settings, role } = context;
  if (name === VOLCANO && since(settings.version, '4.2')) return volcano(context);
  return settings.refuse(
    `${ROLE_KEYS[role].featureSteps} names ${name}, which is not part of Spark ${settings.version}: what it does to the pod is not known`,
    'leave it out for a prediction',
  );
}
