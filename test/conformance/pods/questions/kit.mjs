import fc from 'fast-check';

/** Present about one time in two, and shrinks to absent. */
export const sometimes = (arbitrary) => fc.option(arbitrary, { nil: undefined, freq: 2 });

/** Present about one time in five, and shrinks to absent. */
export const rarely = (arbitrary) =>
  fc.oneof(
    { withCrossShrink: true },
    { weight: 4, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: arbitrary.map((value) => value) },
  );

/** One of these values. */
export const oneOf = (...values) => fc.constantFrom(...values);

/** Members of a record that are there. */
export const present = (record) => Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));

/** An object of arbitraries; absent members are left out. */
export const some = (model) => fc.record(model).map(present);

/** Up to `most` entries, with different keys, below a prefix. */
export const entries = (prefix, key, value, most = 2) =>
  fc
    .dictionary(key, value, { maxKeys: most, noNullPrototype: true })
    .map((values) => Object.fromEntries(Object.entries(values).map(([name, text]) => [`${prefix}${name}`, text])));

/** One object of several: later ones win. */
export const together = (...arbitraries) => fc.tuple(...arbitraries).map((parts) => Object.assign({}, ...parts));

/** The same keys for the driver and for executors. */
export const ofRoles = (make) => together(make('driver'), make('executor'));

/** Two or more different values, joined. */
export const list = (value, separator = ',') =>
  fc.uniqueArray(value, { minLength: 1, maxLength: 3 }).map((values) => values.join(separator));
