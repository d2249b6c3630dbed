import { pathOf, resolveUri } from '../java/uri';
import type { DriverContext } from './feature';

/** A path, or an address with a path. */
const TAKES_FILES = /^(?:[a-zA-Z][a-zA-Z0-9+.-]*:\/|file:$|[^:]*(?:\/|$))/;
/** No file system, one that is only read, and another machine's. */
const TAKES_NONE = /^(?:local:|https?:|file:\/\/[^/])/;

/** Where spark-submit uploads a file of its own machine to. */
export function uploaded({ settings, random, readFile }: DriverContext, file: string): string {
  const folder = settings.text('spark.kubernetes.file.upload.path');
  if (folder === undefined) {
    return settings.refuse(
      `${file} is on the machine of spark-submit, which a driver's pod cannot read`,
      'put the file into the image and write local:///path, or set spark.kubernetes.file.upload.path',
    );
  }
  if (!TAKES_FILES.test(folder) || TAKES_NONE.test(folder)) {
    settings.refuse(`spark.kubernetes.file.upload.path is ${folder}`, 'write an address such as s3a://bucket/path, or a path');
  }
  const path = pathOf(resolveUri(file));
  if (readFile(path) === undefined) {
    settings.refuse(
      `${file} is to be uploaded, and spark-submit has no such file`,
      'put the file there, or write local:///path for one in the image',
    );
  }
  return `${folder}/spark-upload-${random.uploadUuid}/${path.split('/').pop()}`;
}
