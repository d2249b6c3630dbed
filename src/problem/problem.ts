import type { IConstruct } from 'constructs';
import { APP_METADATA } from '../registry/metadata';

/**
 * One broken rule: what is wrong (with the value and what is allowed) and what to write instead.
 * Both sentences start in lower case and end without a full stop.
 */
export interface Problem {
  /** What is wrong: the property, its value, what is allowed and why. */
  readonly message: string;
  /** What to write instead. */
  readonly fix: string;
}

/** The error text of a construct's broken rules: its path, then every rule with its fix. */
export function describeProblems(path: string, problems: readonly Problem[]): string {
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  return [`${path}: ${count}`, ...problems.flatMap(({ message, fix }) => [`  ${message}`, `    ${fix}`])].join('\n');
}

/** The path of a construct as errors print it: the app's name first, when there is one. */
export function constructPath(construct: IConstruct): string {
  const app = construct.node.root.node.metadata.find(({ type }) => type === APP_METADATA)?.data as { name: string } | undefined;
  return [app?.name, construct.node.path].filter((part) => part !== undefined && part !== '').join('/');
}

/**
 * Refuses a construct with all of its broken rules at once.
 *
 * @throws Error when there is at least one problem.
 */
export function refuse(construct: IConstruct, problems: readonly Problem[]): void {
  if (problems.length > 0) throw new Error(describeProblems(constructPath(construct), problems));
}

/** The same for values that have no construct (value classes, pure functions): `subject` stands where the path would. */
export function refuseValue(subject: string, problems: readonly Problem[]): void {
  if (problems.length > 0) throw new Error(describeProblems(subject, problems));
}

/** Checks a rule again when the whole tree is known: its problems are reported by synth, also under a plain `cdk8s.App`. */
export function checkAtSynth(construct: IConstruct, rule: () => readonly Problem[]): void {
  construct.node.addValidation({
    validate: () => rule().map(({ message, fix }) => `${message}\n    ${fix}`),
  });
}

/** Another way to mend what one fix already says. */
export function otherwise(fix: string, other: string): string {
  return fix.endsWith('?') ? `${fix} Or ${other}` : `${fix}; or ${other}`;
}
