import type { JsonObject } from '../../../manifest';
import { add } from '../pod';
import { quantity } from '../quantity';
import { since } from '../versions';
import { type VolumeSettings, volumes } from '../volumes';
import { FEATURES, type Feature, type PodContext } from './feature';

/** The volumes of the configuration, with the claims that Spark creates for them. */
export function mountVolumes(context: PodContext): Feature {
  const { settings, role } = context;
  const accessMode = claimAccessMode(context);
  let claims: readonly JsonObject[] = [];
  return {
    name: `${FEATURES}.MountVolumesFeatureStep`,
    configure: (pod) => {
      const specs = volumes(settings, role);
      if (specs.length === 0) return;
      const paths = specs.map(({ mountPath }) => mountPath);
      const twice = paths.find((path, index) => paths.indexOf(path) !== index);
      if (twice !== undefined) {
        settings.refuse(`two volumes of the ${role} are mounted at ${twice}`, 'give each volume its own mount.path');
      }
      claims = specs.flatMap((spec, index) => claim(context, spec, index, accessMode));
      add(pod, {
        volumes: specs.map((spec, index) => ({ name: spec.name, ...source(context, spec, index) })),
        mounts: specs.map(({ name, mountPath, subPath, subPathExpr, readOnly }) => ({
          mountPath,
          name,
          readOnly,
          subPath,
          ...(subPathExpr === undefined ? {} : { subPathExpr }),
        })),
      });
    },
    resources: () => claims,
  };
}

/** `ReadWriteOncePod` is Spark's default since 4.0. */
function claimAccessMode({ settings }: PodContext): string {
  const legacy = settings.boolean('spark.kubernetes.legacy.useReadWriteOnceAccessMode');
  return (legacy ?? !since(settings.version, '4.0')) ? 'ReadWriteOnce' : 'ReadWriteOncePod';
}

function claimName({ namePrefix, executorId }: PodContext, { options }: VolumeSettings, index: number): string {
  if (executorId === undefined) return options.claimName.replaceAll('OnDemand', `${namePrefix}-driver-pvc-${index}`);
  return options.claimName
    .replaceAll('OnDemand', `${namePrefix}-exec-${executorId}-pvc-${index}`)
    .replaceAll('SPARK_EXECUTOR_ID', executorId);
}

function source(context: PodContext, spec: VolumeSettings, index: number): JsonObject {
  const { options, readOnly } = spec;
  switch (spec.type) {
    case 'hostPath': {
      const type = since(context.settings.version, '4.0') ? (options.type ?? '') : '';
      return { hostPath: { path: options.path, type } };
    }
    case 'nfs':
      return { nfs: { path: options.path, server: options.server } };
    case 'emptyDir':
      return {
        emptyDir: {
          medium: options.medium ?? '',
          ...(options.sizeLimit === undefined ? {} : { sizeLimit: size(context, spec) }),
        },
      };
    case 'persistentVolumeClaim':
      return { persistentVolumeClaim: { claimName: claimName(context, spec, index), readOnly } };
  }
}

function size({ settings, role }: PodContext, { type, name, options }: VolumeSettings): string {
  return quantity(settings, `spark.kubernetes.${role}.volumes.${type}.${name}.options.sizeLimit`, options.sizeLimit);
}

/** A claim is created when both its class and its size are known, whatever its name. */
function claim(context: PodContext, spec: VolumeSettings, index: number, accessMode: string): JsonObject[] {
  const { type, options, labels, annotations } = spec;
  if (type !== 'persistentVolumeClaim' || options.storageClass === undefined || options.sizeLimit === undefined) return [];
  return [
    {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: {
        ...(annotations.length === 0 ? {} : { annotations: Object.fromEntries(annotations) }),
        labels: { ...Object.fromEntries(labels), 'spark-app-selector': context.applicationId },
        name: claimName(context, spec, index),
      },
      spec: {
        accessModes: [accessMode],
        resources: { requests: { storage: size(context, spec) } },
        storageClassName: options.storageClass,
      },
    },
  ];
}
