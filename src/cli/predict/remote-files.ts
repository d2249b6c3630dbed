import type { JsonObject } from '../../manifest';
import { textAt, valueAt } from '../../manifest/values';
import type { Finding } from './finding';

/** Where an application names files that spark-submit looks for before it submits; the program itself is not among them. */
const LISTS: readonly (readonly string[])[] = [
  ...['jars', 'files', 'pyFiles', 'archives'].map((name) => ['spec', 'deps', name]),
  ...['spark.jars', 'spark.files', 'spark.submit.pyFiles', 'spark.archives'].map((key) => ['spec', 'sparkConf', key]),
];

/** Places that are left to the driver, and the submitter's own disk. */
const LEFT_ALONE = ['local', 'file', 'http', 'https', 'ftp'];

/**
 * Files that only an extended image of the operator can submit: its spark-submit asks the file system of their scheme, and
 * the image brings Spark's own jars only (hdfs is among them, s3a is not).
 */
export function remoteFileFindings(manifest: JsonObject, where: (field: string) => string): Finding[] {
  return LISTS.flatMap((path) => {
    const schemes = new Set(
      urisAt(manifest, path).flatMap((uri) => /^([a-z][a-z0-9+.-]*):/i.exec(uri)?.[1]?.toLowerCase() ?? []),
    );
    return [...schemes]
      .filter((scheme) => !LEFT_ALONE.includes(scheme))
      .map((scheme) => ({ where: where(fieldOf(path)), ...problemOf(scheme) }));
  });
}

function urisAt(manifest: JsonObject, path: readonly string[]): string[] {
  const list = valueAt(manifest, ...path);
  return Array.isArray(list) ? list.map(String) : (textAt(manifest, ...path)?.split(',') ?? []).map((uri) => uri.trim());
}

const fieldOf = ([spec, parent, name]: readonly string[]): string =>
  parent === 'deps' ? `${spec}.deps.${name}` : `${spec}.${parent}[${name}]`;

function problemOf(scheme: string): { readonly message: string; readonly fix: string } {
  const asIf = 'the pods are predicted as if they were found';
  return scheme === 'hdfs'
    ? {
        message: "names files in hdfs, which the operator's spark-submit looks for: it has to reach them",
        fix: `give the operator a way to the name node; ${asIf}`,
      }
    : {
        message: `names files in ${scheme}, which the operator's spark-submit looks for; its image has no file system for ${scheme}`,
        fix: `add the jars of ${scheme} to the operator's image, or use local:// or https://; ${asIf}`,
      };
}
