import { Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { ENVIRONMENT_METADATA } from '../../registry/metadata';

/** The environment in which a construct stands, or none in a plain App. */
export function environmentOf(scope: IConstruct): IConstruct | undefined {
  const environments = scope.node.scopes.filter(({ node }) => node.metadata.some(({ type }) => type === ENVIRONMENT_METADATA));
  return environments.at(-1);
}

/**
 * What all applications of a namespace share, if it exists already: in the Chart, else in another unit of the environment,
 * because two units with one namespace would otherwise apply the same objects.
 */
export function sharedInNamespace<T extends IConstruct & { readonly _namespace?: string }>(
  scope: IConstruct,
  namespace: string,
  isShared: (construct: IConstruct) => construct is T,
): T | undefined {
  const places = [Chart.of(scope), environmentOf(scope)].filter((place) => place !== undefined);
  return places
    .flatMap((place) => place.node.findAll())
    .filter(isShared)
    .find((shared) => shared._namespace === namespace);
}
