const CLASS_NAME = /^([a-z]\w*\.)+[A-Z][\w$]*$/;
const TYPES = { Boolean: 'boolean', Integer: 'int', Long: 'long', Double: 'double' };

/** What `Constants` prints, as objects. */
export function constantsOf(text) {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'))
    .map(([owner, name, javaType, deprecated, value]) => ({ owner, name, javaType, deprecated: deprecated !== '', value }));
}

/** The constant of the same class that holds the default of the key `name`, by both common ways of naming it. */
export function defaultConstant(constants, { owner, name }) {
  const names = [`${name}_DEFAULT`, `DEFAULT_${name}`];
  return constants.find((other) => other.owner === owner && names.includes(other.name));
}

/** The type of a value, from the text of its default, or else the Java type of its constant, or else the key's last word. */
export function guessedType(key, text, javaType) {
  if (text === 'true' || text === 'false') return 'boolean';
  if (CLASS_NAME.test(text) || /[.-](impl|class)$/.test(key)) return 'class';
  if (/^\d+(ms|s|m|h|d)$/.test(text)) return 'duration';
  if (/^\d+[KMGTP]$/.test(text)) return 'bytes';
  if (/^[\w.]+(, ?[\w.]+)+$/.test(text)) return 'list';
  if (javaType in TYPES) return TYPES[javaType];
  if (/^-?\d+$/.test(text)) return 'int';
  if (/[.-]enabled$/.test(key)) return 'boolean';
  return /-(ms|bytes)$/.test(key) ? 'long' : 'string';
}
