import type { JsonObject } from '../../../manifest';
import { assign, metadataOf } from '../pod';
import { readYaml } from '../template/read-yaml';
import { FEATURES, type Feature, type PodContext } from './feature';

/** Spark's class of this step; the only one besides its own that comes with it (Spark 4.2 and later). */
export const VOLCANO = `${FEATURES}.VolcanoFeatureStep`;

const TEMPLATE_JSON = 'spark.kubernetes.scheduler.volcano.podGroupTemplateJson';
const TEMPLATE_FILE = 'spark.kubernetes.scheduler.volcano.podGroupTemplateFile';

/** A pod group of the scheduler Volcano, to which the pods of an application belong. */
export function volcano(context: PodContext): Feature {
  const { settings, applicationId, role } = context;
  const name = `${applicationId}-podgroup`;
  return {
    name: VOLCANO,
    configure: (pod) => assign(metadataOf(pod), 'annotations', [['scheduling.k8s.io/group-name', name]]),
    preResources: () => {
      if (role !== 'driver') return [];
      const { metadata = {}, spec = {}, ...rest } = groupTemplate(context);
      const namespace = settings.text('spark.kubernetes.namespace') ?? 'default';
      return [
        {
          ...rest,
          apiVersion: 'scheduling.volcano.sh/v1beta1',
          kind: 'PodGroup',
          metadata: { ...(metadata as JsonObject), name, namespace },
          spec,
        },
      ];
    },
  };
}

function groupTemplate(context: PodContext): JsonObject {
  const { settings, readFile } = context;
  const json = settings.raw(TEMPLATE_JSON);
  if (json !== undefined) return parsed(context, TEMPLATE_JSON, json);
  const file = settings.raw(TEMPLATE_FILE);
  if (file === undefined) return {};
  const content = readFile(file);
  if (content === undefined) {
    return settings.refuse(`${TEMPLATE_FILE} is ${file}, and there is no such file`, 'name a file that spark-submit can read');
  }
  return parsed(context, TEMPLATE_FILE, Buffer.from(content).toString('utf8'));
}

function parsed({ settings }: PodContext, key: string, text: string): JsonObject {
  try {
    const group = readYaml(text);
    if (typeof group === 'object' && group !== null && !Array.isArray(group)) return group as JsonObject;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
  }
  return settings.refuse(`${key} holds no pod group`, 'write a PodGroup of Volcano');
}
