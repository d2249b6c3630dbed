import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv, { type ErrorObject, type ValidateFunction } from 'ajv';

export const ROOT = join(__dirname, '../..');
export const SCHEMAS = join(ROOT, 'schemas');

/** The vendored schemas, one a kind, as paths below schemas/. */
export const schemaPaths = (): string[] =>
  readdirSync(SCHEMAS, { recursive: true, encoding: 'utf8' })
    .filter((path) => /_v\w+\.json$/.test(path))
    .sort();

export const readSchema = (path: string) => JSON.parse(readFileSync(join(SCHEMAS, path), 'utf8'));

/** Patterns are written for Go, which has no `u` flag; `strict` is about the style of schemas, not of what they validate. */
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
const compiled = new Map<string, ValidateFunction>();

export function compileSchema(path: string): ValidateFunction {
  const known = compiled.get(path) ?? ajv.compile(readSchema(path));
  compiled.set(path, known);
  return known;
}

/** What ajv says about one manifest, as `path message`; a kind without a schema is a finding too. */
export function findings(manifest: { apiVersion?: string; kind?: string }): string[] {
  const { apiVersion = '', kind = '' } = manifest ?? {};
  const [group, version = group] = apiVersion.split('/') as [string, string?];
  const path = `${group}/${kind.toLowerCase()}_${version}.json`;
  if (!schemaPaths().includes(path)) return [`there is no schema for ${apiVersion} ${kind}`];
  const validate = compileSchema(path);
  return validate(manifest) ? [] : (validate.errors ?? []).map(text);
}

const text = ({ instancePath, message, params }: ErrorObject) => `${instancePath || '/'} ${message} ${JSON.stringify(params)}`;
