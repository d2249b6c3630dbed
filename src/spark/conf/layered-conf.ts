import { effectiveValue, type Layers, layersOf, sortedKeys } from './layers';
import { printProperties } from './properties';

/**
 * Settings by key, which remember the layer that gave them: runtime, environment, construct or user. A later layer wins.
 * Options of a JVM (`spark.driver.extraJavaOptions` and its like) add up instead; where two layers set the same one, the
 * later wins. Objects of this class never change.
 */
export abstract class LayeredConf {
  /** @internal */
  abstract readonly _layers: Layers;
  /** @internal the keys that are taken though no registry has them, with the reasons. */
  abstract readonly _allowed: ReadonlyMap<string, string>;

  /** The value of a key; undefined when no layer gives one. */
  get(key: string): string | undefined {
    return effectiveValue(this._layers, key);
  }

  /** The layer that the value of a key comes from, such as `runtime`, or `runtime + user`; undefined when there is no value. */
  origin(key: string): string | undefined {
    return layersOf(this._layers, key).join(' + ') || undefined;
  }

  /** The keys, sorted. */
  keys(): string[] {
    return sortedKeys(this._layers);
  }

  /** The settings, sorted by key. */
  toMap(): { [key: string]: string } {
    return Object.fromEntries(this.keys().map((key) => [key, this.get(key) as string]));
  }

  /** The settings as the text of a Java properties file (`spark-defaults.conf`, `kyuubi-defaults.conf`), sorted by key. */
  toProperties(): string {
    return printProperties(Object.entries(this.toMap()));
  }
}
