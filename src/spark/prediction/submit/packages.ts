import { split, trim } from '../java/text';
import { isUri, pathOf, schemeOf } from '../java/uri';
import type { ReadFile } from '../model';
import { refuse } from './refuse';

/**
 * Refuses what spark-submit refuses before it looks for packages (`--packages`) in repositories; whether they hold them is not
 * known here.
 *
 * @param value of a key
 */
export function checkPackages(value: (key: string) => string | undefined, readFile: ReadFile = () => undefined): void {
  checkIvy(value, readFile);
  const packages = value(PACKAGES) ?? '';
  if (trim(packages) === '') return;
  for (const name of split(packages, ',')) checkCoordinate(PACKAGES, name, name);
  const excluded = value(EXCLUDES) ?? '';
  if (trim(excluded) === '') return;
  for (const name of split(excluded, ',')) checkCoordinate(EXCLUDES, name, `${name}:*`);
}

const PACKAGES = 'spark.jars.packages';
const EXCLUDES = 'spark.jars.excludes';
const IVY = 'spark.jars.ivy';
const IVY_SETTINGS = 'spark.jars.ivySettings';

function checkCoordinate(key: string, name: string, coordinate: string): void {
  const parts = split(coordinate.replaceAll('/', ':'), ':');
  if (parts.length === 3 && parts.every((part) => trim(part) !== '')) return;
  refuse(
    `${key} names ${name}`,
    key === PACKAGES ? 'write <group>:<artifact>:<version>' : 'write <group>:<artifact> for each package that is left out',
  );
}

/** The folder and the settings of Ivy are read whether there are packages or not. */
function checkIvy(value: (key: string) => string | undefined, readFile: ReadFile): void {
  const settings = value(IVY_SETTINGS);
  if (settings !== undefined) {
    const isFile = isUri(settings) && (schemeOf(settings) ?? 'file') === 'file';
    const content = isFile ? readFile(pathOf(settings.replace(/[?#].*$/, ''))) : undefined;
    if (content === undefined || !/^\s*</.test(Buffer.from(content).toString('utf8'))) {
      refuse(`${IVY_SETTINGS} is ${settings}`, 'name an XML file that spark-submit can read');
    }
    return;
  }
  const folder = value(IVY) ?? '';
  if (trim(folder) !== '' && !folder.startsWith('/')) refuse(`${IVY} is ${folder}`, 'write an absolute path');
}
