import fc from 'fast-check';
import { lookUp, versionRegistry } from '../../../src/registry/lookup';

const KEYS = [...versionRegistry('spark', '4.0').keys()].filter((key) => {
  const entry = versionRegistry('spark', '4.0').get(key);
  return entry !== undefined && !entry.flags.some((flag) => flag.startsWith('removed'));
});

/** Parts of keys, and what people take them for. */
const CONFUSED: Readonly<Record<string, string>> = {
  driver: 'executor',
  executor: 'driver',
  kubernetes: 'k8s',
  sql: 'session',
  eventLog: 'history',
  history: 'eventLog',
  streaming: 'stream',
  shuffle: 'sort',
  adaptive: 'aqe',
  hive: 'metastore',
  dynamicAllocation: 'allocation',
  ui: 'web',
  network: 'rpc',
  rpc: 'network',
};

type Misspell = (key: string, at: number) => string;

const MISSPELLINGS: Readonly<Record<string, Misspell>> = {
  'letter dropped': (key, at) => key.slice(0, at) + key.slice(at + 1),
  'letter doubled': (key, at) => key.slice(0, at) + key.charAt(at) + key.slice(at),
  'letters swapped': (key, at) => key.slice(0, at) + key.charAt(at + 1) + key.charAt(at) + key.slice(at + 2),
  'case changed': (key) => key.toLowerCase(),
  plural: (key, at) => {
    const parts = key.split('.');
    const one = 1 + (at % (parts.length - 1));
    return parts.map((part, index) => (index === one ? `${part}s` : part)).join('.');
  },
  'wrong part': (key) => {
    const parts = key.split('.');
    const wrong = parts.findIndex((part, index) => index < parts.length - 1 && part in CONFUSED);
    return wrong < 0 ? key : parts.map((part, index) => (index === wrong ? CONFUSED[part] : part)).join('.');
  },
  'part dropped': (key, at) => {
    const parts = key.split('.');
    return parts.length < 4 ? key : parts.filter((_part, index) => index !== 1 + (at % (parts.length - 2))).join('.');
  },
  'hyphens and dots': (key, at) => {
    const hyphened = key.replaceAll(
      /([a-z])([A-Z])/g,
      (_all, before: string, after: string) => `${before}-${after.toLowerCase()}`,
    );
    return hyphened !== key && at % 2 === 0 ? hyphened : key.replace(/\.(?=[^.]+$)/, '-');
  },
};

const misspelt = fc
  .record({
    key: fc.constantFrom(...KEYS),
    kind: fc.constantFrom(...Object.keys(MISSPELLINGS)),
    at: fc.nat(),
  })
  .map(({ key, kind, at }) => {
    // The first letters are spark., which nobody gets wrong and which would make the check easier.
    const place = 6 + (at % (key.length - 7));
    return { key, kind, wrong: (MISSPELLINGS[kind] as Misspell)(key, place) };
  })
  .filter(({ key, wrong }) => wrong !== key && lookUp(wrong, { spark: '4.0' }).kind === 'unknown');

test('300 misspellings find their origin among the first three suggestions in at least 97 % of cases', () => {
  const samples = fc.sample(misspelt, { numRuns: 300, seed: 20 });
  const missed = samples.filter(({ key, wrong }) => {
    const verdict = lookUp(wrong, { spark: '4.0' });
    return verdict.kind !== 'unknown' || !verdict.nearest.includes(key);
  });
  const share = (samples.length - missed.length) / samples.length;
  process.stdout.write(`misspellings found: ${(100 * share).toFixed(1)} % of ${samples.length}\n`);
  expect({ missed: share >= 0.97 ? [] : missed }).toEqual({ missed: [] });
});

test.each([
  ['spark.kubernetes.driver.podTemplatFile', 'spark.kubernetes.driver.podTemplateFile'],
  ['spark.executor.memoryoverhead', 'spark.executor.memoryOverhead'],
  ['spark.sql.shuffle.partition', 'spark.sql.shuffle.partitions'],
  ['spark.sql.shufle.partitions', 'spark.sql.shuffle.partitions'],
  ['spark.dynamicAllocations.enabled', 'spark.dynamicAllocation.enabled'],
  ['sprak.executor.instances', 'spark.executor.instances'],
  ['kyuubi.engine.share.levle', 'kyuubi.engine.share.level'],
  ['spark.kubernetes.drivr.label.team', 'spark.kubernetes.driver.label.team'],
  ['spark.executor.resource.gpu.vendors', 'spark.executor.resource.gpu.vendor'],
  ['spark.hadoop.fs.s3a.endpont', 'spark.hadoop.fs.s3a.endpoint'],
])('%s was meant as %s', (wrong, meant) => {
  const verdict = lookUp(wrong);
  expect(verdict.kind === 'unknown' ? verdict.nearest[0] : verdict.kind).toBe(meant);
});

test('what resembles nothing gets no suggestion', () => {
  expect(lookUp('zzz.qqqqqq.wwwwwwwwwww')).toEqual({ kind: 'unknown', nearest: [] });
});
