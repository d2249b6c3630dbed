import { nearest } from '../../../registry/nearest';
import { type Shape, shapeOf } from './shape';

/** Objects in which people look for a field at the wrong place, with their paths in an application. */
const PLACES = [
  ['spec', 'SparkApplicationSpec'],
  ['spec.driver', 'Driver'],
  ['spec.executor', 'Executor'],
] as const;

/** What to write instead of a field that an object does not have. */
export function suggestion(name: string, shape: Shape): string {
  const [near] = nearest(name, shape.fields.keys(), 1);
  if (near !== undefined && near.toLowerCase() === name.toLowerCase()) return `write ${near}: upper and lower case count`;
  const places = PLACES.filter(([, other]) => shapeOf(other) !== shape && shapeOf(other).fields.has(name)).map(
    ([path]) => `${path}.${name}`,
  );
  if (places.length > 0) return `it is a field elsewhere: ${places.join(', ')}`;
  return near === undefined ? 'leave it out' : `did you mean ${near}?`;
}
