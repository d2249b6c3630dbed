import type { Problem } from '../problem';

/** A repository with a tag or digest; a registry port may stand before the first slash. */
const IMAGE =
  /^[a-z0-9.-]+(:[0-9]+)?(\/[a-z0-9._-]+)*(:(?<tag>[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}))?(@(?<digest>sha256:[0-9a-f]{64}))?$/;

/** Why an image reference may not be deployed: it is malformed or can mean another image tomorrow. */
export function imageProblem(reference: string): Problem | undefined {
  const match = IMAGE.exec(reference);
  if (!match)
    return {
      message: `image ${JSON.stringify(reference)} is not an image reference`,
      fix: 'write registry/repository:tag or registry/repository@sha256:…',
    };
  const { tag, digest } = match.groups as { tag?: string; digest?: string };
  if (digest === undefined && (tag === undefined || /(^|-)latest$/.test(tag)))
    return {
      message: `image ${JSON.stringify(reference)} ${tag === undefined ? 'has no tag' : `has the floating tag ${tag}`}: what runs would change without a pull request`,
      fix: 'write the tag of one build, or its digest',
    };
  return undefined;
}
