import type { JsonObject } from '../../manifest';
import { objectAt, textAt } from '../../manifest/values';

/** A run is named after the nanosecond in which it starts: here the right number of zeros. */
const TIME = '0'.repeat(19);

const LABEL = 'sparkoperator.k8s.io/scheduled-app-name';

/** The SparkApplication that the operator makes for a run of a ScheduledSparkApplication. */
export function runOf(scheduled: JsonObject): JsonObject {
  const { name = '', namespace, labels } = objectAt(scheduled, 'metadata');
  return {
    apiVersion: textAt(scheduled, 'apiVersion') ?? '',
    kind: 'SparkApplication',
    metadata: {
      name: `${String(name)}-${TIME}`,
      ...(namespace === undefined ? {} : { namespace }),
      labels: { [LABEL]: name, ...objectAt({ labels: labels ?? {} }, 'labels') },
    },
    spec: objectAt(scheduled, 'spec', 'template'),
  };
}

/** A name for people: `<time>` for when the run starts. */
export function readableRun(name: string): string {
  return name.replace(new RegExp(`-${TIME}(?=-|$)`), '-<time>');
}
