import { withoutDescriptions } from './shapes.mjs';

/**
 * One self-contained JSON Schema (draft 7) a kind, where kubeconform looks for it with the template
 * `{{.Group}}/{{.ResourceKind}}_{{.ResourceAPIVersion}}.json` (for core kinds, kubeconform calls the version the group: `v1/pod_v1.json`).
 *
 * @param {{ kinds: { apiVersion: string, kind: string, schema: object }[], definitions: object }} project
 * @returns {Record<string, string>} text by path
 */
export function schemaFiles({ kinds, definitions }) {
  return Object.fromEntries(
    kinds.map(({ apiVersion, kind, schema }) => {
      const [group, version = group] = apiVersion.split('/');
      const file = withoutDescriptions({
        $schema: 'http://json-schema.org/draft-07/schema#',
        ...schema,
        definitions: reachable(schema, definitions),
      });
      return [`schemas/${group}/${kind.toLowerCase()}_${version}.json`, sortedJson(file)];
    }),
  );
}

function reachable(schema, definitions, found = {}) {
  for (const [, name] of JSON.stringify(schema).matchAll(/"\$ref":"#\/definitions\/(\w+)"/g)) {
    if (found[name]) continue;
    found[name] = definitions[name];
    reachable(definitions[name], definitions, found);
  }
  return found;
}

/** JSON with the keys of every object in code point order, so that the same input gives the same bytes. */
export const sortedJson = (value) => `${JSON.stringify(value, (_, item) => (isObject(item) ? sorted(item) : item), 1)}\n`;

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const sorted = (object) =>
  Object.fromEntries(
    Object.keys(object)
      .sort()
      .map((key) => [key, object[key]]),
  );
