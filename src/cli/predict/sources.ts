import { versionLine, versionRegistry } from '../../registry/lookup';
import type { Prediction, Role } from './prediction';

/** Where a value comes from. */
export interface Source {
  readonly key: string;
  /** Absent when nobody set the key and it has no default. */
  readonly value?: string;
  /** `spark-defaults.conf:12`, `--conf`, `default of Spark 3.5.9`. */
  readonly from: string;
}

/** The Spark that builds a role's pod: the submitter the driver's, the driver those of the executors. */
export function builderOf(role: Role, { submitter, application }: Pick<Prediction, 'submitter' | 'application'>): string {
  return role === 'driver' ? submitter : application;
}

/** The first of the keys that somebody set; undefined when nobody set any. */
export function setSource(keys: readonly string[], prediction: Prediction): Source | undefined {
  for (const key of keys) {
    const from = prediction.originOf(key);
    const value = prediction.pods.driverProperties[key];
    if (from !== undefined) return { key, from, ...(value === undefined ? {} : { value }) };
  }
  return undefined;
}

/** The first of the keys that somebody set, or else the last of them with its default. */
export function sourceOf(keys: readonly string[], role: Role, prediction: Prediction): Source {
  const found = setSource(keys, prediction);
  if (found !== undefined) return found;
  const key = keys.at(-1) as string;
  const version = builderOf(role, prediction);
  const value = versionRegistry('spark', versionLine('spark', version) as string).get(key)?.default;
  return { key, from: `default of Spark ${version}`, ...(value === undefined ? {} : { value }) };
}

/** `spark.driver.memory 2g (spark-defaults.conf:4)`. */
export function sourceText({ key, value, from }: Source): string {
  return `${key}${value ? ` ${value}` : ''} (${from})`;
}
