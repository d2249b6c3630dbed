import { isDigits, parseBoolean, parseLong } from './conf/numbers';
import { ROLE_KEYS, type Role } from './conf/role-keys';
import type { Settings } from './conf/settings';
import { split } from './java/text';
import { scalaOf, since } from './versions';
import { volumesInOrder } from './volume-order';

/** A volume of the configuration. */
export interface VolumeSettings {
  readonly type: 'hostPath' | 'emptyDir' | 'nfs' | 'persistentVolumeClaim';
  readonly name: string;
  readonly mountPath: string;
  readonly subPath: string;
  /** Absent before Spark 4.0. */
  readonly subPathExpr?: string;
  readonly readOnly: boolean;
  readonly options: Readonly<Record<string, string>>;
  readonly labels: (readonly [string, string])[];
  readonly annotations: (readonly [string, string])[];
}

const REQUIRED: Readonly<Record<VolumeSettings['type'], readonly string[]>> = {
  hostPath: ['path'],
  emptyDir: [],
  nfs: ['path', 'server'],
  persistentVolumeClaim: ['claimName'],
};

const isType = (type: string): type is VolumeSettings['type'] => Object.hasOwn(REQUIRED, type);

/** The volumes of a role in Spark's order, checked as Spark does. */
export function volumes(settings: Settings, role: Role): readonly VolumeSettings[] {
  const prefix = ROLE_KEYS[role].volumes;
  return volumesInOrder(volumesOf(settings, prefix, settings.walk(prefix)), scalaOf(settings.version));
}

/** Checks the volumes of a role, whatever their order. */
export function checkVolumes(settings: Settings, role: Role): void {
  const prefix = ROLE_KEYS[role].volumes;
  volumesOf(settings, prefix, settings.under(prefix));
}

function volumesOf(settings: Settings, prefix: string, found: readonly (readonly [string, string])[]): VolumeSettings[] {
  if (found.length === 0) return [];
  const properties = new Map(found);
  const named = new Map<string, readonly [string, string]>();
  for (const key of properties.keys()) {
    const [type, name] = split(key, '.');
    if (name !== undefined) named.set(`${type}.${name}`, [type, name]);
  }
  return [...named.values()].map(([type, name]) => volume(settings, prefix, properties, type, name));
}

function volume(
  settings: Settings,
  prefix: string,
  properties: ReadonlyMap<string, string>,
  type: string,
  name: string,
): VolumeSettings {
  const key = `${type}.${name}.`;
  const property = (suffix: string): string | undefined => properties.get(key + suffix);
  const required = (suffix: string): string =>
    property(suffix) ?? settings.refuse(`the volume ${type}.${name} has no ${suffix}`, `set ${prefix}${key}${suffix}`);
  if (!isType(type)) {
    settings.refuse(
      `${prefix}${key}… names the volume type ${type}`,
      `use one of ${Object.keys(REQUIRED).join(', ')}; others need a pod template`,
    );
  }
  const isNew = since(settings.version, '4.0');
  const subPath = property('mount.subPath');
  const subPathExpr = isNew ? property('mount.subPathExpr') : undefined;
  if (subPath !== undefined && subPathExpr !== undefined) {
    settings.refuse(`the volume ${name} has both mount.subPath and mount.subPathExpr`, 'keep one of them');
  }
  const mountPath = required('mount.path');
  const readOnlyText = property('mount.readOnly');
  const readOnly = readOnlyText === undefined ? false : parseBoolean(readOnlyText);
  if (readOnly === undefined) settings.refuse(`${prefix}${key}mount.readOnly is ${readOnlyText}`, 'write true or false');
  for (const option of REQUIRED[type]) required(`options.${option}`);
  const options = under(properties, `${key}options.`);
  const size = Object.fromEntries(options).sizeLimit;
  if (isNew && size !== undefined && (type === 'emptyDir' || type === 'persistentVolumeClaim'))
    checkSize(settings, `${prefix}${key}`, size);
  return {
    type,
    name,
    mountPath,
    subPath: subPath ?? '',
    ...(isNew ? { subPathExpr: subPathExpr ?? '' } : {}),
    readOnly,
    options: Object.fromEntries(options),
    labels: isNew ? under(properties, `${key}label.`) : [],
    annotations: isNew ? under(properties, `${key}annotation.`) : [],
  };
}

function under(properties: ReadonlyMap<string, string>, prefix: string): (readonly [string, string])[] {
  return [...properties]
    .filter(([key]) => key.startsWith(prefix))
    .map(([key, value]) => [key.slice(prefix.length), value] as const);
}

function checkSize(settings: Settings, key: string, size: string): void {
  if (!isDigits(size)) return;
  const bytes = parseLong(size);
  if (bytes === undefined || bytes < 1024) {
    settings.refuse(`${key}options.sizeLimit is ${size}, less than 1Ki`, 'add the unit, for example Gi');
  }
}
