import type { KeyEntry } from '../../../src/registry/lookup';
import { versionRegistry } from '../../../src/registry/lookup';
import { valueProblem } from '../../../src/registry/values';

const entry = (key: string): KeyEntry => {
  const found = versionRegistry('spark', '4.0').get(key);
  if (found === undefined) throw new Error(`no key ${key}`);
  return found;
};
const made = (type: string, engine: KeyEntry['engine'], unit?: string): KeyEntry => ({
  key: `${engine}.sample`,
  engine,
  type,
  flags: [],
  allowed: [],
  ...(unit === undefined ? {} : { unit }),
});

// By the grammars of what the engines read with: Integer.parseInt, toBoolean, Double.parseDouble,
// JavaUtils.timeStringAs and byteStringAs, Duration.parse.
test.each<[KeyEntry, readonly string[], readonly string[]]>([
  [made('int', 'spark'), ['1', '-1', '+5', ' 7 ', '2147483647'], ['', '0.5', '1k', '2147483648', 'two']],
  [made('long', 'spark'), ['9223372036854775807'], ['9223372036854775808', '1.0']],
  [made('boolean', 'spark'), ['true', 'FALSE', ' true '], ['', 'yes', '1', 'on']],
  [made('double', 'spark'), ['0.6', '.5', '1e3', '2', '1d', 'NaN'], ['', '1,5', 'half', '10%']],
  [made('duration', 'spark', 'ms'), ['30s', '100', '5min', '2H', '-1'], ['', '0.5h', '30 s', '30sec', 'PT30S', '1w']],
  [made('duration', 'kyuubi', 'ms'), ['PT30S', '60000', 'P1DT2H', 'pt1.5s', '-1'], ['', '30s', 'PT', 'P', 'P1DT', '5 min']],
  [made('duration', 'hadoop', 's'), ['30', '5m', '200ms'], ['', '5min', 'PT5S']],
  [made('bytes', 'spark', 'm'), ['512m', '2G', '1024', '1tb', '-1'], ['', '2Gi', '0.5g', '512 m']],
  [made('bytes', 'hadoop', 'b'), ['64M', '104857600', '128k'], ['', '64MB', '64Mi']],
  [made('class', 'spark'), ['', 'org.example.Name', 'a.B,c.D', 'org.example.Outer$Inner'], ['org example', '"a.B"', 'a/B']],
  [made('string', 'spark'), ['', 'anything at all'], []],
  [made('list', 'spark'), ['', 'a,b'], []],
])('%j', (key, right, wrong) => {
  expect(right.filter((value) => valueProblem(key, value) !== undefined)).toEqual([]);
  expect(wrong.filter((value) => valueProblem(key, value) === undefined)).toEqual([]);
});

test.each([
  ['spark.executor.cores', '0.5', "write spark.executor.cores '1' and spark.kubernetes.executor.request.cores '500m'"],
  ['spark.driver.cores', '1.5', "write spark.driver.cores '2' and spark.kubernetes.driver.request.cores '1500m'"],
  ['spark.executor.memory', '2Gi', "write '2g'"],
  ['spark.sql.catalogImplementation', 'HIVE', "write 'hive': upper and lower case count"],
])('%s = %s says what to write', (key, value, fix) => {
  expect(valueProblem(entry(key), value)?.fix).toBe(fix);
});

test('a fractional number of cores is refused with the reason', () => {
  expect(valueProblem(entry('spark.executor.cores'), '0.5')?.message).toBe(
    "spark.executor.cores is '0.5', but Spark reads an integer",
  );
});

test('Kyuubi’s durations are not Spark’s', () => {
  expect(valueProblem(made('duration', 'kyuubi'), '30s')).toEqual({
    message: "kyuubi.sample is '30s', but Kyuubi reads an ISO 8601 duration, or milliseconds",
    fix: "write 'PT30S'",
  });
});

test('CPU quantities go to Kubernetes as they are', () => {
  for (const role of ['driver', 'executor']) {
    for (const what of ['request', 'limit']) {
      const key = entry(`spark.kubernetes.${role}.${what}.cores`);
      expect(['500m', '1.8', '2'].filter((value) => valueProblem(key, value) !== undefined)).toEqual([]);
      expect(['half', '2 cores', '-1'].filter((value) => valueProblem(key, value) === undefined)).toEqual([]);
    }
  }
});

