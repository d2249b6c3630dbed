import type { JsonObject } from '../../../manifest';
import { split } from '../java/text';
import { add, items, variable } from '../pod';
import { FEATURES, type Feature, type PodContext } from './feature';

const PREFIX = 'spark-local-dir-';

/** Where Spark keeps its scratch data: volumes whose names say so, or an `emptyDir` for each directory. */
export function localDirs({ settings, random }: PodContext): Feature {
  const inMemory = settings.boolean('spark.kubernetes.local.dirs.tmpfs') ?? false;
  return {
    name: `${FEATURES}.LocalDirsFeatureStep`,
    configure: (pod) => {
      const mounts = items(pod.container, 'volumeMounts') as JsonObject[];
      if (mounts.some(({ name }) => name === undefined)) {
        settings.refuse("a volumeMount of Spark's container in the pod template has no name", 'name the volume that it mounts');
      }
      const mounted = mounts.filter(({ name }) => String(name).startsWith(PREFIX)).map(({ mountPath }) => String(mountPath));
      if (mounted.length > 0) {
        add(pod, { env: [variable('SPARK_LOCAL_DIRS', mounted.join(','))] });
        return;
      }
      const folders = split(settings.raw('spark.local.dir') ?? `/var/data/spark-${random.localDirectoryUuid}`, ',');
      const scratch: JsonObject = inMemory ? { medium: 'Memory' } : {};
      const name = (index: number): string => `${PREFIX}${index + 1}`;
      add(pod, {
        volumes: folders.map((_, index) => ({ emptyDir: scratch, name: name(index) })),
        mounts: folders.map((mountPath, index) => ({ mountPath, name: name(index) })),
        env: [variable('SPARK_LOCAL_DIRS', folders.join(','))],
      });
    },
  };
}
