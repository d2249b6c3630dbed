import { pathOf, resolveUri } from '../java/uri';
import type { DriverContext } from './feature';

/** Where spark-submit uploads a file of its own machine to. */
export function uploaded({ settings, random, readFile }: DriverContext, file: string): string {
  const folder = settings.text('spark.kubernetes.file.upload.path');
  if (folder === undefined) {
    settings.refuse(
      `${file} is on the machine of spark-submit, which a driver's pod cannot read`,
      'put the file into the image and write local:///path, or set spark.kubernetes.file.upload.path',
    );
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
