import type { JsonObject } from '../../manifest';
import { labelKeyProblem, labelValueProblem } from '../../naming';
import { type Problem, refuseValue } from '../../problem';
import { optionalProblems, shown } from '../size/shapes';

/** What a pod does to nodes with a taint. */
export enum TaintEffect {
  /** Pods without the toleration are not scheduled. */
  NO_SCHEDULE = 'NoSchedule',
  /** Pods without the toleration are scheduled only when there is no other place. */
  PREFER_NO_SCHEDULE = 'PreferNoSchedule',
  /** Pods without the toleration are evicted, too. */
  NO_EXECUTE = 'NoExecute',
}

/** A taint that pods accept. */
export class Toleration {
  /**
   * A taint with this key and value; with no effect given, whatever its effect.
   * @throws Error when the key is no label key, the value no label value or the effect none
   */
  static equal(key: string, value: string, effect?: TaintEffect): Toleration {
    const problems = [...keyProblems(key), ...valueProblems(value), ...effectProblems(effect)];
    refuseValue(`Toleration.equal(${shown(key)}, ${shown(value)})`, problems);
    return new Toleration({ key, operator: 'Equal', value, ...(effect === undefined ? {} : { effect }) });
  }

  /**
   * A taint with this key, whatever its value; with no effect given, whatever its effect.
   * @throws Error when the key is no label key or the effect none
   */
  static exists(key: string, effect?: TaintEffect): Toleration {
    refuseValue(`Toleration.exists(${shown(key)})`, [...keyProblems(key), ...effectProblems(effect)]);
    return new Toleration({ key, operator: 'Exists', ...(effect === undefined ? {} : { effect }) });
  }

  private constructor(private readonly toleration: JsonObject) {}

  /** @internal */
  _toJson(): JsonObject {
    return { ...this.toleration };
  }
}

const keyProblems = (key: string): Problem[] => textProblems('key', key, labelKeyProblem, 'workload-type');
const valueProblems = (value: string): Problem[] => textProblems('value', value, labelValueProblem, 'data-platform');

function textProblems(part: string, text: string, problemOf: (text: string) => string | undefined, example: string): Problem[] {
  const reason = typeof text === 'string' ? problemOf(text) : 'is not a text';
  if (reason === undefined) return [];
  return [{ message: `the ${part} ${shown(text)} ${reason}`, fix: `write the ${part} of the taint, such as '${example}'` }];
}

function effectProblems(effect: TaintEffect | undefined): Problem[] {
  const effects = Object.values(TaintEffect);
  return optionalProblems('effect', effect, (given) => effects.includes(given as TaintEffect), `write ${effects.join(', ')}`);
}
