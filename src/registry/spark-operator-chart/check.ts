import type { Problem } from '../../problem';
import { nearest } from '../nearest';
import { VALUES } from './data/values-2.5.2';
import type { ChartValueFact } from './fact';
import { successorOf } from './renamed';

/** The chart version whose values tree is known here. */
export const SPARK_OPERATOR_CHART_VERSION = '2.5.2';

const PATHS = Object.keys(VALUES);
const BRANCHES = new Set(PATHS.flatMap((path) => path.split('.').map((_, depth, keys) => keys.slice(0, depth).join('.'))));

/** A path of the values tree and what the chart knows about it; undefined when it has no such value. */
export function chartValue(path: string): ChartValueFact | undefined {
  return Object.hasOwn(VALUES, path) ? VALUES[path] : undefined;
}

/** The chart's defaults as the tree that its templates see when no value is written. */
export function chartDefaults(): { [key: string]: unknown } {
  const tree: { [key: string]: unknown } = {};
  for (const path of PATHS) {
    const keys = path.split('.');
    const last = keys.pop() as string;
    let branch = tree;
    for (const key of keys) {
      branch[key] ??= {};
      branch = branch[key] as { [key: string]: unknown };
    }
    branch[last] = structuredClone((VALUES[path] as ChartValueFact).default);
  }
  return tree;
}

/**
 * Keys and types that the chart does not have. Nothing else would tell: the chart ships no schema, and Helm ignores
 * what no template reads.
 *
 * @param subject how the values are named in the messages
 */
export function chartValueProblems(values: unknown, subject = 'values'): Problem[] {
  if (!isMap(values))
    return [
      {
        message: `${subject} is ${JSON.stringify(values)}, but the values of a chart are a map`,
        fix: 'write { controller: { … } }, or leave it out',
      },
    ];
  return branchProblems(values, '', subject);
}

function branchProblems(branch: { readonly [key: string]: unknown }, parent: string, subject: string): Problem[] {
  return Object.entries(branch).flatMap(([key, value]) => {
    const path = parent ? `${parent}.${key}` : key;
    if (value === undefined) return [];
    const fact = chartValue(path);
    if (fact) return typeProblems(path, fact, value, subject);
    if (!BRANCHES.has(path)) return [unknownKey(path, subject)];
    if (isMap(value)) return branchProblems(value, path, subject);
    return [
      {
        message: `${subject}.${path} is ${JSON.stringify(value)}, but it is a map in chart spark-operator ${SPARK_OPERATOR_CHART_VERSION}`,
        fix: `write ${childrenOf(path)
          .map((child) => `${path}.${child}`)
          .join(' or ')}`,
      },
    ];
  });
}

function unknownKey(path: string, subject: string): Problem {
  const message = `${subject}.${path} does not exist in chart spark-operator ${SPARK_OPERATOR_CHART_VERSION} and would be ignored`;
  const successor = successorOf(path);
  if (successor) return { message, fix: successor };
  const parent = path.split('.').slice(0, -1).join('.');
  const key = path.split('.').at(-1) as string;
  const siblings = nearest(key, childrenOf(parent)).map((child) => (parent ? `${parent}.${child}` : child));
  const elsewhere = PATHS.filter((known) => known.endsWith(`.${key}`)).slice(0, 3);
  const meant = siblings.length > 0 ? siblings : elsewhere;
  if (meant.length > 0) return { message, fix: `you may mean ${meant.join(' or ')}` };
  return { message, fix: `${parent || 'the top level'} has ${childrenOf(parent).join(', ')}` };
}

function typeProblems(path: string, fact: ChartValueFact, value: unknown, subject: string): Problem[] {
  // minAvailable is a number or a percentage in Kubernetes; null takes the chart's default away.
  const fits = value === null || typeOf(value) === fact.type || (path.endsWith('.minAvailable') && typeof value === 'string');
  if (fits) return [];
  return [
    {
      message: `${subject}.${path} is ${JSON.stringify(value)}, but the chart reads a ${fact.type} there`,
      fix: `write a ${fact.type}; the chart's default is ${JSON.stringify(fact.default)}`,
    },
  ];
}

function childrenOf(parent: string): string[] {
  const prefix = parent ? `${parent}.` : '';
  return [
    ...new Set(PATHS.filter((path) => path.startsWith(prefix)).map((path) => path.slice(prefix.length).split('.')[0] as string)),
  ];
}

function typeOf(value: unknown): string {
  if (Array.isArray(value)) return 'list';
  return isMap(value) ? 'map' : typeof value;
}

const isMap = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
