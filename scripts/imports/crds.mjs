import { parseAllDocuments } from 'yaml';
import { asManifest, close, NAMED_METADATA } from './close.mjs';
import { Shapes } from './shapes.mjs';

/**
 * The kinds of a project's CustomResourceDefinitions, each in the version that is stored: the one that its controller reads.
 * An object that several kinds have in common is named after the first of them, so the main kind comes first in versions.json.
 *
 * @param {string} text YAML documents
 * @param {object} metadata the definitions that ObjectMeta needs
 * @returns {{ kinds: { apiVersion: string, kind: string, schema: object }[], definitions: object }}
 */
export function customKinds(text, metadata) {
  const crds = parseAllDocuments(text).map((document) => document.toJS().spec);
  const shapes = new Shapes([...Object.keys(metadata), ...crds.map(({ names }) => names.kind)]);
  const kinds = crds.map(({ group, names: { kind }, versions }) => {
    const version = versions.find(({ storage }) => storage);
    const apiVersion = `${group}/${version.name}`;
    const manifest = asManifest(close(version.schema.openAPIV3Schema), apiVersion, kind, NAMED_METADATA);
    return { apiVersion, kind, schema: shapes.liftInside(manifest, [kind]) };
  });
  return { kinds, definitions: { ...metadata, ...shapes.definitions } };
}
