import { readableText } from '../../spark/prediction';
import type { Role } from './prediction';
import { readableRun } from './scheduled';

/** A name for people, of a pod or of what belongs to it: `<id>` for what is drawn at run time, `<n>` for the number that tells executors apart. */
export function readableName(name: string, role: Role): string {
  const readable = readableText(readableRun(name));
  return role === 'driver' ? readable : readable.replace(/-exec-1(?=-|$)/, '-exec-<n>');
}
