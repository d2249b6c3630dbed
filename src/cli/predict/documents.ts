import { parseAllDocuments, type Tags } from 'yaml';
import type { JsonObject, JsonValue } from '../../manifest';
import { isObject } from '../../manifest/values';
import type { InputFile } from '../input';
import type { Finding } from './finding';

/** YAML as Kubernetes reads it: version 1.1 (0644 is octal, `<<` merges), but dates and 12:30 stay texts. */
const KUBERNETES = {
  version: '1.1',
  merge: true,
  logLevel: 'silent',
  customTags: (tags: Tags) =>
    tags.filter(
      (tag) => typeof tag === 'string' || !('test' in tag) || (!tag.test?.test('12:30:00') && !tag.test?.test('2026-01-01')),
    ),
} as const;

/** A YAML document that holds an object, with its place in the file. */
export interface Document {
  readonly object: JsonObject;
  /** `jobs.yaml`, `jobs.yaml, document 2`. */
  readonly where: string;
}

/** The documents of a file that hold objects, with what is wrong with the others. Lists of `kubectl get` are taken apart. */
export function documentsOf({ path, text }: InputFile): { readonly documents: Document[]; readonly findings: Finding[] } {
  const parsed = parseAllDocuments(text, KUBERNETES);
  const read = Array.isArray(parsed) ? parsed : [];
  const documents: Document[] = [];
  const findings: Finding[] = [];
  read.forEach((document, index) => {
    const where = read.length === 1 ? path : `${path}, document ${index + 1}`;
    const [error] = document.errors;
    const content = error === undefined ? contentOf(document) : { problem: firstLine(error.message) };
    if ('problem' in content) {
      const [place] = error?.linePos ?? [];
      const line = place === undefined ? where : `${path}:${place.line}`;
      findings.push({ where: line, message: `is no YAML that can be read: ${content.problem}`, fix: 'correct the file' });
    } else if (isObject(content.value)) documents.push(...itemsOf(content.value, where));
    else if (content.value !== null) {
      findings.push({ where, message: 'holds no object', fix: 'write a Kubernetes manifest with apiVersion and kind' });
    }
  });
  return { documents, findings };
}

/** Parsing may succeed and resolving fail: of aliases without an anchor, or too many of them. */
function contentOf(document: { toJS(): unknown }): { readonly value: JsonValue } | { readonly problem: string } {
  try {
    return { value: document.toJS() as JsonValue };
  } catch (error) {
    return { problem: firstLine((error as Error).message) };
  }
}

function itemsOf(object: JsonObject, where: string): Document[] {
  const items = object['kind'] === 'List' && Array.isArray(object['items']) ? object['items'] : undefined;
  if (items === undefined) return [{ object, where }];
  return items.filter(isObject).map((item, index) => ({ object: item, where: `${where}, item ${index + 1}` }));
}

const firstLine = (text: string): string => (text.split('\n', 1)[0] as string).replace(/ at line .*$/, '').replace(/:$/, '');
