import { parseAllDocuments, type Tags, type YAMLError } from 'yaml';
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
    const lineOf = ({ linePos }: YAMLError): string => (linePos === undefined ? where : `${path}:${linePos[0].line}`);
    const error = document.errors.find(({ code }) => code !== TWICE);
    const content = error === undefined ? contentOf(document) : { problem: firstLine(error.message) };
    findings.push(
      ...document.errors.filter(({ code }) => code === TWICE).map((twice) => ({ where: lineOf(twice), ...REPEATED })),
    );
    if ('problem' in content) {
      const line = error === undefined ? where : lineOf(error);
      findings.push({ where: line, message: `is no YAML that can be read: ${content.problem}`, fix: 'correct the file' });
    } else if (isObject(content.value)) documents.push(...itemsOf(content.value, where));
    else if (content.value !== null) {
      findings.push({ where, message: 'holds no object', fix: 'write a Kubernetes manifest with apiVersion and kind' });
    }
  });
  return { documents, findings };
}

/** What kubectl passes over: the later of two equal keys counts. */
const TWICE = 'DUPLICATE_KEY';
const REPEATED = { message: 'has a key that stands above already: kubectl takes the last one', fix: 'keep one of them' };

/** Parsing may succeed and resolving fail: of aliases without an anchor, or too many of them. */
function contentOf(document: { toJS(): unknown }): { readonly value: JsonValue } | { readonly problem: string } {
  try {
    return { value: document.toJS() as JsonValue };
  } catch (error) {
    return { problem: firstLine((error as Error).message) };
  }
}

function itemsOf(object: JsonObject, where: string): Document[] {
  const { kind, apiVersion, items } = object;
  const list =
    typeof kind === 'string' && /(^|[a-z])List$/.test(kind) && Array.isArray(items) ? items.filter(isObject) : undefined;
  if (list === undefined) return [{ object, where }];
  // A list of one kind may leave it out of its items.
  const common: JsonObject = kind === 'List' ? {} : { apiVersion: apiVersion ?? null, kind: String(kind).replace(/List$/, '') };
  return list.map((item, index) => ({ object: { ...common, ...item }, where: `${where}, item ${index + 1}` }));
}

const firstLine = (text: string): string => (text.split('\n', 1)[0] as string).replace(/ at line .*$/, '').replace(/:$/, '');
