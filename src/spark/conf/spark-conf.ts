import { type Problem, refuseValue } from '../../problem';
import {
  type ConfReaders,
  KNOWN_VERSIONS,
  sessionSettingProblem,
  type VersionedEngine,
  versionLine,
} from '../../registry/lookup';
import { launchRule, permissionRefusal, ruleProblems } from './launch-rules';
import { LayeredConf } from './layered-conf';
import { ConfLayer, type Layers, layerOf, mergeLayers } from './layers';
import { allowedProblems, secretProblems, settingsProblems } from './settings';

const EXAMPLE = "'spark.sql.shuffle.partitions': '8'";
const PLACE = 'every file and object that the configuration is written to';
const SECRET_FIX = 'leave it out and give the pods an environment variable from a Secret';

/**
 * Configuration of a Spark application: layered, with the origin of every value, and checked against the Spark versions that
 * read it.
 *
 * @example
 * SparkConf.of({ 'spark.sql.shuffle.partitions': '8' }).checkLaunch('3.5.9').toProperties();
 */
export class SparkConf extends LayeredConf {
  /**
   * Settings of one layer.
   *
   * @param layer who gives them; the user by default
   * @throws Error when a value is no text, a key no key, or a setting shows a secret
   */
  static of(settings: { [key: string]: string }, layer?: ConfLayer): SparkConf {
    const problems = settingsProblems('conf', settings, EXAMPLE);
    refuseValue('SparkConf.of', problems.length > 0 ? problems : sparkSecretProblems('conf', settings));
    return SparkConf._of(settings, layer);
  }

  /** @internal settings that were checked before, or that will be with others. */
  static _of(
    settings: { readonly [key: string]: string },
    layer = ConfLayer.USER,
    allowed: { readonly [key: string]: string } = {},
  ) {
    return new SparkConf(layerOf(settings, layer), new Map(Object.entries(allowed)));
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
  merge(other: SparkConf): SparkConf {
    return new SparkConf(mergeLayers(this._layers, other._layers), new Map([...this._allowed, ...other._allowed]));
  }

  /**
   * Takes a key though no registry has it, such as one that a listener of your own reads.
   *
   * @param reason who reads it; the environment's README.md lists it
   * @throws Error when there is no reason
   */
  allowUnknown(key: string, reason: string): SparkConf {
    refuseValue(
      'SparkConf.allowUnknown',
      allowedProblems('key', { [key]: reason }, () => undefined),
    );
    return new SparkConf(this._layers, new Map([...this._allowed, [key, reason]]));
  }

  /**
   * Checks the settings as those with which an application is launched; returns the same object.
   *
   * @param application Spark version of the application's image, such as `3.5.9`
   * @param submitter Spark version in which spark-submit runs; the application's by default
   * @throws Error when the version that reads a key does not know it, or cannot read its value; all are listed
   */
  checkLaunch(application: string, submitter?: string): SparkConf {
    const readers = { application, submitter: submitter ?? application };
    const versions = versionProblems('spark', readers.application, readers.submitter);
    refuseValue('SparkConf', versions.length > 0 ? versions : this._launchProblems(readers));
    return this;
  }

  /**
   * Checks the settings as those that a session gives to an application which may be running already; returns the same object.
   *
   * @param spark Spark version of the application
   * @throws Error when a key is unknown, its value cannot be read, or it acts only when an application is launched
   */
  checkSession(spark: string): SparkConf {
    const versions = versionProblems('spark', spark);
    refuseValue('SparkConf', versions);
    const rule = (key: string, value: string) =>
      value.includes('${') ? undefined : sessionSettingProblem(key, value, { spark });
    refuseValue('SparkConf', [...ruleProblems(this, this._layers.keys(), rule), ...this._permissionProblems([spark])]);
    return this;
  }

  private _launchProblems(readers: ConfReaders): Problem[] {
    const rule = launchRule(readers);
    const sparkOnly = (key: string, value: string) => (key.startsWith('spark.') ? rule(key, value) : foreignProblem(key));
    return [
      ...ruleProblems(this, this._layers.keys(), sparkOnly),
      ...this._permissionProblems([readers.application, readers.submitter]),
    ];
  }

  private _permissionProblems(versions: readonly string[]): Problem[] {
    return allowedProblems('allowUnknown', Object.fromEntries(this._allowed), (key) => permissionRefusal(key, versions));
  }
}

/** spark-submit passes over keys of others. */
export function foreignProblem(key: string): Problem {
  return {
    message: `${key} does not start with spark., so spark-submit ignores it`,
    fix: `write 'spark.hadoop.${key}' for a key of Hadoop`,
  };
}

/** Settings that show a secret. */
export function sparkSecretProblems(what: string, settings: { readonly [key: string]: string }): Problem[] {
  return Object.entries(settings).flatMap(([key, value]) => secretProblems(what, key, value, PLACE, SECRET_FIX));
}

/** Versions of an engine whose keys are not known. */
export function versionProblems(engine: VersionedEngine, ...versions: readonly string[]): Problem[] {
  const wrong = versions.filter((version) => typeof version !== 'string' || versionLine(engine, version) === undefined);
  return [...new Set(wrong)].map((version) => ({
    message: `version '${version}' is not known`,
    fix: `write a release of ${KNOWN_VERSIONS[engine].join(', ')}`,
  }));
}
