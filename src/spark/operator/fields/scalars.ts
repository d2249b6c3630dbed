import type { JsonValue } from '../../../manifest';
import { canonicalQuantity } from '../canonical-quantity';
import type { FieldType } from './shape';

/** What is wrong with a scalar: the end of a sentence, and what to write instead. */
export interface ScalarProblem {
  readonly problem: string;
  readonly fix: string;
}

/** The type of a scalar field. */
export type ScalarType = Exclude<FieldType, { is: 'object' | 'list' | 'map' }>;

const RFC3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

/** What a value is, for people: `the number 1024`, `the text 'x'`, `a list`. */
export function described(value: JsonValue): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  return typeof value === 'string' ? `the text '${value}'` : `the ${typeof value} ${value}`;
}

/**
 * What keeps a value from being stored in a field.
 *
 * @param isTemplate of a pod template only the types of Go count
 */
export function scalarProblem(value: JsonValue, type: ScalarType, isTemplate: boolean): ScalarProblem | undefined {
  switch (type.is) {
    case 'any':
      return undefined;
    case 'text':
      return textProblem(value, type, isTemplate);
    case 'number':
      return numberProblem(value, type, isTemplate);
    case 'boolean':
      return typeof value === 'boolean' ? undefined : wrong(value, 'a boolean', 'write true or false, without quotes');
    case 'quantity':
      return isQuantity(value) ? undefined : wrong(value, 'a quantity', 'write a Kubernetes quantity, such as 500m or 2Gi');
    case 'port':
      return isPort(value) ? undefined : wrong(value, 'a port', 'write its number, or its name as a text');
    case 'time':
      return typeof value === 'string' && RFC3339.test(value) ? undefined : wrong(value, 'a time', 'leave it to the API server');
  }
}

const wrong = (value: JsonValue, what: string, fix: string): ScalarProblem => ({
  problem: `is ${described(value)}, but has to be ${what}`,
  fix,
});

function textProblem(
  value: JsonValue,
  { oneOf, pattern }: Extract<FieldType, { is: 'text' }>,
  isTemplate: boolean,
): ScalarProblem | undefined {
  if (typeof value !== 'string') {
    return wrong(value, 'a text', typeof value === 'object' ? 'write a text' : `write '${value}', with quotes`);
  }
  if (isTemplate) return undefined;
  if (oneOf !== undefined && !oneOf.includes(value)) {
    return { problem: `is '${value}', which is none of ${oneOf.filter(Boolean).join(', ')}`, fix: 'write one of them' };
  }
  if (pattern === undefined || pattern.test(value)) return undefined;
  return { problem: `is '${value}', which does not match ${pattern.source}`, fix: 'write another name' };
}

function numberProblem(
  value: JsonValue,
  { least, most }: Extract<FieldType, { is: 'number' }>,
  isTemplate: boolean,
): ScalarProblem | undefined {
  if (!Number.isInteger(value)) {
    const isWritten = typeof value === 'string' && /^-?\d+$/.test(value);
    return wrong(value, 'a whole number', isWritten ? `write ${value}, without quotes` : 'write a whole number');
  }
  const isInside = Number(value) >= least && Number(value) <= most;
  if (isInside || (isTemplate && Math.abs(Number(value)) < 2 ** 31)) return undefined;
  return Number(value) < least && least >= 0
    ? { problem: `is ${value}, the least is ${least}`, fix: `write ${least} or more` }
    : { problem: `is ${value}, the most is ${most}`, fix: `write ${most} or less` };
}

function isQuantity(value: JsonValue): boolean {
  if (typeof value !== 'string' && typeof value !== 'number') return false;
  return canonicalQuantity(String(value).trim()) !== undefined;
}

function isPort(value: JsonValue): boolean {
  return typeof value === 'string' || (Number.isInteger(value) && Math.abs(Number(value)) < 2 ** 31);
}
