import { holdsJavaOptions, mergeJavaOptions } from './java-options';

/** Who gives a setting. A later layer wins over an earlier one. */
export enum ConfLayer {
  /** What belongs to the image: {@link SparkRuntimeOptions.conf}. */
  RUNTIME = 'runtime',
  /** What belongs to the cluster: {@link EnvironmentProps.sparkConf}. */
  ENVIRONMENT = 'environment',
  /** What a construct makes of its props. */
  CONSTRUCT = 'construct',
  /** What the user of a construct writes as `conf`. */
  USER = 'user',
}

const ORDER: readonly ConfLayer[] = [ConfLayer.RUNTIME, ConfLayer.ENVIRONMENT, ConfLayer.CONSTRUCT, ConfLayer.USER];

/** A value and who gave it. */
interface Setting {
  readonly layer: ConfLayer;
  readonly value: string;
}

/** The values of each key, lowest layer first, one a layer. */
export type Layers = ReadonlyMap<string, readonly Setting[]>;

/** Settings of one layer. */
export function layerOf(settings: { readonly [key: string]: string }, layer: ConfLayer): Layers {
  return new Map(Object.entries(settings).map(([key, value]) => [key, [{ layer, value }]]));
}

/** Both together. Within one layer the second wins, but for options of a JVM, which add up. */
export function mergeLayers(first: Layers, second: Layers): Layers {
  const merged = new Map(first);
  for (const [key, settings] of second) merged.set(key, mergeSettings(key, first.get(key) ?? [], settings));
  return merged;
}

function mergeSettings(key: string, first: readonly Setting[], second: readonly Setting[]): Setting[] {
  return ORDER.flatMap((layer) => {
    const values = [...first, ...second].filter((setting) => setting.layer === layer).map(({ value }) => value);
    return values.length === 0 ? [] : [{ layer, value: countingValue(key, values) }];
  });
}

/** What counts of the values of a key, lowest layer first. */
function countingValue(key: string, values: readonly string[]): string {
  return holdsJavaOptions(key) && values.length > 1 ? mergeJavaOptions(values) : (values.at(-1) as string);
}

/** The value of a key; undefined when no layer gives one. */
export function effectiveValue(layers: Layers, key: string): string | undefined {
  const settings = layers.get(key);
  return settings === undefined
    ? undefined
    : countingValue(
        key,
        settings.map(({ value }) => value),
      );
}

/** The layers that the value of a key comes from: one, but for options of a JVM. */
export function layersOf(layers: Layers, key: string): ConfLayer[] {
  const settings = layers.get(key) ?? [];
  return (holdsJavaOptions(key) ? settings : settings.slice(-1)).map(({ layer }) => layer);
}

/** The keys in the order in which they are printed. */
export function sortedKeys(layers: Layers): string[] {
  return [...layers.keys()].sort();
}
