import { KNOWN_VERSIONS, type VersionedEngine, versionLine } from '../registry/lookup';

/** The version lines of an engine of which the keys are known: `3.5, 4.0`. */
export const knownVersions = (engine: VersionedEngine): string => KNOWN_VERSIONS[engine].join(', ');

/** What is wrong with the version that an option (`--kyuubi-version`) gives. */
export function versionProblems(engine: VersionedEngine, version: string | undefined): string[] {
  if (version === undefined || versionLine(engine, version) !== undefined) return [];
  return [`--${engine}-version is '${version}', known are ${knownVersions(engine)}`];
}
