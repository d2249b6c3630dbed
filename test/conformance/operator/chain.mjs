import { realAnswer } from '../pods/whole/ask.mjs';
import { argumentDifferences, differences, plainPod, plainTemplate, plainText } from './compare.mjs';
import { PASS_BY_LABEL } from './webhooks.mjs';

/** An executor's owner; the prediction knows no other. */
const DRIVER_UID = '00000000-0000-0000-0000-000000000000';

const NETWORK_OPTIONS = ['--packages', '--exclude-packages', '--repositories'];

/**
 * One application through the real chain: the operator's webhook and controller, Spark's builders with the arguments and
 * templates that the operator gave to spark-submit, and the webhook once more for the pods; each step is compared.
 */
export class Chain {
  counts = { cases: 0, refused: 0, submitted: 0, pods: 0, refusedPods: 0 };

  /** `settings` is what the library is told about the operator. */
  constructor(library, operator, spark, settings) {
    this.library = library;
    this.operator = operator;
    this.spark = spark;
    this.settings = settings;
  }

  summary() {
    const { cases, refused, submitted, pods, refusedPods } = this.counts;
    return `${cases} applications, ${refused} refused, ${submitted} submitted, ${pods} pods compared, ${refusedPods} of them refused`;
  }

  /** How the prediction differs from the real chain: sentences. `mustRun` makes a refusal one, too. */
  async differences(manifest, { mustRun = false } = {}) {
    this.counts.cases += 1;
    const namespace = await this.operator.freshNamespace();
    const application = JSON.parse(JSON.stringify(manifest).replaceAll('@NAMESPACE@', namespace));
    application.metadata.namespace = namespace;
    const real = await this.operator.submit(application);
    try {
      if (real.refused !== undefined) {
        this.counts.refused += 1;
        return mustRun ? [`refused: ${real.refused}`] : this.#refusal(application, real);
      }
      this.counts.submitted += 1;
      application.metadata.uid = real.stored.metadata.uid;
      const submission = this.#submission(application, real);
      return submission.length > 0 ? submission : await this.#pods(application, real, mustRun);
    } finally {
      await this.operator.remove(application);
    }
  }

