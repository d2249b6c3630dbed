import fc from 'fast-check';
import { parseCpu, parseJvmMemory, parseMemory } from '../../../src/quantity';
import { predict } from './call';

const MIB = 1024 ** 2;
const ROLES = ['driver', 'executor'] as const;
type Role = (typeof ROLES)[number];

interface Line {
  readonly role: string;
  readonly what: string;
  readonly value: string;
  readonly how?: string;
  readonly sources: readonly { readonly key: string; readonly value?: string; readonly from: string }[];
}

type Amounts = { readonly [name: string]: string };
interface Container {
  readonly name: string;
  readonly resources?: { readonly requests?: Amounts; readonly limits?: Amounts };
}

const SIDECAR = `apiVersion: v1
kind: Pod
spec:
  containers:
  - {name: main}
  - {name: proxy, image: p, resources: {requests: {cpu: 150m, memory: 96Mi}}}
`;

const size = fc.oneof(
  fc.integer({ min: 450, max: 40_000 }).map((mebibytes) => `${mebibytes}m`),
  fc.integer({ min: 1, max: 64 }).map((gibibytes) => `${gibibytes}g`),
);
const factor = fc.integer({ min: 1, max: 1500 }).map((thousandths) => String(thousandths / 1000));
const cpu = fc.constantFrom('100m', '0.5', '1', '1500m', '2', '3.25');

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

const roleSettings = (role: Role) =>
  fc.record({
    [`spark.${role}.memory`]: maybe(size),
    [`spark.${role}.memoryOverhead`]: maybe(size),
    // What Spark still reads when the key itself is not set.
    [`spark.yarn.${role}.memoryOverhead`]: maybe(size),
    [`spark.${role}.memoryOverheadFactor`]: maybe(factor),
    [`spark.${role}.minMemoryOverhead`]: maybe(size),
    [`spark.${role}.cores`]: maybe(fc.integer({ min: 1, max: 8 }).map(String)),
    [`spark.kubernetes.${role}.request.cores`]: maybe(cpu),
    [`spark.kubernetes.${role}.limit.cores`]: maybe(fc.constantFrom('8', '9500m')),
  });

const gpus = (role: Role) =>
  maybe(fc.integer({ min: 1, max: 4 })).map((amount) =>
    amount === undefined
      ? {}
      : {
          [`spark.${role}.resource.gpu.amount`]: String(amount),
          [`spark.${role}.resource.gpu.vendor`]: 'nvidia.com',
          [`spark.${role}.resource.gpu.discoveryScript`]: '/opt/gpus.sh',
        },
  );

const offHeap = maybe(fc.integer({ min: 1, max: 4000 })).map((mebibytes) =>
  mebibytes === undefined ? {} : { 'spark.memory.offHeap.enabled': 'true', 'spark.memory.offHeap.size': `${mebibytes}m` },
);

const executors = fc.oneof(
  fc.constant({}),
  fc.integer({ min: 1, max: 50 }).map((count) => ({ 'spark.executor.instances': String(count) })),
  fc
    .record({ min: maybe(fc.nat(5)), start: maybe(fc.nat(9)), instances: maybe(fc.integer({ min: 1, max: 9 })) })
    .chain(({ min, start, instances }) =>
      maybe(fc.integer({ min: 9, max: 40 })).map((max) => ({
        'spark.dynamicAllocation.enabled': 'true',
        'spark.dynamicAllocation.minExecutors': min?.toString(),
        'spark.dynamicAllocation.initialExecutors': start?.toString(),
        'spark.dynamicAllocation.maxExecutors': max?.toString(),
        'spark.executor.instances': instances?.toString(),
      })),
    ),
);

const settings = fc
  .tuple(
    roleSettings('driver'),
    roleSettings('executor'),
    gpus('driver'),
    gpus('executor'),
    offHeap,
    executors,
    fc.record({
      'spark.kubernetes.memoryOverheadFactor': maybe(factor),
      'spark.executor.pyspark.memory': maybe(size),
      'spark.kubernetes.local.dirs.tmpfs': maybe(fc.constantFrom('true', 'false')),
    }),
  )
  .map((parts): { readonly [key: string]: string | undefined } => Object.assign({}, ...parts));

const question = fc.record({
  version: fc.constantFrom('3.5.9', '4.0.5', '4.1.4', '4.2.1'),
  kind: fc.constantFrom([], ['--python'], ['--r']),
  settings,
  hasSidecar: fc.boolean(),
});

const FORMULA =
  /^(?<heap>\d+) heap \+ (?:(?<stated>\d+)|max\((?<least>\d+), (?:floor\((?<floored>[^)]+)\)|(?<exact>[^)]+))\)) overhead(?: \+ (?<offHeap>\d+) off-heap)?(?: \+ (?<python>\d+) python)?$/;

/** The numbers of a formula of memory, in MiB, and what they come to. */
function evaluated(how: string) {
  const found = FORMULA.exec(how)?.groups;
  if (found === undefined) throw new Error(`no formula: ${how}`);
  const [share = '0', of = '0'] = (found['floored'] ?? found['exact'] ?? '').split(' × ');
  const number = (name: string): number => Number(found[name] ?? 0);
  const product = Number(share) * Number(of);
  const overhead =
    found['stated'] === undefined
      ? Math.max(number('least'), found['floored'] === undefined ? product : Math.floor(product))
      : number('stated');
  return {
    heap: number('heap'),
    overhead,
    factor: found['stated'] === undefined ? Number(share) : undefined,
    factorOf: found['stated'] === undefined ? Number(of) : undefined,
    least: number('least'),
    offHeap: number('offHeap'),
    python: number('python'),
    sum: number('heap') + overhead + number('offHeap') + number('python'),
  };
}

