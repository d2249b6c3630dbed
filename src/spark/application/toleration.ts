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

function keyProblems(key: string): Problem[] {
  const reason = typeof key === 'string' ? labelKeyProblem(key) : 'is not a text';
  return reason === undefined
    ? []
    : [{ message: `the key ${shown(key)} ${reason}`, fix: "write the key of the taint, such as 'workload-type'" }];
}

function valueProblems(value: string): Problem[] {
  const reason = typeof value === 'string' ? labelValueProblem(value) : 'is not a text';
  return reason === undefined
    ? []
    : [{ message: `the value ${shown(value)} ${reason}`, fix: "write the value of the taint, such as 'data-platform'" }];
}

function effectProblems(effect: TaintEffect | undefined): Problem[] {
  const effects = Object.values(TaintEffect);
  return optionalProblems('effect', effect, (given) => effects.includes(given as TaintEffect), `write ${effects.join(', ')}`);
}
