import type { Case, Props } from './platform';

/** How the props of one struct are tried out: where they go, what they start from, and a value for each of them. */
export interface Sample {
  /** Puts a value of the struct into the platform. */
  readonly place: (value: Props) => Case;
  /** Required props. */
  readonly base?: Props;
  /** A value for each prop that differs from the base and from the default. */
  readonly values: Props;
  /** What else a prop needs beside it. */
  readonly beside?: Record<string, Props>;
  /** Props that only check, or whose other values are all wrong: the error that the value ends in. */
  readonly refused?: Record<string, RegExp>;
}

export const affinity = { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [] } } };
export const cidrs = ['10.9.0.0/28'];
