import type { ReadFile } from '../../spark/prediction';
import type { CommandIo } from '../command';
import { predictQuestion } from './engine';
import type { Finding } from './finding';
import { type InputFile, readInputs } from './input';
import type { PredictOptions } from './options';
import type { Outcome, Report } from './outcome';
import { ROLES } from './prediction';
import type { Question } from './question';
import { settingFindings } from './setting-findings';
import { effectiveSettings, isSetting, readSettings, type Setting, sparkSettings } from './settings';
import { type TemplateFiles, templatesOf } from './template-files';

/** A program of each kind, as configuration files do not name one. */
const PROGRAMS: Readonly<Record<PredictOptions['kind'], readonly string[]>> = {
  java: ['--class', 'Main', 'local:///opt/main.jar'],
  python: ['local:///opt/main.py'],
  r: ['local:///opt/main.R'],
};

/** Stands for the master when the settings name none on Kubernetes; no pod depends on it. */
const MASTER = 'k8s://https://kubernetes.default.svc:443';

type Settings = ReadonlyMap<string, Setting>;

/** Predicts the pods of configuration files, settings and pod templates. */
export function predictConfiguration(options: PredictOptions, user: string, io: CommandIo): Report {
  const { files, templateFiles } = readAll(options, io);
  const all = effectiveSettings(readSettings(files, options.conf.filter(isSetting)));
  const { sparkVersion: application = '', submitterVersion: submitter = application, kyuubiVersion } = options;
  const readers = { submitter, application, ...(kyuubiVersion ? { kyuubi: kyuubiVersion } : {}) };
  const findings = [...settingFindings(all.values(), readers), ...placeFindings(all)];
  const templates = templatesOf(sparkSettings(all), templateFiles, io);
  if (templates.findings.length > 0) {
    return { findings, outcomes: templates.findings.map((finding) => ({ ...finding, errorAt: 'submit' })) };
  }
  const { settings, readFile } = templates;
  const question = { ...questionOf(settings, options), sparkVersion: application, submitterVersion: submitter, user };
  return { findings, outcomes: [outcomeOf(question, readFile, settings, options)] };
}

/** All files in one go, so that all that cannot be read are told at once. */
function readAll({ conf, templates }: PredictOptions, io: CommandIo): { files: InputFile[]; templateFiles: TemplateFiles } {
  const confFiles = conf.filter((text) => !isSetting(text));
  const roles = ROLES.filter((role) => templates[role] !== undefined);
  const inputs = readInputs([...confFiles, ...roles.map((role) => templates[role] as string)], io);
  const pods = inputs.slice(confFiles.length);
  return {
    files: inputs.slice(0, confFiles.length),
    templateFiles: Object.fromEntries(roles.map((role, index) => [role, pods[index]])),
  };
}

function questionOf(settings: Settings, { kind }: PredictOptions): Pick<Question, 'args' | 'conf' | 'executors'> {
  const master = settings.get('spark.master')?.value;
  const isOnKubernetes = master?.startsWith('k8s://') === true;
  return {
    args: ['--master', isOnKubernetes ? master : MASTER, '--deploy-mode', 'cluster', ...PROGRAMS[kind]],
    conf: Object.fromEntries([...settings.values()].map(({ key, value }) => [key, value])),
    executors: 1,
  };
}

/** Settings that lead away from Kubernetes in cluster mode, which is what is predicted. */
function placeFindings(settings: Settings): Finding[] {
  const asIf = 'the pods are predicted as if it stood there';
  const master = settings.get('spark.master');
  const mode = settings.get('spark.submit.deployMode');
  const findings: Finding[] = [];
  if (master !== undefined && !master.value.startsWith('k8s://')) {
    const message = `spark.master is '${master.value}', but only k8s:// makes pods`;
    findings.push({ where: master.origin, message, fix: `write ${MASTER}; ${asIf}` });
  }
  if (mode !== undefined && mode.value !== 'cluster') {
    const message = `spark.submit.deployMode is '${mode.value}': Spark then makes no pod for the driver`;
    findings.push({ where: mode.origin, message, fix: `write cluster; ${asIf}` });
  }
  return findings;
}

function outcomeOf(question: Question, readFile: ReadFile, settings: Settings, { kind }: PredictOptions): Outcome {
  const predicted = predictQuestion(question, readFile);
  const { submitterVersion: submitter, sparkVersion: application } = question;
  if ('errorAt' in predicted) {
    return { ...predicted, where: `Spark ${predicted.errorAt === 'executor' ? application : submitter}` };
  }
  const originOf = (key: string): string | undefined => settings.get(key)?.origin;
  return { submitter, application, kind, pods: predicted, originOf, otherwise: 'the pod template' };
}
