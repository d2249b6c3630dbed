import type { Problem } from '../../problem';
import { minorOf } from './versions';

/** The parts of an image reference. */
export interface ImageReference {
  readonly repository: string;
  readonly tag?: string;
  readonly digest?: string;
}

/** Splits `registry:5000/name:tag@sha256:…`; a colon before the last slash is the registry's port. */
export function parseImage(image: string): ImageReference {
  const [name = '', digest] = image.split('@');
  const colon = name.lastIndexOf(':');
  const tagged = colon > name.lastIndexOf('/');
  return {
    repository: tagged ? name.slice(0, colon) : name,
    tag: tagged ? name.slice(colon + 1) : undefined,
    digest,
  };
}

const FLOATING = /^(latest|stable|main|master|edge|nightly|dev)$|(^|[-.])latest$/;

/** The first `x.y.z` or `x.y` in a tag that is the tag's beginning, so `3.5.9-1.12.0` names Spark 3.5.9. */
function versionNamedBy(tag: string): string | undefined {
  return /^v?(\d+\.\d+(?:\.\d+)?)(?![\d])/.exec(tag)?.[1];
}

/** What is wrong with the image of a Spark version. */
export function imageProblems(image: string, sparkVersion: string): Problem[] {
  const { repository, tag, digest } = parseImage(image);
  if (/(^|\/)apache\/spark-py$/.test(repository)) {
    return [
      {
        message: `image '${image}' is of the repository apache/spark-py, which was frozen at v3.4.0`,
        fix: `use apache/spark:${sparkVersion}-python3 or an image of your own built on it`,
      },
    ];
  }
  if (image === '' || /\s/.test(image) || image.includes('${')) {
    return [{ message: `image '${image}' is not an image reference`, fix: "write 'repository:tag' or 'repository@sha256:…'" }];
  }
  if (tag === undefined) {
    if (digest !== undefined) return [];
    return [
      {
        message: `image '${image}' has no tag, which means the floating tag latest`,
        fix: `write '${image}:<tag>' with an exact tag`,
      },
    ];
  }
  if (FLOATING.test(tag)) {
    return [
      {
        message: `image '${image}' has the floating tag '${tag}': what runs would change without a change in Git`,
        fix: `write an exact tag such as '${sparkVersion}' or a digest`,
      },
    ];
  }
  const named = versionNamedBy(tag);
  if (/^v\d/.test(tag) && /(^|\/)apache\/spark$/.test(repository)) {
    return [
      {
        message: `image '${image}' does not exist: the tags of apache/spark have no v in front`,
        fix: `write '${repository}:${tag.slice(1)}'`,
      },
    ];
  }
  const full = named !== undefined && named.split('.').length === 3;
  if (named !== undefined && (full ? named !== sparkVersion : named !== minorOf(sparkVersion))) {
    return [
      {
        message: `image '${image}' names Spark ${named} in its tag, but the runtime is Spark ${sparkVersion}`,
        fix: `write SparkRuntime.of('${full ? named : `${named}.…`}', …), or take the image of Spark ${sparkVersion}`,
      },
    ];
  }
  return [];
}
