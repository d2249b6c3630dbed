import { type Command, type CommandIo, EXIT, refuseUsage } from '../command';
import { readInputs } from '../input';
import { present } from '../present';
import { knownVersions } from '../versions';
import { predictApplications } from './application';
import { batch } from './batch';
import { predictConfiguration } from './configuration';
import { explanations } from './explanation';
import { type Finding, findingsText } from './finding';
import { type PredictOptions, predictOptions } from './options';
import { answerOf, commonAnswer, isPredicted, isRefused, type Outcome, type Refused, type Report } from './outcome';
import { runFindings } from './run-findings';
import { isFile, settingHints } from './settings';
import { explanationText, tableText } from './text';

const HELP = `usage: spark-platform predict --spark-version <v> [--conf <file>|<key>=<value>]… [--driver-template <file>]
                              [--executor-template <file>] [--python|--r] [--explain] [--json]
       spark-platform predict [--application] <file>.yaml… [--spark-version <v>] [--explain] [--json]
       spark-platform predict --batch [--spark-version <v>]

the pods that Spark creates on Kubernetes in cluster mode: names, CPU, memory, image, accounts

  --conf <file>              spark-defaults.conf or kyuubi-defaults.conf; of several the later win
  --conf <key>=<value>       one setting, which wins over those of files
  --driver-template <file>   a Pod as YAML, in place of what spark.kubernetes.driver.podTemplateFile names
  --executor-template <file> the same for executors
  --python, --r              the program is Python or R, which get more memory beside the heap; Java or Scala by default
  --application <file>       SparkApplications and ScheduledSparkApplications as YAML or JSON, several in a file if need be;
                             other kinds are passed over. Files that end in .yaml, .yml or .json need no --application
  --spark-version <v>        Spark in the application's image, an exact release of ${knownVersions('spark')};
                             with --application it is spec.sparkVersion unless it is given
  --submitter-version <v>    Spark in which spark-submit runs (the operator's, that of the Kyuubi image): it builds the
                             driver's pod. The application's by default; 4.0.4 with --application, the operator 2.5.2's
  --kyuubi-version <v>       Kyuubi that reads kyuubi.* keys: ${knownVersions('kyuubi')} (the newest by default). They are
                             checked and do not count for the pods; neither do settings of one user (___bob___.spark.…),
                             nor the names that Kyuubi gives to engines of which the settings name no pods
  --allow <key>              a key of your own (spark.acme.lineage), or all of them (spark.acme.): no finding then
  --user <name>              who runs spark-submit; the environment variable SPARK_USER by default, or else you
  --explain                  where each number comes from: its formula, key, file and line
  --json                     whole pods, with all that is created beside them; <id> in the text is zeros here
  --batch                    one question a line from standard input, one answer a line:
                             {"id", "args": [spark-submit's], "conf": {…}, "executors": 1, "driverUid", "user",
                              "sparkVersion", "submitterVersion"}
                             {"id", "driver", "driverPreResources", "driverResources", "driverProperties",
                              "executors": [{"pod", "resources"}]} or {"id", "error", "errorAt"}

exit codes: 0 fine; 1 Spark refuses it, a key is unknown, a value impossible or a pod of no use (the pods are printed all
the same when Spark makes them), or a line of --batch is no question; 2 wrong usage, or a file that cannot be read
`;

/** `predict`: the pods that Spark will create. */
export const PREDICT: Command = { help: HELP, run: predict };

function predict(args: readonly string[], io: CommandIo): number | Promise<number> {
  const { options, problems } = predictOptions(args);
  const { applications, conf, templates, sparkVersion, submitterVersion } = options;
  const inputs = readInputs([...conf.filter(isFile), ...applications, ...Object.values(templates)], io);
  const hints = settingHints(conf.filter((text) => isFile(text) && !inputs.files.has(text)));
  refuseUsage([...problems, ...inputs.problems, ...hints]);
  const user = options.user ?? io.user?.() ?? 'spark';
  if (options.mode === 'batch') return batch({ user, ...present({ sparkVersion, submitterVersion, folder: io.folder?.() }) }, io);
  const isOne = options.mode === 'conf';
  const report = isOne
    ? predictConfiguration(options, inputs.files, user, io)
    : predictApplications([...inputs.files.values()], options);
  const { outcomes } = report;
  const findings = [...report.findings, ...outcomes.filter(isPredicted).flatMap(runFindings)];
  print({ outcomes, findings }, isOne, options, io);
  return findings.length === 0 && outcomes.every(isPredicted) ? EXIT.fine : EXIT.findings;
}

function print({ outcomes, findings }: Report, isOne: boolean, { explain, json }: PredictOptions, io: CommandIo): void {
  const text = explain ? explanationText : tableText;
  io.stdout(json ? jsonText(outcomes, isOne, explain) : outcomes.filter(isPredicted).map(text).join('\n'));
  io.stderr(findingsText([...findings, ...outcomes.filter(isRefused).flatMap(refusalFindings)]));
}

function refusalFindings({ where, each, ...refusal }: Refused): Finding[] {
  return (each ?? [refusal]).map(({ message, fix }) => ({ where, message: `refused: ${message}`, fix }));
}

function jsonText(outcomes: readonly Outcome[], isOne: boolean, explain: boolean): string {
  const answers = outcomes.map((outcome) => ({
    ...answerOf(outcome),
    ...(explain && isPredicted(outcome) ? { explanation: explanations(outcome) } : {}),
  }));
  const refusals = outcomes.filter(isRefused);
  const one = refusals.length > 1 ? commonAnswer(refusals) : answers[0];
  return `${JSON.stringify(isOne ? one : answers, null, 2)}\n`;
}
