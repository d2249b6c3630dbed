import { type Size, SizeRoundingBehavior } from 'cdk8s';
import { refuseValue } from '../../problem';
import { isSize } from '../../quantity';
import { kindProblems } from './shapes';

/**
 * Memory of a driver or an executor: either its JVM heap (what `spark.*.memory` means) or the whole pod, of which the
 * overhead is taken off to find the heap.
 */
export class SparkMemory {
  /** JVM heap; the pod is larger by the overhead (10 % for JVM programs, 40 % for Python, at least 384Mi). Whole mebibytes. */
  static heap(size: Size): SparkMemory {
    refuseSize('heap', size);
    return new SparkMemory(size, false);
  }

  /** Memory request and limit of the pod; the heap is the largest whose pod fits. Whole mebibytes. */
  static podTotal(size: Size): SparkMemory {
    refuseSize('podTotal', size);
    return new SparkMemory(size, true);
  }

  private constructor(
    private readonly size: Size,
    private readonly total: boolean,
  ) {}

  /** @internal whether the size is of the pod. */
  get _isPodTotal(): boolean {
    return this.total;
  }

  /** @internal the size in MiB, a fraction when it is not whole. */
  get _mebibytes(): number {
    return this.size.toMebibytes({ rounding: SizeRoundingBehavior.NONE });
  }
}

function refuseSize(factory: string, size: unknown): void {
  const fix = `write SparkMemory.${factory}(Size.gibibytes(2))`;
  refuseValue(`SparkMemory.${factory}`, kindProblems('size', size, isSize(size), fix));
}
