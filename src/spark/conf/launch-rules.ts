import type { Problem } from '../../problem';
import { type ConfReaders, launchProblem, lookUp } from '../../registry/lookup';
import { holdsJavaOptions, javaOptionsProblems } from './java-options';
import type { LayeredConf } from './layered-conf';
import { ConfLayer, layersOf } from './layers';

/** A rule about one setting; its message begins with the key. */
export type SettingRule = (key: string, value: string) => Problem | undefined;

/**
 * What a rule has against settings of a configuration, with the layer that gave them.
 *
 * @param keys those to ask about, in the order in which they are told; keys that were allowed are left out
 */
export function ruleProblems(conf: LayeredConf, keys: Iterable<string>, rule: SettingRule): Problem[] {
  return [...keys].flatMap((key) => {
    const value = conf.get(key) as string;
    const found = conf._allowed.has(key) ? undefined : rule(key, value);
    const problems = found === undefined ? [] : [found];
    if (holdsJavaOptions(key)) problems.push(...javaProblems(conf, key));
    return problems.map(({ message, fix }) => ({ message: `conf ${key}${givenBy(conf, key)}${message.slice(key.length)}`, fix }));
  });
}

/** Each layer is judged alone: what two layers set differently is no slip. */
function javaProblems(conf: LayeredConf, key: string): Problem[] {
  const texts = (conf._layers.get(key) ?? []).map(({ value }) => value);
  return texts.flatMap((text) => javaOptionsProblems(key, text));
}

/** Where a setting comes from, when it is not from the map beside the error. */
export function givenBy(conf: LayeredConf, key: string): string {
  const layers = layersOf(conf._layers, key);
  return layers.every((layer) => layer === ConfLayer.USER) ? '' : ` (given by ${layers.join(' and ')})`;
}

/** Settings with which an application is launched. A value that a variable stands in is known later. */
export const launchRule =
  (readers: ConfReaders): SettingRule =>
  (key, value) =>
    value.includes('${') ? undefined : launchProblem(key, value, readers);

/** Why a key needs no permission, or cannot have it: an engine knows it, or it is known to be wrong. */
export function permissionRefusal(key: string, versions: readonly string[], kyuubi?: string): string | undefined {
  const kinds = versions.map((spark) => lookUp(key, { spark, ...(kyuubi === undefined ? {} : { kyuubi }) }));
  const wrong = kinds.find((verdict) => verdict.kind === 'misnomer');
  if (wrong?.kind === 'misnomer') return `${wrong.misnomer.why}: ${wrong.misnomer.fix}`;
  const isKnown = kinds.every(({ kind }) => kind === 'known' || kind === 'deprecated' || kind === 'family');
  return isKnown ? 'is a key that is known, so it needs no permission' : undefined;
}
