import { type Problem, refuseValue } from '../../problem';
import { permissionRefusal, ruleProblems, type SettingRule } from '../../spark/conf/launch-rules';
import { LayeredConf } from '../../spark/conf/layered-conf';
import { ConfLayer, type Layers, layerOf, mergeLayers } from '../../spark/conf/layers';
import { allowedProblems, secretProblems, settingsProblems } from '../../spark/conf/settings';
import { versionProblems } from '../../spark/conf/spark-conf';
import { profileRule, serverRule, sessionRule } from './rules';

const EXAMPLE = "'kyuubi.engine.share.level': 'USER'";
const PLACE = 'a ConfigMap, and in the arguments of spark-submit';
const SECRET_FIX = 'leave it out and mount a Secret as a file that the server reads';

/**
 * Configuration of Kyuubi and of the Spark engines that it launches: `kyuubi.…` keys, checked against the Kyuubi version, and
 * `spark.…` keys, checked against the Spark of the engines. Layered like {@link SparkConf}.
 *
 * Kyuubi itself takes unknown keys without a word, and stops or hangs on some wrong values only when it first reads them.
 *
 * @example
 * KyuubiConf.of({ 'kyuubi.engine.share.level': 'USER' }).checkServer('1.11.1', '3.5.9').toProperties();
 */
export class KyuubiConf extends LayeredConf {
  /**
   * Settings of one layer.
   *
   * @param layer who gives them; the user by default
   * @throws Error when a value is no text, a key no key, or a setting shows a secret
   */
  static of(settings: { [key: string]: string }, layer?: ConfLayer): KyuubiConf {
    const problems = settingsProblems('conf', settings, EXAMPLE);
    if (problems.length === 0) {
      problems.push(...Object.entries(settings).flatMap(([key, value]) => secretProblems('conf', key, value, PLACE, SECRET_FIX)));
    }
    refuseValue('KyuubiConf.of', problems);
    return new KyuubiConf(layerOf(settings, layer ?? ConfLayer.USER), new Map());
  }

  private constructor(
    /** @internal */
    readonly _layers: Layers,
    /** @internal */
    readonly _allowed: ReadonlyMap<string, string>,
  ) {
    super();
  }

  /** Both together: where both have a key, the later layer wins, and within one layer the other one. */
  merge(other: KyuubiConf): KyuubiConf {
    return new KyuubiConf(mergeLayers(this._layers, other._layers), new Map([...this._allowed, ...other._allowed]));
  }

  /**
   * Takes a key though no registry has it, such as one that a plugin of your own reads.
   *
   * @param reason who reads it
   * @throws Error when there is no reason
   */
  allowUnknown(key: string, reason: string): KyuubiConf {
    refuseValue(
      'KyuubiConf.allowUnknown',
      allowedProblems('key', { [key]: reason }, () => undefined),
    );
    return new KyuubiConf(this._layers, new Map([...this._allowed, [key, reason]]));
  }

  /**
   * Checks the settings as those of `kyuubi-defaults.conf`; returns the same object.
   *
   * @param kyuubi version of the server, such as `1.11.1`
   * @param spark Spark version of the engines, such as `3.5.9`
   * @throws Error when a key is unknown to its reader, its value cannot be read, or it has no effect there; all are listed
   */
  checkServer(kyuubi: string, spark: string): KyuubiConf {
    return this.check(kyuubi, spark, serverRule);
  }

  /**
   * Checks the settings as those of a profile, `kyuubi-session-<profile>.conf`, which the server lays over what a client sends
   * before it looks for an engine; returns the same object.
   *
   * @throws Error as `checkServer`, and when a setting is the server's own
   */
  checkProfile(kyuubi: string, spark: string): KyuubiConf {
    return this.check(kyuubi, spark, profileRule);
  }

  /**
   * Checks the settings as those that a client sends when it opens a session, such as dbt's `server_side_parameters`; returns
   * the same object. The engine may be running already: it passes over what acts only at its launch.
   *
   * @throws Error as `checkServer`, and when a setting is the server's own or acts only when an engine is launched
   */
  checkSession(kyuubi: string, spark: string): KyuubiConf {
    return this.check(kyuubi, spark, sessionRule);
  }

  private check(kyuubi: string, spark: string, ruleOf: (readers: { kyuubi: string; spark: string }) => SettingRule): KyuubiConf {
    const versions: Problem[] = [...versionProblems('kyuubi', kyuubi), ...versionProblems('spark', spark)];
    refuseValue('KyuubiConf', versions);
    refuseValue('KyuubiConf', [
      ...ruleProblems(this, this._layers.keys(), ruleOf({ kyuubi, spark })),
      ...allowedProblems('allowUnknown', Object.fromEntries(this._allowed), (key) => permissionRefusal(key, [spark], kyuubi)),
    ]);
    return this;
  }
}
