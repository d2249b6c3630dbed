/** The operator would refuse this, or fail to submit it. */
export class OperatorRefusal extends Error {
  /**
   * @param at when the application is created (webhook), when the operator builds spark-submit's arguments, or when the
   *   webhook sees the driver's or an executor's pod
   * @param problem what is wrong, with the value
   * @param fix what to write
   */
  constructor(
    readonly at: 'admission' | 'submit' | 'driver' | 'executor',
    readonly problem: string,
    readonly fix: string,
  ) {
    super(`${problem}\n  ${fix}`);
  }

  /** Several refusals as one: they are told together. */
  static together(refusals: readonly OperatorRefusal[]): OperatorRefusal | undefined {
    const [first] = refusals;
    if (first === undefined || refusals.length === 1) return first;
    const all = (part: 'problem' | 'fix'): string => refusals.map((refusal) => refusal[part]).join('; ');
    return new OperatorRefusal(first.at, all('problem'), all('fix'));
  }
}
