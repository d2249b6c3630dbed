import type { InputFile } from '../input';
import { type Document, documentsOf } from './documents';
import type { Finding } from './finding';
import { KIND, predictApplication, SCHEDULED } from './one-application';
import type { PredictOptions } from './options';
import type { Outcome, Report } from './outcome';

/** Predicts the pods of every SparkApplication in YAML files, and of a run of every ScheduledSparkApplication. */
export function predictApplications(files: readonly InputFile[], options: PredictOptions): Report {
  const findings: Finding[] = [];
  const outcomes: Outcome[] = [];
  for (const file of files) {
    const read = documentsOf(file);
    const applications = read.documents.filter(({ object }) => object['kind'] === KIND || object['kind'] === SCHEDULED);
    findings.push(...read.findings, ...kindFindings(read.documents));
    if (applications.length === 0 && read.findings.length === 0) findings.push(...emptyFindings(read.documents, file.path));
    for (const application of applications) {
      const report = predictApplication(application, options);
      findings.push(...report.findings);
      outcomes.push(...report.outcomes);
    }
  }
  return { findings, outcomes };
}

function kindFindings(documents: readonly Document[]): Finding[] {
  return documents
    .filter(({ object }) => object['kind'] === undefined)
    .map(({ where }) => ({
      where,
      message: 'holds no kind',
      fix: `write apiVersion: sparkoperator.k8s.io/v1beta2 and kind: ${KIND}`,
    }));
}

function emptyFindings(documents: readonly Document[], where: string): Finding[] {
  const kinds = [...new Set(documents.flatMap(({ object }) => object['kind'] ?? []).map(String))];
  if (documents.length > 0 && kinds.length === 0) return [];
  const found = kinds.length === 0 ? 'is empty' : `holds only ${kinds.join(', ')}`;
  return [{ where, message: `holds no ${KIND}: it ${found}`, fix: 'give a file with one; conf files are given as --conf' }];
}
