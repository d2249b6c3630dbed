import fc from 'fast-check';

/** An optional field, absent `rarity` times as often as present. */
export const maybe = (arbitrary, rarity = 1) =>
  fc.oneof(
    { weight: Math.max(1, Math.round(1 / rarity)), arbitrary },
    { weight: Math.max(1, Math.round(rarity)), arbitrary: fc.constant(undefined) },
  );

/** A record whose undefined members are left out, as in a manifest. */
export const manifest = (model) =>
  fc.record(model).map((record) => Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)));

/** Some of these values, each at most once, in any order. */
export const some = (values, maxLength = 3) =>
  fc.shuffledSubarray(values, { maxLength: Math.min(maxLength, values.length), minLength: 1 });

/** A map with some of these keys. */
export const mapOf = (keys, value, maxKeys = 3) => fc.dictionary(fc.constantFrom(...keys), value, { maxKeys });

/** Quantities, also in forms that Kubernetes prints otherwise. */
export const size = fc.constantFrom(
  '1Gi',
  '1024Mi',
  '0.5Gi',
  '1500M',
  '1e9',
  '1073741824',
  '2Gi',
  '1.5Gi',
  '100Mi',
  1000,
  '12e6',
);
export const cpu = fc.constantFrom('1', '2', '500m', '0.5', '1500m', '1.5', '100m', '0.1', '1000m', '2000m');
export const smallMemory = fc.oneof(
  { weight: 15, arbitrary: fc.constantFrom('512m', '1g', '2g', '1536m', '1G', '900MB', '700000k') },
  { weight: 1, arbitrary: fc.constant('2048') },
);
export const labelKeys = ['team', 'example.com/team', 'app.kubernetes.io/part-of', 'kueue.x-k8s.io/queue-name', 'A_b.c', 'cost'];
export const labelValue = fc.constantFrom('', 'data', 'Data_Platform.v2', '0', 'true', '1e3', 'a'.repeat(63));
export const annotations = mapOf(
  ['note', 'example.com/link', 'prometheus.io/port', 'prometheus.io/path'],
  fc.constantFrom('x', 'two words', 'a=b', '', 'ü "quoted" \\ {}', 'line\nbreak'),
  2,
);
export const variables = ['A', 'PATH_X', 'GOOGLE_APPLICATION_CREDENTIALS', 'x.y-z', 'HADOOP_CONF_DIR'];
