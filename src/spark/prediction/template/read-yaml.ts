import { type Document, parseAllDocuments, parseDocument, type Scalar, visit } from 'yaml';
import { printDouble } from '../java/text';

/** A number that was written with a point or an exponent: as a text it keeps them (`1.0`, `1.0E9`). */
export class Fraction {
  constructor(readonly value: number) {}

  /** As Java prints it. */
  toString(): string {
    return printDouble(this.value);
  }
}

const NUMBER = /^-?(?:0|[1-9][0-9]*)$/;
const FRACTION = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$/;
const NAMED: Readonly<Record<string, unknown>> = {
  '': null,
  null: null,
  true: true,
  false: false,
  '.inf': new Fraction(Number.POSITIVE_INFINITY),
  '-.inf': new Fraction(Number.NEGATIVE_INFINITY),
  '.nan': new Fraction(Number.NaN),
};

/** What a plain scalar is for Spark's Kubernetes client, which knows JSON's forms only: `007`, `yes` and `~` are texts. */
function resolved(text: string): unknown {
  if (Object.hasOwn(NAMED, text)) return NAMED[text];
  if (NUMBER.test(text)) return Number.isSafeInteger(Number(text)) ? Number(text) + 0 : BigInt(text);
  return FRACTION.test(text) ? new Fraction(Number(text)) : text;
}

/** Types that YAML's own tags give to a scalar, whatever it looks like; other tags are refused. */
const TAGGED: Readonly<Record<string, (text: string) => unknown>> = {
  '!': (text) => text,
  'tag:yaml.org,2002:str': (text) => text,
  'tag:yaml.org,2002:binary': (text) => text,
  'tag:yaml.org,2002:null': () => null,
  'tag:yaml.org,2002:bool': (text) => truthOf(text) ?? null,
  'tag:yaml.org,2002:int': (text) => (/^[-+]?[0-9]+$/.test(text) ? resolved(String(BigInt(text))) : noNumber(text)),
  'tag:yaml.org,2002:float': (text) => (Number.isNaN(Number(text)) ? noNumber(text) : new Fraction(Number(text))),
};

/** True or false in the ways in which the client writes them; undefined for other texts. */
export function truthOf(text: string): boolean | undefined {
  if (['true', 'True', 'TRUE'].includes(text)) return true;
  return ['false', 'False', 'FALSE'].includes(text) ? false : undefined;
}

function noNumber(text: string): never {
  throw new Error(`${text} is no number, as its tag says`);
}

const COLLECTIONS = ['tag:yaml.org,2002:map', 'tag:yaml.org,2002:seq'];

function checkTag({ tag }: { readonly tag?: string }): void {
  if (tag !== undefined && !COLLECTIONS.includes(tag)) throw new Error(`the tag ${tag} is not known`);
}

function scalar(node: Scalar): unknown {
  const source = node.source ?? '';
  if (node.tag === undefined) return node.type === 'PLAIN' ? resolved(source) : node.value;
  if (Object.hasOwn(TAGGED, node.tag)) return TAGGED[node.tag](node.type === 'PLAIN' ? source : String(node.value));
  throw new Error(`the tag ${node.tag} is not known`);
}

/** Keys are texts, also where they look like numbers. */
function keyText(node: Scalar): string {
  const value = scalar(node);
  if (value === null) throw new Error('a key is null');
  return String(value);
}

/** Characters that may not stand in YAML. */
const CONTROL = /(?![\t\n\r\u0085])\p{Cc}/u;

/** Reads YAML as Spark's Kubernetes client does; throws an Error that says what is wrong. */
export function readYaml(text: string): unknown {
  if (/^\s*\{/.test(text)) return readJson(text);
  if (CONTROL.test(text)) throw new Error('it holds a control character');
  const read = parseAllDocuments(text, { schema: 'failsafe', merge: false });
  const documents = Array.isArray(read) ? read : [];
  const values = documents.map((document) => contentOf(document)).filter((value) => value !== null);
  if (values.length > 1) throw new Error(`it holds ${values.length} documents`);
  return values[0] ?? null;
}

function contentOf(document: Document.Parsed): unknown {
  if (document.errors.length > 0) throw new Error(document.errors[0].message.split('\n')[0]);
  visit(document, {
    Scalar: (place, node) => {
      node.value = place === 'key' ? keyText(node) : scalar(node);
    },
    Collection: (_, node) => checkTag(node),
  });
  return document.toJS();
}

/** A text that begins like JSON is read as JSON, as far as its first value goes. */
function readJson(text: string): unknown {
  const json = firstObject(text);
  JSON.parse(json); // YAML would take more
  return contentOf(parseDocument(json, { schema: 'failsafe', merge: false, uniqueKeys: false }));
}

function firstObject(text: string): string {
  let depth = 0;
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}]/gs)) {
    if (token === '{') depth++;
    if (token === '}' && --depth === 0) return text.slice(0, index + 1);
  }
  return text;
}