  /** Both refuse, and at the same time. */
  #refusal(application, { refused, at }) {
    const { readApplication, admissionRefusals, submitArguments } = this.library;
    const read = readApplication(application);
    if (at !== 'submit') {
      return admissionRefusals(read).length > 0 ? [] : [`not predicted: refused with ${refused}`];
    }
    try {
      submitArguments(read, this.settings);
      return [`not predicted: submission fails with ${refused}`];
    } catch (error) {
      return error.at === 'submit' ? [] : [error.stack];
    }
  }

  #submission(application, { stored, unknown, arguments: real, templates }) {
    const { readApplication, admissionRefusals, canonicalQuantity, submitArguments, withDefaults } = this.library;
    const read = readApplication(application);
    const predicted = submitArguments(read, this.#settings(stored));
    const plain = (template) => plainTemplate(template, canonicalQuantity);
    const webhook = this.settings.webhook !== false;
    const accepted = webhook ? withDefaults(read) : read;
    return [
      ...(webhook ? admissionRefusals(read) : []).map(({ problem }) => `predicted to be refused: ${problem}`),
      ...differences(pruned(read), [...unknown].sort(), 'unknown fields'),
      ...differences(defaulted(accepted.spec), defaulted(stored.spec), 'defaults'),
      ...argumentDifferences(predicted.arguments, real),
      ...['driver', 'executor'].flatMap((role) =>
        differences(plain(predicted.templates[role]), plain(templates[role].object), `${role} template`),
      ),
    ];
  }

  async #pods(application, { stored, arguments: words, templates }, mustRun) {
    const otherSpark = application.spec.sparkVersion !== this.spark.runtime.version;
    if (otherSpark || words.some((word) => NETWORK_OPTIONS.includes(word))) {
      return mustRun ? ['its pods cannot be compared'] : []; // spark-submit itself would fetch packages
    }
    const args = words.map((word) =>
      word.replace(
        /^(spark\.kubernetes\.(driver|executor)\.podTemplateFile)=.*$/,
        (_, key, role) => `${key}=${templates[role].file}`,
      ),
    );
    const answer = await realAnswer({ args, executors: 1, driverUid: DRIVER_UID }, this.spark);
    const predicted = this.#predicted(application, stored);
    const { namespace } = application.metadata;
    const placed = (pod) => ({ ...pod, metadata: { ...pod.metadata, namespace } });
    if (predicted.by === 'OperatorRefusal' && answer.error === undefined && !mustRun) {
      return this.#webhookRefusal(placed(predicted.at === 'driver' ? answer.driver : answer.executors[0].pod), predicted);
    }
    if (answer.error !== undefined || predicted.refused !== undefined) {
      const same = !mustRun && answer.error !== undefined && predicted.refused !== undefined;
      return same ? [] : [`real ${answer.error ?? 'pods'}, predicted ${predicted.refused ?? 'pods'}`];
    }
    const sides = [
      [placed(answer.driver), placed(predicted.driver)],
      [placed(answer.executors[0].pod), placed(predicted.executor)],
    ];
    return (await Promise.all(sides.map((side) => this.#webhook(application, answer.driverProperties, ...side)))).flat();
  }

  async #webhookRefusal(pod, { refused, at }) {
    this.counts.pods += 1;
    this.counts.refusedPods += 1;
    const { status, body } = await this.operator.dryRun(pod);
    const same = status !== 201 && body.message.startsWith('admission webhook');
    return same ? [] : [`${at}: predicted ${refused}, real ${status === 201 ? 'a pod' : body.message}`];
  }

  #settings(stored) {
    const apiServer = `https://127.0.0.1:${this.operator.cluster.port}`;
    return { ...this.settings, apiServer, submissionId: stored.status.submissionID };
  }

  /** The pods by the manifest alone; `{ refused, at }` when the library refuses. */
  #predicted(application, stored) {
    try {
      return this.library.sparkApplicationPods(application, { settings: this.#settings(stored) });
    } catch (error) {
      if (error.at === undefined) {
        throw error;
      }
      return { refused: error.message, at: error.at, by: error.constructor.name };
    }
  }

  /**
   * A pod of Spark's through the real webhook; the same pod through the library's, with the real one passed by; and the pod
   * that the library predicts from the manifest alone. All three go through the API server, which adds its own defaults.
   */
  async #webhook(application, properties, pod, predicted) {
    const role = pod.metadata.labels['spark-role'];
    this.counts.pods += 1;
    const real = await this.operator.dryRun(pod);
    const mutated = await this.#passedBy(() => this.#mutated(application, pod));
    const whole = await this.#passedBy(() => predicted);
    if (real.status !== 201) {
      this.counts.refusedPods += 1;
    }
    return [
      ...outcomeDifferences(mutated, real, properties, `${role} pod by the library's webhook`),
      ...outcomeDifferences(whole, real, properties, `${role} pod from the manifest`),
    ];
  }

  #mutated(application, pod) {
    const { mutatedPod, readApplication, withDefaults } = this.library;
    if (this.settings.webhook === false) {
      return pod;
    }
    return mutatedPod(pod, withDefaults(readApplication(application)));
  }

  /** A pod that the real webhook does not see; `{ refused }` when the library would not let it come so far. */
  async #passedBy(make) {
    let pod;
    try {
      pod = make();
    } catch (error) {
      if (error.at === undefined) {
        throw error;
      }
      return { refused: error.message };
    }
    const labels = { ...pod.metadata.labels, [PASS_BY_LABEL]: 'true' };
    return this.operator.dryRun({ ...pod, metadata: { ...pod.metadata, labels } });
  }
}

/** The API server lists what is wrong with a pod in any order, and places in lists may be there by chance. */
function messageOf({ refused, body }) {
  if (refused !== undefined) {
    return refused;
  }
  const text = plainText(body.message).replaceAll(/\[\d+\]/g, '');
  const [, start, list] = /^(.* is invalid: )\[(.*)\]$/s.exec(text) ?? [];
  return list === undefined
    ? text
    : start +
        list
          .split(/, (?=(?:spec|metadata)\.)/)
          .sort()
          .join(', ');
}

/** Both make the same pod, or both are refused: by the webhook, or by the API server with the same words. */
function outcomeDifferences(predicted, real, properties, what) {
  if (real.status === 201 && predicted.status === 201) {
    const plain = ({ body }) => plainPod(body, PASS_BY_LABEL, properties);
    return differences(plain(predicted), plain(real), what);
  }
  const byWebhook = real.status !== 201 && real.body.message.startsWith('admission webhook');
  const same = byWebhook
    ? predicted.refused !== undefined
    : predicted.status === real.status && messageOf(predicted) === messageOf(real);
  const told = (outcome) => (outcome.status === 201 ? 'a pod' : messageOf(outcome));
  return same ? [] : [`${what}: predicted ${told(predicted)}, real ${told(real)}`];
}

/** Where the fields stand that the API server prunes; it writes keys of maps like fields. */
function pruned({ problems }) {
  return problems
    .filter(({ effect }) => effect === 'pruned')
    .map(({ problem }) => problem.split(' ', 1)[0].replaceAll(/\[(?!\d+\])([^\]]*)\]/g, '.$1'))
    .sort();
}

/** What of an application's defaults concerns pods. */
function defaulted({ type, mode, driver, executor, dynamicAllocation }) {
  const role = ({ cores, memory } = {}) => ({ cores, memory });
  return { type, mode, driver: role(driver), executor: { ...role(executor), instances: executor.instances }, dynamicAllocation };
}
