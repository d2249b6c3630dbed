import type { ReadFile } from '../../spark/prediction';
import type { CommandIo } from '../command';
import { wrongConfFiles } from '../conf-file';
import type { InputFile } from '../input';
import { present } from '../present';
import { predictQuestion } from './engine';
import type { Finding } from './finding';
import type { PredictOptions } from './options';
import type { Outcome, Report } from './outcome';
import type { Question } from './question';
import { repetitionFindings, settingFindings } from './setting-findings';
import { effectiveSettings, isFile, isSetting, readSettings, type Setting, sparkSettings } from './settings';
import { templatesOf } from './template-files';

/** A program of each kind, as configuration files do not name one. */
const PROGRAMS: Readonly<Record<PredictOptions['kind'], readonly string[]>> = {
  java: ['--class', 'Main', 'local:///opt/main.jar'],
  python: ['local:///opt/main.py'],
  r: ['local:///opt/main.R'],
};

/** Stands for the master when the settings name none on Kubernetes; no pod depends on it. */
const MASTER = 'k8s://https://kubernetes.default.svc:443';

type Settings = ReadonlyMap<string, Setting>;

/** Predicts the pods of configuration files, settings and pod templates, of which the files are read already. */
export function predictConfiguration(
  options: PredictOptions,
  files: ReadonlyMap<string, InputFile>,
  user: string,
  io: CommandIo,
): Report {
  const fileOf = (path: string): InputFile => files.get(path) as InputFile;
  const confFiles = options.conf.filter(isFile).map(fileOf);
  const wrongFiles = wrongConfFiles(confFiles);
  const settingFiles = confFiles.filter(({ path }) => !wrongFiles.some(({ where }) => where === path));
  const given = readSettings(settingFiles, options.conf.filter(isSetting));
  const all = effectiveSettings(given);
  const { sparkVersion: application = '', submitterVersion: submitter = application, kyuubiVersion: kyuubi } = options;
  const readers = { submitter, application, allowed: options.allowed, ...present({ kyuubi }) };
  const findings = [...repetitionFindings(given), ...settingFindings(all.values(), readers), ...placeFindings(all)];
  const templates = templatesOf(sparkSettings(all), options.templates, fileOf, io);
  const refusals = [...wrongFiles, ...templates.findings];
  if (refusals.length > 0) return { findings, outcomes: refusals.map((finding) => ({ ...finding, errorAt: 'submit' })) };
  const { settings, readFile } = templates;
  const question = { ...questionOf(settings, options), sparkVersion: application, submitterVersion: submitter, user };
  return { findings, outcomes: [outcomeOf(question, readFile, settings, options)] };
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
  return { submitter, application, kind, ...predicted, originOf, otherwise: 'the pod template' };
}
