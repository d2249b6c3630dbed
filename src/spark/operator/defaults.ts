import type { Application, ApplicationSpec, DriverSpec, DynamicAllocation, ExecutorSpec, RoleSpec, Texts } from './application';

/**
 * The application after the defaults that the operator's webhook writes into it, as far as they concern pods
 * (spark-operator 2.5.2, api/v1beta2/defaults.go).
 */
export function withDefaults(application: Application): Application {
  const { spec } = application;
  const dynamicAllocation = allocationWithDefaults(spec.dynamicAllocation);
  const defaulted: ApplicationSpec = {
    ...spec,
    type: spec.type || 'Scala',
    mode: spec.mode || 'cluster',
    driver: roleWithDefaults<DriverSpec>('driver', spec.driver, spec.sparkConf),
    executor: executorWithDefaults(spec),
    ...(dynamicAllocation && { dynamicAllocation }),
  };
  return { ...application, spec: defaulted };
}

/** One core and 1g, unless the field or sparkConf states the size. */
function roleWithDefaults<T extends RoleSpec>(role: string, fields: T, sparkConf: Texts = {}): T {
  return {
    ...fields,
    ...(fields.cores === undefined && !(`spark.${role}.cores` in sparkConf) && { cores: 1 }),
    ...(fields.memory === undefined && !(`spark.${role}.memory` in sparkConf) && { memory: '1g' }),
  };
}

function executorWithDefaults(spec: ApplicationSpec): ExecutorSpec {
  const executor = roleWithDefaults<ExecutorSpec>('executor', spec.executor, spec.sparkConf);
  const stated = executor.instances !== undefined || Boolean(spec.sparkConf?.['spark.executor.instances']);
  return stated || isDynamic(spec) ? executor : { ...executor, instances: 1 };
}

/** Go's strconv.ParseBool. */
const TRUE = ['1', 't', 'T', 'true', 'TRUE', 'True'];

/**
 * Whether the operator takes the application for one with dynamic allocation. In sparkConf it looks for the key in lower
 * case, which Spark does not know: dynamic allocation by sparkConf is not seen, and one executor is asked for.
 */
function isDynamic({ dynamicAllocation, sparkConf }: ApplicationSpec): boolean {
  if (dynamicAllocation !== undefined) return dynamicAllocation.enabled === true;
  return TRUE.includes(sparkConf?.['spark.dynamicallocation.enabled'] ?? '');
}

function allocationWithDefaults(allocation: DynamicAllocation | undefined): DynamicAllocation | undefined {
  if (!allocation?.enabled) return allocation;
  return { ...allocation, shuffleTrackingEnabled: allocation.shuffleTrackingEnabled ?? true };
}
