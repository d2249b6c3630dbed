import type { JsonValue } from '../../manifest';

/** Fields of Kubernetes' tolerations and affinities in the order in which Go writes them. */
const FIELD_ORDER = [
  ...['name', 'minMember', 'minResource', 'nodeSelector', 'tolerations', 'affinity', 'labels'],
  ...['nodeAffinity', 'podAffinity', 'podAntiAffinity'],
  ...['requiredDuringSchedulingIgnoredDuringExecution', 'preferredDuringSchedulingIgnoredDuringExecution', 'nodeSelectorTerms'],
  ...['weight', 'preference', 'podAffinityTerm'],
  ...['labelSelector', 'namespaces', 'topologyKey', 'namespaceSelector', 'matchLabelKeys', 'mismatchLabelKeys'],
  ...['matchLabels', 'matchExpressions', 'matchFields'],
  ...['key', 'operator', 'value', 'values', 'effect', 'tolerationSeconds'],
];

/** Maps, whose keys Go sorts. */
const MAPS = ['minResource', 'nodeSelector', 'labels', 'matchLabels'];

/** A value as Go's encoding/json writes it: fields in the order of their type, maps by key, and `<`, `>`, `&` escaped. */
export function goJson(value: JsonValue): string {
  return JSON.stringify(ordered(value)).replaceAll(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function ordered(value: JsonValue, key = ''): JsonValue {
  if (Array.isArray(value)) return value.map((each) => ordered(each));
  if (typeof value !== 'object' || value === null) return value;
  const byName = (a: string, b: string): number => (a < b ? -1 : 1);
  const byField = (a: string, b: string): number => FIELD_ORDER.indexOf(a) - FIELD_ORDER.indexOf(b);
  const keys = Object.keys(value).sort(MAPS.includes(key) ? byName : byField);
  return Object.fromEntries(keys.map((each) => [each, ordered(value[each] as JsonValue, each)]));
}
