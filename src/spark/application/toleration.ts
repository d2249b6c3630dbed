import type { JsonObject } from '../../manifest';

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
  /** A taint with this key and value; with no effect given, whatever its effect. */
  static equal(key: string, value: string, effect?: TaintEffect): Toleration {
    return new Toleration({ key, operator: 'Equal', value, ...(effect === undefined ? {} : { effect }) });
  }

  /** A taint with this key, whatever its value; with no effect given, whatever its effect. */
  static exists(key: string, effect?: TaintEffect): Toleration {
    return new Toleration({ key, operator: 'Exists', ...(effect === undefined ? {} : { effect }) });
  }

  private constructor(private readonly toleration: JsonObject) {}

  /** @internal */
  _toJson(): JsonObject {
    return { ...this.toleration };
  }
}
