import type { Problem } from '../../problem';
import { valueProblem } from '../values';
import { keyProblem } from './describe';
import { lookUp, type Verdict } from './look-up';

/** The Spark versions that read the configuration of an application. */
export interface ConfReaders {
  /** The Spark in which spark-submit runs: the operator's, or that of the Kyuubi image. */
  readonly submitter: string;
  /** The Spark of the application's image. */
  readonly application: string;
}

/**
 * Keys that spark-submit reads when it makes the driver's pod. What is read when executors are made, or in a running
 * application, is read by the application's own Spark.
 */
const SUBMISSION = [
  'spark.submit.',
  'spark.kubernetes.driver.',
  'spark.kubernetes.submission.',
  'spark.kubernetes.authenticate.submission.',
  'spark.kubernetes.authenticate.driver.serviceAccountName',
  'spark.kubernetes.file.upload.path',
  'spark.kubernetes.uploaded.',
  'spark.kubernetes.context',
  'spark.kubernetes.report.interval',
  'spark.kubernetes.driverEnv.',
  'spark.driver.memoryOverhead',
  'spark.driver.minMemoryOverhead',
  'spark.driver.resource.',
];

/** Which of the readers acts on a key. */
export function readerOf(key: string, { submitter, application }: ConfReaders): string {
  return SUBMISSION.some((prefix) => key.startsWith(prefix)) ? submitter : application;
}

/**
 * What is wrong with the keys and values of an application's configuration, each checked against the version that reads
 * it. Deprecated keys that still work are no problem.
 *
 * @param allowed keys that are right although no registry has them.
 */
export function confProblems(
  conf: { readonly [key: string]: string },
  readers: ConfReaders,
  allowed: ReadonlySet<string> = new Set(),
): Problem[] {
  return Object.entries(conf).flatMap(([key, value]) => {
    if (allowed.has(key)) return [];
    const verdict = lookUp(key, { spark: readerOf(key, readers) });
    const problem = entryProblem(key, value, verdict);
    return problem === undefined ? [] : [{ message: `conf ${problem.message}`, fix: problem.fix }];
  });
}

/** What is wrong with one key, or else with its value. */
export function entryProblem(key: string, value: string, verdict: Verdict): Problem | undefined {
  if (verdict.kind === 'family') return valueProblem(verdict.member.entry, value);
  if (verdict.kind === 'known' || verdict.kind === 'deprecated') return valueProblem(verdict.entry, value);
  return keyProblem(key, verdict);
}
