import { Duration, Size } from 'cdk8s';
import { Cpu } from 'cdk8s-plus-28';
import fc from 'fast-check';
import { Executors, SparkMemory } from '../../../src/spark';
import { largestHeapMib, overheadMib } from '../../../src/spark/size/memory';
import { resolveSize } from '../../../src/spark/size/resolve';
import { refusal } from '../application/sample';

const jvm = { factor: 0.1, minimumMib: 384 };
const python = { factor: 0.4, minimumMib: 384 };

describe('memory', () => {
  // heap, pod of a JVM program, pod of a Python program; worked out by hand: heap + max(floor(factor × heap), 384)
  test.each([
    [512, 896, 896],
    [1024, 1408, 1433],
    [2048, 2432, 2867],
    [4096, 4505, 5734],
    [8192, 9011, 11468],
  ])('a heap of %iMi is a pod of %iMi, for Python %iMi', (heap, jvmPod, pythonPod) => {
    expect(heap + overheadMib(heap, jvm)).toBe(jvmPod);
    expect(heap + overheadMib(heap, python)).toBe(pythonPod);
    expect(largestHeapMib(jvmPod, jvm)).toBe(heap);
  });

  test('the heap found for a pod fits, and one more MiB does not', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 900, max: 500_000 }),
        fc.constantFrom(0.1, 0.4, 0.25),
        fc.integer({ min: 0, max: 1000 }),
        fc.integer({ min: 0, max: 300 }),
        (total, factor, minimumMib, extra) => {
          const rule = { factor, minimumMib };
          const heap = largestHeapMib(total, rule, extra);
          const pod = (size: number) => size + overheadMib(size, rule) + extra;
          if (heap > 0) expect(pod(heap)).toBeLessThanOrEqual(total);
          expect(pod(heap + 1)).toBeGreaterThan(total);
        },
      ),
    );
  });

  test('a stated overhead is taken off as it is', () => {
    expect(largestHeapMib(4096, { ...python, explicitMib: 1000 }, 96)).toBe(3000);
  });
});

describe('resolveSize', () => {
  const heap = SparkMemory.heap(Size.gibibytes(1));
  const sentences = (size: object) =>
    resolveSize('executor', { memory: heap, ...size }, jvm, 0)
      .problems.map(({ message, fix }) => `${message} | ${fix}`)
      .join('\n');

  test('a request below the cores is the request', () => {
    expect(resolveSize('driver', { memory: heap, cpu: Cpu.millis(500), cpuLimit: Cpu.units(2) }, jvm, 0)).toEqual({
      resolved: { heapMib: 1024, overheadMib: undefined, cores: 1, coreRequest: '500m', coreLimit: '2' },
      problems: [],
    });
  });

  test.each([
    [{ cores: 0.5 }, /executor\.cores is 0\.5, but Spark schedules tasks on whole cores.*Cpu\.millis\(500\)/],
    [{ cpu: '250m' }, /executor\.cpu is "250m".*Cpu\.millis\(250\)/],
    [{ cpu: 0.5 }, /executor\.cpu is 0\.5.*Cpu\.millis\(500\)/],
    [{ cpuLimit: '2' }, /executor\.cpuLimit is "2".*Cpu\.millis\(2000\)/],
    [{ memoryOverhead: '512Mi' }, /executor\.memoryOverhead is "512Mi".*Size\.mebibytes\(512\)/],
    [{ cores: 0 }, /executor\.cores is 0/],
    [{ cores: '2' }, /executor\.cores is "2"/],
    [{ memory: SparkMemory.heap(Size.mebibytes(449)) }, /heap of 449Mi; Spark does not start below 450Mi/],
    [{ memory: SparkMemory.podTotal(Size.mebibytes(833)) }, /leaves a heap of 449Mi.*at least 834Mi/],
    [{ memory: SparkMemory.heap(Size.kibibytes(1_048_577)) }, /whole mebibytes.*Size\.mebibytes\(1025\)/],
    [{ memory: '2Gi' }, /executor\.memory is "2Gi".*SparkMemory\.heap/],
    [{ memoryOverhead: Size.mebibytes(0) }, /memoryOverhead is 0/],
    [{ cpu: Cpu.units(2), cpuLimit: Cpu.units(1) }, /cpuLimit 1 is below the request of 2/],
    [{ cores: 2, cpuLimit: Cpu.millis(1200) }, /cpuLimit 1200m is below the request of 2/],
    [{ cpu: Cpu.millis(0) }, /executor\.cpu '0m'/],
  ])('refuses %j', (size, text) => expect(sentences(size)).toMatch(text));

  test('a limit of 1200m is fine for one core, a pod of 834Mi for the least heap', () => {
    expect(sentences({ cpuLimit: Cpu.millis(1200), memory: SparkMemory.podTotal(Size.mebibytes(834)) })).toBe('');
  });
});

describe('Executors', () => {
  test.each([
    [() => Executors.exactly('2' as never), /^Executors\.exactly\("2"\): 1 problem\n {2}count is "2"/],
    [() => Executors.dynamic(undefined as never), /^Executors\.dynamic: 1 problem\n {2}bounds is undefined/],
    [
      () => Executors.dynamic({ minimum: 0, maximum: 1, shuffleTrackingTimeout: 60 as never }),
      /shuffleTrackingTimeout is 60.*\n.*Duration/,
    ],
    [() => SparkMemory.heap('2g' as never), /^SparkMemory\.heap: 1 problem\n {2}size is "2g".*\n.*Size\.gibibytes\(2\)/],
    [() => SparkMemory.podTotal(undefined as never), /^SparkMemory\.podTotal: 1 problem/],
    [() => Executors.exactly(0), /count is 0/],
    [() => Executors.exactly(1.5), /count is 1\.5/],
    [() => Executors.dynamic({ minimum: 3, maximum: 2 }), /minimum 3 is above maximum 2/],
    [() => Executors.dynamic({ minimum: 1, initial: 9, maximum: 4 }), /initial 9 is outside 1 to 4/],
    [() => Executors.dynamic({ minimum: -1, maximum: 0 }), /Executors\.dynamic: 2 problems/],
    [
      () => Executors.dynamic({ minimum: 0, maximum: 1, shuffleTrackingTimeout: Duration.seconds(0) }),
      /shuffleTrackingTimeout is 0/,
    ],
  ])('refuses case %#', (make, text) => expect(refusal(make)).toMatch(text));
});
