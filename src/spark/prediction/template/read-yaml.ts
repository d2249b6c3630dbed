import { parseDocument, visit } from 'yaml';
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

/** Reads YAML as Spark's Kubernetes client does; throws an Error that says what is wrong. */
export function readYaml(text: string): unknown {
  const document = parseDocument(text, { schema: 'failsafe', merge: false });
  if (document.errors.length > 0) throw new Error(document.errors[0].message.split('\n')[0]);
  visit(document, {
    Scalar: (_, node) => {
      if (node.type === 'PLAIN') node.value = resolved(node.source ?? '');
    },
  });
  return document.toJS();
}
