import { apiGroup } from '../../manifest';
import { API_VERSION } from '../../spark/operator';
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
    const kinds = kindFindings(read.documents);
    findings.push(...read.findings, ...kinds);
    if (applications.length + read.findings.length + kinds.length === 0)
      findings.push(...emptyFindings(read.documents, file.path));
    for (const application of applications) {
      const report = predictApplication(application, options);
      findings.push(...report.findings);
      outcomes.push(...report.outcomes);
    }
  }
  return { findings, outcomes };
}

/** Documents that were meant for the operator, or for nobody, and are no application. */
function kindFindings(documents: readonly Document[]): Finding[] {
  return documents.flatMap(({ object: { kind, apiVersion }, where }) => {
    const isOperators = apiGroup(String(apiVersion)) === apiGroup(API_VERSION);
    if (kind === undefined || kind === null) {
      return [{ where, message: 'holds no kind', fix: `write apiVersion: ${API_VERSION} and kind: ${KIND}` }];
    }
    if (kind === KIND || kind === SCHEDULED || !isOperators) return [];
    return [{ where, ...(kind === 'SparkConnect' ? CONNECT : unknownKind(String(kind))) }];
  });
}

const CONNECT = {
  message: 'is a SparkConnect, whose pods are not predicted: the operator makes the server itself, without spark-submit',
  fix: `give a ${KIND} or a ${SCHEDULED}`,
};

const unknownKind = (kind: string): { readonly message: string; readonly fix: string } => ({
  message: `kind is '${kind}', which the operator's API does not have`,
  fix: `write ${KIND} or ${SCHEDULED}`,
});

function emptyFindings(documents: readonly Document[], where: string): Finding[] {
  const kinds = [...new Set(documents.flatMap(({ object }) => object['kind'] ?? []).map(String))];
  const found = kinds.length === 0 ? 'is empty' : `holds only ${kinds.join(', ')}`;
  return [{ where, message: `holds no ${KIND}: it ${found}`, fix: 'give a file with one; conf files are given as --conf' }];
}
