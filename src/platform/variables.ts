import type { JsonObject, JsonValue } from '../manifest';
import type { Problem } from '../problem';
import { describeObject } from './dependencies';

/** The variables of Flux's post-build substitution that an environment has registered: name → default value. */
export type VariableDefaults = ReadonlyMap<string, string | undefined>;

const SUBSTITUTION = /\$\{([^}]*)\}/g;
const SUBSTITUTE = 'kustomize.toolkit.fluxcd.io/substitute';

const nameOf = (expression: string): string => (/^[A-Za-z_][A-Za-z0-9_]*/.exec(expression)?.[0] ?? '') as string;

function texts(value: JsonValue): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return (Array.isArray(value) ? value : Object.values(value)).flatMap(texts);
}

const expressions = (text: string): string[] => [...text.matchAll(SUBSTITUTION)].map((match) => match[1] as string);

/** Whether an object holds a registered variable, so that its Kustomization must substitute. */
export function usesVariables(object: JsonObject, variables: VariableDefaults): boolean {
  return texts(object).some((text) => expressions(text).some((expression) => variables.has(nameOf(expression))));
}

/**
 * Settles every `${` of an object. A registered variable stays. In a ConfigMap without one (scripts, log4j2, Spark's own
 * `${…}`) the whole object is exempt from substitution. Anywhere else it is a mistake: neither Kubernetes nor Spark's
 * operator expands `${…}`, and Flux fails on a variable without a value.
 */
export function settleVariables(object: JsonObject, variables: VariableDefaults): { object: JsonObject; problems: Problem[] } {
  const unknown = [
    ...new Set(
      texts(object)
        .flatMap(expressions)
        .filter((expression) => !variables.has(nameOf(expression))),
    ),
  ];
  if (unknown.length === 0) return { object, problems: [] };
  if (object['kind'] === 'ConfigMap' && !usesVariables(object, variables)) {
    const metadata = object['metadata'] as JsonObject;
    const annotations = { ...((metadata['annotations'] ?? {}) as JsonObject), [SUBSTITUTE]: 'disabled' };
    return { object: { ...object, metadata: { ...metadata, annotations } }, problems: [] };
  }
  return {
    object,
    problems: unknown.map((expression) => ({
      message: `${describeObject(object)} holds \${${expression}}, which nobody expands: neither Kubernetes nor the operator does, and Flux refuses a variable without a value`,
      fix: `write environment.variable('${nameOf(expression) || 'NAME'}') for a value that Flux puts in, and a Secret reference (secretEnvironment) for a credential`,
    })),
  };
}
