import { parseDouble, parseInteger } from './conf/numbers';
import type { Settings } from './conf/settings';
import { since } from './versions';

interface ResourceRequest {
  readonly name: string;
  readonly amount: number;
  readonly vendor?: string;
}

/** Names of the resources (GPUs and the like) of a role. */
function resourceNames(settings: Settings, component: string): string[] {
  const prefix = `${component}.resource.`;
  const names = settings.under(prefix).map(([key]) => {
    const dot = key.indexOf('.');
    if (dot < 0) settings.refuse(`${prefix}${key} says nothing about the resource`, `write ${prefix}${key}.amount`);
    return key.slice(0, dot);
  });
  return [...new Set(names)];
}

function amountOf(settings: Settings, component: string, name: string): string {
  const key = `${component}.resource.${name}.amount`;
  return settings.all.get(key) ?? settings.refuse(`the resource ${name} has no amount`, `set ${key}`);
}

function resourceRequests(settings: Settings, component: string): ResourceRequest[] {
  const requests = resourceNames(settings, component).map((name) => {
    const text = amountOf(settings, component, name);
    const amount = parseInteger(text);
    if (amount === undefined) settings.refuse(`${component}.resource.${name}.amount is ${text}`, 'write a whole number');
    return { name, amount, vendor: settings.all.get(`${component}.resource.${name}.vendor`) };
  });
  return requests.filter(({ amount }) => amount > 0);
}

function noVendor(settings: Settings, component: string, name: string): never {
  settings.refuse(
    `the resource ${name} has no vendor, which Kubernetes needs for its name`,
    `set ${component}.resource.${name}.vendor, for example to nvidia.com`,
  );
}

/** Limits of the driver's container for resources besides CPU and memory. */
export function driverResources(settings: Settings): (readonly [string, string])[] {
  return resourceRequests(settings, 'spark.driver').map(({ name, amount, vendor }) => [
    `${vendor ?? noVendor(settings, 'spark.driver', name)}/${name}`,
    String(amount),
  ]);
}

/** The same for executors, checked in two steps: when the driver makes its profile of them, and when it builds their pods. */
export function executorResources(settings: Settings): () => (readonly [string, string])[] {
  const requests = resourceRequests(settings, 'spark.executor');
  return () =>
    requests.map(({ name, amount, vendor }) => [
      `${vendor || noVendor(settings, 'spark.executor', name)}/${name}`,
      String(amount),
    ]);
}

/** Of a resource that several tasks share. */
const GREATEST_FRACTION = 0.5;

/** Refuses what Spark refuses in the resources of tasks. */
export function checkTaskResources(settings: Settings): void {
  const cpus = settings.integer('spark.task.cpus');
  if (cpus !== undefined && cpus <= 0 && since(settings.version, '4.2')) {
    settings.refuse(`spark.task.cpus is ${cpus}`, 'write a whole number greater than 0');
  }
  for (const name of resourceNames(settings, 'spark.task')) {
    const text = amountOf(settings, 'spark.task', name);
    const amount = parseDouble(text);
    if (amount === undefined || (amount > GREATEST_FRACTION && amount % 1 !== 0)) {
      settings.refuse(
        `spark.task.resource.${name}.amount is ${text}`,
        `write a whole number, or a fraction not greater than ${GREATEST_FRACTION}`,
      );
    }
  }
}
