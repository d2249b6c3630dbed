import { apiGroup, type JsonObject } from '../../manifest';
import { objectAt, textAt, valueAt } from '../../manifest/values';
import {
  API_VERSION,
  admissionRefusals,
  type FieldProblem,
  OPERATOR_SPARK_VERSION,
  type OperatorRefusal,
  readApplication,
  readFields,
} from '../../spark/operator';
import { limitField, originIn } from './application-origins';
import type { Document } from './documents';
import { predictManifest } from './engine';
import type { Finding } from './finding';
import { type PredictOptions, versionProblem } from './options';
import type { Refused, Report } from './outcome';
import type { Role } from './prediction';
import { remoteFileFindings } from './remote-files';
import { runOf } from './scheduled';
import { type SettingReaders, settingFindings } from './setting-findings';

export const KIND = 'SparkApplication';
export const SCHEDULED = `Scheduled${KIND}`;

/** Predicts the pods of one SparkApplication, or of a run of a ScheduledSparkApplication. */
export function predictApplication({ object, where: file }: Document, options: PredictOptions): Report {
  const isScheduled = object['kind'] === SCHEDULED;
  /** Where a field of the application stands in what was given. */
  const place = (field: string): string => (isScheduled ? field.replace(/^spec\./, 'spec.template.') : field);
  const id = idOf(object);
  const where = `${file}, ${id}`;
  const otherApi = apiRefusal(object);
  if (otherApi !== undefined) return { findings: [], outcomes: [{ id, where, ...otherApi }] };
  const scheduled = isScheduled ? readFields(object, SCHEDULED) : undefined;
  const manifest = withVersion(scheduled === undefined ? object : runOf(scheduled.object), options.sparkVersion);
  const run = readApplication(manifest);
  // Fields are told as they stand in what was given.
  const { problems } = scheduled ?? run;
  const rules = admissionRefusals({ ...run, problems: [] });
  const application = textAt(manifest, 'spec', 'sparkVersion') ?? '';
  const submitter = options.submitterVersion ?? OPERATOR_SPARK_VERSION;
  const readers = { submitter, application, allowed: options.allowed };
  const fieldAt = (field: string): string => `${where}: ${place(field)}`;
  const versions = versionRefusals(manifest, place('spec.sparkVersion'));
  const findings = [
    ...problems.filter(({ effect }) => effect !== 'refused').map(({ problem, fix }) => ({ where, message: problem, fix })),
    ...(versionProblem(application) === undefined ? confFindings(manifest, readers, fieldAt) : []),
    ...remoteFileFindings(manifest, fieldAt),
  ];
  const refusals = [...[...problems.filter(({ effect }) => effect === 'refused'), ...rules].map(admissionRefusal), ...versions];
  if (refusals.length > 0) return { findings, outcomes: [{ id, where, ...together(refusals) }] };
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

const admissionRefusal = ({ problem, fix }: FieldProblem | OperatorRefusal): Refusal => ({
  errorAt: 'admission',
  message: problem,
  fix,
});

/** All refusals as one outcome, which keeps each of them for people. */
function together(refusals: readonly Refusal[]): Refusal & Pick<Refused, 'each'> {
  const [{ errorAt }] = refusals as readonly [Refusal];
  const all = (part: 'message' | 'fix'): string => refusals.map((refusal) => refusal[part]).join('; ');
  return { errorAt, message: all('message'), fix: all('fix'), each: refusals };
}

/** Apache's own operator has a kind of the same name. */
function apiRefusal(manifest: JsonObject): Refusal | undefined {
  const version = textAt(manifest, 'apiVersion') ?? '';
  if (version === API_VERSION) return undefined;
  const fix = `give one with apiVersion: ${API_VERSION}`;
  const message =
    apiGroup(version) === apiGroup(API_VERSION)
      ? `apiVersion is '${version}', which the operator's API does not serve`
      : `apiVersion is '${version}', but only applications of the Kubeflow operator are predicted`;
  return { errorAt: 'admission', message, fix };
}

function versionRefusals(manifest: JsonObject, field: string): Refusal[] {
  const version = valueAt(manifest, 'spec', 'sparkVersion') ?? '';
  if (typeof version !== 'string') return []; // told as a field of a wrong type
  const problem = version === '' ? 'is missing' : versionProblem(version);
  if (problem === undefined) return [];
  const message = version === '' ? `${field} ${problem}` : `${field} is '${version}': ${problem}`;
  return [{ errorAt: 'submit', message, fix: 'write the release of the Spark in the image, or give --spark-version' }];
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
    return settingFindings(settings, readers);
  });
}
