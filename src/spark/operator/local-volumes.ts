import type { JsonObject } from '../../manifest';
import type { Application, Role, Volume, VolumeMount } from './application';
import { conf } from './arguments';
import { canonicalQuantity } from './canonical-quantity';
import { LOCAL_DIRECTORY_PREFIX } from './labels';
import { OperatorRefusal } from './refusal';

type Pairs = Array<readonly [key: string, value: string | undefined]>;

/** The volume types that become configuration, in the order in which the operator looks for them, with their options. */
const OPTIONS: Readonly<Record<string, (source: JsonObject) => Pairs>> = {
  emptyDir: ({ sizeLimit, medium }) => [
    ['sizeLimit', quantityText(sizeLimit)],
    ['medium', text(medium)],
  ],
  hostPath: ({ path, type }) => [
    ['path', String(path)],
    ['type', type === undefined ? undefined : String(type)],
  ],
  nfs: ({ path, server, readOnly }) => [
    ['path', String(path)],
    ['server', String(server)],
    ['readOnly', flag(readOnly)],
  ],
  persistentVolumeClaim: ({ claimName, readOnly }) => [
    ['claimName', String(claimName)],
    ['readOnly', flag(readOnly)],
  ],
};

/**
 * The arguments for a role's mounts of volumes named `spark-local-dir-…`, which Spark itself mounts.
 *
 * @throws OperatorRefusal when such a volume does not exist or has another type; the operator then does not submit
 */
export function localVolumeArguments({ spec }: Application, role: Role): string[] {
  const isLocal = ({ name }: { readonly name: string }): boolean => name.startsWith(LOCAL_DIRECTORY_PREFIX);
  const volumes = new Map((spec.volumes ?? []).filter(isLocal).map((volume) => [volume.name, volume]));
  return (spec[role].volumeMounts ?? []).filter(isLocal).flatMap((mount) => mountArguments(role, mount, volumes.get(mount.name)));
}

function mountArguments(role: Role, mount: VolumeMount, volume: Volume | undefined): string[] {
  if (volume === undefined) {
    throw new OperatorRefusal(
      'submit',
      `${role}.volumeMounts names ${mount.name}, which is not among the volumes`,
      `add a volume ${mount.name} to spec.volumes`,
    );
  }
  const type = Object.keys(OPTIONS).find((each) => volume[each] !== undefined);
  if (type === undefined) {
    throw new OperatorRefusal(
      'submit',
      `volume ${volume.name} is none of ${Object.keys(OPTIONS).join(', ')}, the types that a ${LOCAL_DIRECTORY_PREFIX}… volume can have`,
      `give it one of these types, or a name that does not start with ${LOCAL_DIRECTORY_PREFIX}`,
    );
  }
  const prefix = `spark.kubernetes.${role}.volumes.${type}.${volume.name}`;
  return conf([
    [`${prefix}.mount.path`, text(mount.mountPath)],
    [`${prefix}.mount.subPath`, text(mount['subPath'])],
    [`${prefix}.mount.readOnly`, flag(mount['readOnly'])],
    ...(OPTIONS[type]?.(volume[type] as JsonObject) ?? []).map(([key, value]) => [`${prefix}.options.${key}`, value] as const),
  ]);
}

/** An empty text counts as absent. */
function text(value: unknown): string | undefined {
  return value === undefined || value === '' ? undefined : String(value);
}

function flag(value: unknown): string | undefined {
  return value === true ? 'true' : undefined;
}

function quantityText(value: unknown): string | undefined {
  return value === undefined ? undefined : (canonicalQuantity(String(value)) ?? String(value));
}