/** `1 + 4 × 500m at the peak` in the numbers of a quantity. */
function evaluatedSum(how: string, parse: (text: string) => number | undefined): number {
  const [, one = '', count = '', each = ''] = /^(\S+) \+ (\d+) × (\S+?)(?: at the peak)?$/.exec(how) ?? [];
  return (parse(one) ?? Number.NaN) + Number(count) * (parse(each) ?? Number.NaN);
}

const mebibytes = (text: string | undefined): number => (parseJvmMemory(text ?? '') ?? Number.NaN) / MIB;

test('what is explained comes to what the pods hold', async () => {
  await fc.assert(
    fc.asyncProperty(question, async ({ version, kind, settings: all, hasSidecar }) => {
      const conf = [
        'spark.kubernetes.container.image i',
        ...Object.entries(all).map(([key, value]) => value && `${key} ${value}`),
      ];
      const template = hasSidecar ? ['--executor-template', 't.yaml'] : [];
      const args = ['--spark-version', version, ...kind, ...template, '--conf', 'c.conf', '--json', '--explain'];
      const files = { 'c.conf': conf.filter((line) => line).join('\n'), 't.yaml': SIDECAR };
      const { driver, executors: built, explanation } = JSON.parse((await predict(args, { files })).stdout);
      const lines = explanation as readonly Line[];
      const line = (role: string, what: string) => lines.find((one) => one.role === role && one.what === what);
      const containers = { driver: driver.spec.containers, executor: built[0].pod.spec.containers } as Record<Role, Container[]>;

      for (const role of ROLES) {
        const resources = containers[role].find(({ name }) => name !== 'proxy')?.resources;
        const sourceOf = (what: string, key: string) => line(role, what)?.sources.find((one) => one.key === key)?.value;
        const memory = line(role, 'memory');
        expect(memory?.value).toBe(resources?.requests?.['memory']);
        const formula = evaluated(memory?.how ?? '');
        expect(`${formula.sum}Mi`).toBe(memory?.value);

        // Each number of the formula is the value of a source.
        expect(mebibytes(sourceOf('memory', `spark.${role}.memory`))).toBe(formula.heap);
        if (formula.factor === undefined) {
          const [own, older] = ['', 'yarn.'].map((part) => sourceOf('memory', `spark.${part}${role}.memoryOverhead`));
          expect(mebibytes(own ?? older)).toBe(formula.overhead);
        } else {
          expect(formula.factorOf).toBe(formula.heap);
          const own = sourceOf('memory', `spark.${role}.memoryOverheadFactor`);
          expect(Number(own ?? sourceOf('memory', 'spark.kubernetes.memoryOverheadFactor'))).toBe(formula.factor);
          const least = sourceOf('memory', `spark.${role}.minMemoryOverhead`) ?? sourceOf('memory', 'least overhead');
          expect(mebibytes(least)).toBe(formula.least);
        }
        if (formula.offHeap > 0) expect(mebibytes(sourceOf('memory', 'spark.memory.offHeap.size'))).toBe(formula.offHeap);
        if (formula.python > 0) expect(mebibytes(sourceOf('memory', 'spark.executor.pyspark.memory'))).toBe(formula.python);

        const request = line(role, 'cpu request');
        expect(request?.value).toBe(resources?.requests?.['cpu']);
        expect(request?.sources[0]?.value).toBe(request?.value);
        expect(line(role, 'cpu limit')?.value).toBe(resources?.limits?.['cpu'] ?? 'none');
        expect(line(role, 'nvidia.com/gpu')?.value).toBe(resources?.limits?.['nvidia.com/gpu']);
        expect(line(role, 'nvidia.com/gpu')?.sources[0]?.value).toBe(resources?.limits?.['nvidia.com/gpu']);
        expect(line(role, 'local dirs')?.value).toBe(
          all['spark.kubernetes.local.dirs.tmpfs'] === 'true' ? 'in memory' : undefined,
        );
      }

      const isDynamic = all['spark.dynamicAllocation.enabled'] === 'true';
      const most = isDynamic ? all['spark.dynamicAllocation.maxExecutors'] : (all['spark.executor.instances'] ?? '2');
      const least = isDynamic ? (all['spark.dynamicAllocation.minExecutors'] ?? '0') : '';
      expect(line('executor', 'pods')?.value).toBe(isDynamic ? `${least}..${most ?? 'unlimited'}` : most);
      if (most === undefined) {
        expect(lines.filter(({ role }) => role === 'all')).toEqual([]);
        return;
      }
      for (const [resource, parse] of [['cpu', parseCpu] as const, ['memory', parseMemory] as const]) {
        const reserved = (role: Role): number =>
          containers[role].reduce((sum, { resources }) => sum + (parse(resources?.requests?.[resource] ?? '0') ?? 0), 0);
        const total = line('all', resource);
        expect(parse(total?.value ?? '')).toBe(reserved('driver') + Number(most) * reserved('executor'));
        expect(evaluatedSum(total?.how ?? '', parse)).toBe(parse(total?.value ?? ''));
      }
      expect(line('all', 'pods')?.value).toBe(String(1 + Number(most)));
    }),
    { numRuns: 300 },
  );
}, 60_000);
