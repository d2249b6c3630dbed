import { readableName } from '../../spark/pods/summary';
import type { Role } from './prediction';
import { readableRun } from './scheduled';

/** A name for people, of a pod or of what belongs to it, also of a scheduled run. */
export const shownName = (name: string, role: Role): string => readableName(role, readableRun(name));
