import { SparkRefusal } from '../model';

/** Throws what spark-submit refuses before it submits anything. */
export function refuse(problem: string, fix: string): never {
  throw new SparkRefusal('submit', problem, fix);
}
