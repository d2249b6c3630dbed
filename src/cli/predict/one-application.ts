import type { JsonObject, JsonValue } from '../../manifest';
import { objectAt, textAt } from '../../manifest/values';
import { OPERATOR_SPARK_VERSION } from '../../spark/operator';
import { limitField, originIn } from './application-origins';
import type { Document } from './documents';
import { predictManifest } from './engine';
import type { Finding } from './finding';
import { type PredictOptions, versionProblem } from './options';
import type { Refused, Report } from './outcome';
import type { Role } from './prediction';
import { runOf } from './scheduled';
import { type SettingReaders, settingFindings } from './setting-findings';

export const KIND = 'SparkApplication';
export const SCHEDULED = `Scheduled${KIND}`;

/** Predicts the pods of one SparkApplication, or of a run of a ScheduledSparkApplication. */
export function predictApplication({ object, where: file }: Document, options: PredictOptions): Report {
  const isScheduled = object['kind'] === SCHEDULED;
  const given = isScheduled ? runOf(object) : object;
  /** Where a field of the application stands in what was given. */
  const place = (field: string): string => (isScheduled ? field.replace(/^spec\./, 'spec.template.') : field);
  const id = idOf(object);
  const where = `${file}, ${id}`;
  const manifest = withVersion(given, options.sparkVersion);
  const refused = kindRefusal(manifest) ?? versionRefusal(manifest, place('spec.sparkVersion'));
  if (refused !== undefined) return { findings: [], outcomes: [{ id, where, ...refused }] };
  const application = textAt(manifest, 'spec', 'sparkVersion') as string;
  const submitter = options.submitterVersion ?? OPERATOR_SPARK_VERSION;
  const readers = { submitter, application, allowed: options.allowed };
  const findings = confFindings(manifest, readers, (field) => `${where}: ${place(field)}`);
  const predicted = predictManifest(manifest, submitter);
  if ('errorAt' in predicted) return { findings, outcomes: [{ id, where, ...predicted }] };
  const { kind, pods, executors, isSubmitted } = predicted;
  const originOf = (key: string): string | undefined => {
    const origin = originIn(manifest, key, isSubmitted);
    return origin && place(origin);
  };
  const limitOrigin = (role: Role, resource: string): string | undefined => {
    const field = limitField(manifest, role, resource);
    return field && place(field);
  };
  const otherwise = "the pod template, or the operator's webhook";
  return { findings, outcomes: [{ id, where, submitter, application, kind, pods, executors, originOf, limitOrigin, otherwise }] };
}

function idOf(object: JsonObject): string {
  const namespace = textAt(object, 'metadata', 'namespace') ?? 'default';
  return `${namespace}/${textAt(object, 'metadata', 'name') ?? 'unnamed'}`;
}

/** What the image really holds may be said beside the manifest. */
const withVersion = (manifest: JsonObject, sparkVersion: string | undefined): JsonObject =>
  sparkVersion === undefined ? manifest : { ...manifest, spec: { ...objectAt(manifest, 'spec'), sparkVersion } };

type Refusal = Pick<Refused, 'errorAt' | 'message' | 'fix'>;

/** Apache's own operator has a kind of the same name. */
function kindRefusal(manifest: JsonObject): Refusal | undefined {
  const version = textAt(manifest, 'apiVersion') ?? '';
  if (version.startsWith('sparkoperator.k8s.io/')) return undefined;
  const message = `apiVersion is '${version}', but only applications of the Kubeflow operator are predicted`;
  return { errorAt: 'admission', message, fix: 'give one with apiVersion: sparkoperator.k8s.io/v1beta2' };
}

function versionRefusal(manifest: JsonObject, field: string): Refusal | undefined {
  const version = textAt(manifest, 'spec', 'sparkVersion');
  const problem = version === undefined ? 'is missing' : versionProblem(version);
  if (problem === undefined) return undefined;
  const message = version === undefined ? `${field} ${problem}` : `${field} is '${version}': ${problem}`;
  return { errorAt: 'submit', message, fix: 'write the release of the Spark in the image, or give --spark-version' };
}

/** What is wrong with the keys and values that the application sets by name. */
function confFindings(manifest: JsonObject, readers: SettingReaders, where: (field: string) => string): Finding[] {
  return [
    { field: 'sparkConf', prefix: '' },
    { field: 'hadoopConf', prefix: 'spark.hadoop.' },
  ].flatMap(({ field, prefix }) => {
    const origin = where(`spec.${field}`);
    const entries = Object.entries(objectAt(manifest, 'spec', field));
    const settings = entries.map(([key, value]) => ({ key: prefix + key, value: String(value), origin }));
    return [...entries.flatMap(([key, value]) => textFindings(origin, key, value)), ...settingFindings(settings, readers)];
  });
}

/** YAML makes numbers and booleans of what has no quotes. */
function textFindings(where: string, key: string, value: JsonValue): Finding[] {
  if (typeof value === 'string') return [];
  const text = JSON.stringify(value);
  return [{ where, message: `${key} is ${text}, but the API server takes texts only`, fix: `write '${text}', with quotes` }];
}
