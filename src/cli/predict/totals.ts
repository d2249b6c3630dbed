import { printCpu, printMemory } from '../../quantity';
import { isUnlimited } from './executor-count';
import type { Line } from './explanation';
import { factsOf } from './pod-facts';
import type { Prediction } from './prediction';

/** What all pods of an application reserve together, at the peak of dynamic allocation; nothing when it has no maximum. */
export function totals(prediction: Prediction): Line[] {
  const { isDynamic, atPeak } = prediction.executors;
  const [driver, executor] = [factsOf('driver', prediction).reserved, factsOf('executor', prediction).reserved];
  if (driver === undefined || executor === undefined || isUnlimited(prediction.executors)) return [];
  const line = (what: string, value: string, how: string): Line => {
    return { what, value, how: `${how}${isDynamic ? ' at the peak' : ''}`, sources: [] };
  };
  const sum = (what: 'cpu' | 'memory', print: (amount: number) => string): Line => {
    const [one, each] = [driver[what], executor[what]];
    return line(what, print(one + atPeak * each), `${print(one)} + ${atPeak} × ${print(each)}`);
  };
  const pods = `1 driver + ${atPeak} ${atPeak === 1 ? 'executor' : 'executors'}`;
  return [line('pods', String(1 + atPeak), pods), sum('cpu', printCpu), sum('memory', printMemory)];
}

/** `3 pods, cpu 1500m, memory 4224Mi`; undefined when there is no such sum. */
export function totalsText(prediction: Prediction): string | undefined {
  const [pods, cpu, memory] = totals(prediction).map(({ value }) => value);
  if (pods === undefined) return undefined;
  return `${pods} pods${prediction.executors.isDynamic ? ' at the peak' : ''}, cpu ${cpu}, memory ${memory}`;
}