test.each([
  ['spark.sql.shuffle.partitions', '1', '0'],
  ['spark.executor.cores', '1', '0'],
  ['spark.memory.fraction', '1', '1.1'],
  ['spark.memory.storageFraction', '0', '1'],
  ['spark.memory.offHeap.size', '0', '-1'],
  ['spark.eventLog.rolling.maxFileSize', '10m', '9m'],
  ['spark.kubernetes.allocation.batch.delay', '101ms', '100ms'],
  ['spark.kubernetes.memoryOverheadFactor', '0', '-0.1'],
  ['spark.driver.memoryOverheadFactor', '0.1', '0'],
  ['spark.sql.statistics.histogram.numBins', '2', '1'],
])('%s: %s is in the range that Spark enforces, %s is not', (key, inside, outside) => {
  expect(valueProblem(entry(key), inside)).toBeUndefined();
  expect(valueProblem(entry(key), outside)?.message).toContain(`${key} is '${outside}', but must be `);
});

test('enumerations: several values where a key takes them, upper and lower case where it does not matter', () => {
  expect(valueProblem(entry('spark.kubernetes.driver.service.ipFamilies'), 'IPv6,IPv4')).toBeUndefined();
  expect(valueProblem(entry('spark.kubernetes.executor.rollPolicy'), 'total_duration')).toBeUndefined();
  expect(valueProblem(entry('spark.kubernetes.container.image.pullPolicy'), 'Sometimes')?.message).toBe(
    "spark.kubernetes.container.image.pullPolicy is 'Sometimes', but Spark knows only Always, IfNotPresent, Never",
  );
});

test('a value that is put together later is left alone', () => {
  expect(valueProblem(entry('spark.executor.cores'), '${spark.acme.cores}')).toBeUndefined();
});

test.each(['3.5', '4.0', '4.1', '4.2'])('every default of Spark %s is a right value', (version) => {
  const registry = versionRegistry('spark', version);
  const wrong = [...registry.keys()].flatMap((key) => {
    const found = registry.get(key) as KeyEntry;
    if (found.default === undefined || /^(""|<.*>)$/.test(found.default)) return [];
    const problem = valueProblem(found, found.default);
    return problem === undefined ? [] : [problem.message];
  });
  expect(wrong).toEqual([]);
});

test('the vendor of a resource is a domain', () => {
  const vendor = made('string', 'spark');
  const key = { ...vendor, key: 'spark.executor.resource.gpu.vendor' };
  expect(valueProblem(key, 'nvidia.com')).toBeUndefined();
  expect(valueProblem(key, 'nvidia')?.fix).toBe("write 'nvidia.com' if nodes offer nvidia.com/gpu");
});

describe('Kyuubi', () => {
  const kyuubi = (key: string): KeyEntry => versionRegistry('kyuubi', '1.11').get(key) as KeyEntry;

  // The bounds of the checks in the definitions of Kyuubi's keys.
  test.each([
    ['kyuubi.session.check.interval', 'PT4S', 'PT3S'],
    ['kyuubi.session.timeout', 'PT3S', '2999'],
    ['kyuubi.operation.query.timeout', '1000', 'PT0.999S'],
    ['kyuubi.frontend.rest.bind.port', '10099', '80'],
    ['kyuubi.frontend.thrift.binary.bind.port', '0', '65535'],
    ['kyuubi.engine.pool.size.threshold', '32', '33'],
    ['kyuubi.session.engine.startup.error.max.size', '8192', '199'],
  ])('%s: %s is in its range, %s is not', (key, inside, outside) => {
    expect(valueProblem(kyuubi(key), inside)).toBeUndefined();
    expect(valueProblem(kyuubi(key), outside)?.message).toContain('but must be ');
  });

  test.each([
    ['kyuubi.engine.share.level', 'user', 'FOO'],
    ['kyuubi.frontend.protocols', 'rest,THRIFT_BINARY', 'GRPC'],
    ['kyuubi.authentication', 'ldap', 'OIDC'],
    ['kyuubi.operation.result.format', 'arrow', 'ARROW'],
  ])('%s: %s is among its values, %s is not', (key, right, wrong) => {
    expect(valueProblem(kyuubi(key), right)).toBeUndefined();
    expect(valueProblem(kyuubi(key), wrong)?.message).toContain('but Kyuubi knows only ');
  });

  test.each(['1.10', '1.11', '1.12'])('every default of Kyuubi %s is a right value', (version) => {
    const registry = versionRegistry('kyuubi', version);
    const wrong = [...registry.keys()].flatMap((key) => {
      const found = registry.get(key) as KeyEntry;
      if (found.default === undefined || /^(""|<.*>)$/.test(found.default)) return [];
      return valueProblem(found, found.default)?.message ?? [];
    });
    expect(wrong).toEqual([]);
  });
});
