/** Whose keys a registry holds. */
export type Engine = 'spark' | 'kyuubi' | 'hadoop' | 'iceberg';

/** The versions that read a configuration, as `4.0` or `4.0.1`; the newest known ones by default. */
export interface ReaderVersions {
  readonly spark?: string;
  readonly kyuubi?: string;
}

/** The version lines whose keys are known, oldest first. */
export const KNOWN_VERSIONS = {
  spark: ['3.5', '4.0', '4.1', '4.2'],
  kyuubi: ['1.10', '1.11', '1.12'],
} as const satisfies Readonly<Record<'spark' | 'kyuubi', readonly string[]>>;

/** Engines of which one registry a version line is known. */
export type VersionedEngine = keyof typeof KNOWN_VERSIONS;

/** `4.0.1` → `4.0`; undefined when the registry of that line is not known. */
export function versionLine(engine: VersionedEngine, version: string): string | undefined {
  const line = /^(\d+\.\d+)(\.\d+.*)?$/.exec(version)?.[1];
  return KNOWN_VERSIONS[engine].find((known) => known === line);
}

/** The newest known version line. */
export function newestVersion(engine: VersionedEngine): string {
  return KNOWN_VERSIONS[engine].at(-1) as string;
}

/** The engine that has a version line of this name; Spark's and Kyuubi's do not overlap. */
export function engineOfVersion(version: string): VersionedEngine | undefined {
  return (Object.keys(KNOWN_VERSIONS) as VersionedEngine[]).find((engine) => versionLine(engine, version) !== undefined);
}
