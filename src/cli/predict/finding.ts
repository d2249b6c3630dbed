import type { Problem } from '../../problem';

/** Something wrong, with the place where it was written. */
export interface Finding extends Problem {
  /** `spark-defaults.conf:12`, `--conf`, `jobs.yaml, data/etl`. */
  readonly where: string;
}

/** Findings as people read them: place and sentence, then what to write instead. */
export function findingsText(findings: readonly Finding[]): string {
  return findings.map(({ where, message, fix }) => `${where}: ${message}\n    ${fix}\n`).join('');
}
