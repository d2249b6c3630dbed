import type { JsonValue } from '../../manifest';
import type { RandomParts } from './model';

const zeros = (digits: number): string => '0'.repeat(digits);

/** Zeros in the shape and length of what Spark draws today: 3 random bytes and the low 40 bits of the time, in hexadecimal. */
const UNIQUE_ID = zeros(16);

/** What stands in for everything that Spark draws at run time. */
export const DEFAULT_RANDOM_PARTS: RandomParts = {
  applicationId: `spark-${zeros(32)}`,
  driversApplicationId: `spark-${zeros(32)}`,
  driverPrefixId: UNIQUE_ID,
  executorPrefixId: UNIQUE_ID,
  driverServiceId: UNIQUE_ID,
  driverConfigMapId: UNIQUE_ID,
  executorConfigMapId: UNIQUE_ID,
  localDirectoryUuid: `${zeros(8)}-${zeros(4)}-${zeros(4)}-${zeros(4)}-${zeros(12)}`,
  uploadUuid: `${zeros(8)}-${zeros(4)}-${zeros(4)}-${zeros(4)}-${zeros(12)}`,
  authenticationSecret: zeros(64),
  submitTime: zeros(13),
  user: 'spark',
};

const PLACEHOLDERS: readonly (readonly [string, string])[] = [
  [DEFAULT_RANDOM_PARTS.authenticationSecret, '<secret>'],
  [DEFAULT_RANDOM_PARTS.applicationId, '<application-id>'],
  [DEFAULT_RANDOM_PARTS.localDirectoryUuid, '<uuid>'],
  [UNIQUE_ID, '<id>'],
  [DEFAULT_RANDOM_PARTS.submitTime, '<time>'],
];

/** A text with the zeros that stand in for random parts shown as `<id>`, for people. */
export function readableText(text: string): string {
  if (!text.includes('0000')) return text;
  return PLACEHOLDERS.reduce((readable, [zeroes, placeholder]) => readable.replaceAll(zeroes, placeholder), text);
}

/** A prediction, or a part of one, with its random parts shown as `<id>`, for people. */
export function readable<T extends JsonValue>(value: T): T {
  if (typeof value === 'string') return readableText(value) as T;
  if (Array.isArray(value)) return value.map(readable) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [readableText(key), readable(inner)])) as T;
}
