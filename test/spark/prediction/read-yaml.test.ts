import { readYaml } from '../../../src/spark/prediction/template/read-yaml';

// JSON shows what a pod would hold
const read = (text: string): unknown => JSON.parse(JSON.stringify(readYaml(text), (_, value) => value?.value ?? value));

test.each([
  ['a: 007\nb: yes\nc: ~\nd: 1.5\ne: null', { a: '007', b: 'yes', c: '~', d: 1.5, e: null }],
  ['a: !!str 5\nb: !!int "5"\nc: !!bool "true"\nd: !!null ""\ne: ! 1.0', { a: '5', b: 5, c: true, d: null, e: '1.0' }],
  ['1: a\n1.5: b\ntrue: c', { '1': 'a', '1.5': 'b', true: 'c' }],
  ['---\n---\na: 1\n---\n# nothing', { a: 1 }],
  ['{"a": 1, "a": 2} trailing', { a: 2 }],
  ['', null],
])('%j is read as Spark’s client reads it', (text, expected) => {
  expect(read(text)).toEqual(expected);
});

test.each([
  ['a: !vault x', /the tag !vault is not known/],
  ['a: !!int x', /x is no number/],
  ['a: !!set {b}', /the tag tag:yaml.org,2002:set is not known/],
  ['null: a', /a key is null/],
  ['a: b\u0001', /a control character/],
  ['a: 1\n---\nb: 2', /it holds 2 documents/],
  ['{a: 1}', /JSON/],
])('%j is refused', (text, message) => {
  expect(() => readYaml(text)).toThrow(message);
});
