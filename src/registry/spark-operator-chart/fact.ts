/** One value of a Helm chart. */
export interface ChartValueFact {
  /** `map` and `list` are open: the templates copy what stands in them. */
  readonly type: 'string' | 'number' | 'boolean' | 'list' | 'map';
  /** What the chart takes when nothing is written; `null` is "not set". */
  readonly default: unknown;
}
