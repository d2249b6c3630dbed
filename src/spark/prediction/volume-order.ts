import { immutableSetOrder } from './java/hash-order';
import { booleanHash, caseClassHash, mapHash, optionHash, type Scala, stringHash } from './java/scala-hash';
import type { VolumeSettings } from './volumes';

/** The volumes in the order in which Spark puts them into a pod: it makes a set of them. */
export const volumesInOrder = (volumes: readonly VolumeSettings[], scala: Scala): readonly VolumeSettings[] =>
  immutableSetOrder(volumes, (volume) => volumeHash(volume, scala), scala);

function volumeHash(volume: VolumeSettings, scala: Scala): number {
  const { name, mountPath, subPath, subPathExpr, readOnly } = volume;
  const texts = [name, mountPath, subPath, ...(subPathExpr === undefined ? [] : [subPathExpr])];
  const [type, fields] = typeFields(volume, scala);
  const fieldHashes = [
    ...texts.map(stringHash),
    booleanHash(readOnly),
    caseClassHash(`Kubernetes${type}VolumeConf`, fields, scala),
  ];
  return caseClassHash('KubernetesVolumeSpec', fieldHashes, scala);
}

/** What Spark keeps of each type of volume; Spark 4 keeps more. */
function typeFields({ type, options, labels, annotations }: VolumeSettings, scala: Scala): [string, number[]] {
  const option = (text: string | undefined): number => optionHash(text === undefined ? undefined : stringHash(text), scala);
  const sinceSpark4 = (...hashes: number[]): number[] => (scala === '2.13' ? hashes : []);
  switch (type) {
    case 'hostPath':
      return ['HostPath', [stringHash(options.path), ...sinceSpark4(stringHash(options.type ?? ''))]];
    case 'emptyDir':
      return ['EmptyDir', [option(options.medium), option(options.sizeLimit)]];
    case 'nfs':
      return ['NFS', [stringHash(options.path), stringHash(options.server)]];
    case 'persistentVolumeClaim': {
      const maps = [labels, annotations].map((entries) => optionHash(mapHash(entries, scala), scala));
      return [
        'PVC',
        [stringHash(options.claimName), option(options.storageClass), option(options.sizeLimit), ...sinceSpark4(...maps)],
      ];
    }
  }
}
