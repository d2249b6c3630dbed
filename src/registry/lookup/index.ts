export { type ChangedDefault, compareVersions, type VersionChanges } from './compare';
export { entryProblem, launchProblem, sessionSettingProblem } from './conf-problems';
export { keyProblem, UNKNOWN_KEY } from './describe';
export { type FamilyMember, familyOf } from './families';
export { lookUp, readerLine, type Verdict } from './look-up';
export { type ConfReaders, type KeyReader, readersOf } from './readers';
export { flagVersion, type KeyEntry, Registry, sharedRegistry, versionRegistry, versionsWith } from './registry';
export { sessionProblem } from './session';
export {
  engineOfVersion,
  KNOWN_VERSIONS,
  newestVersion,
  type ReaderVersions,
  type VersionedEngine,
  versionLine,
} from './versions';
