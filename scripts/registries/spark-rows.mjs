import { COMPUTED } from './rows.mjs';

const UNITS = {
  NANOSECONDS: 'ns',
  MICROSECONDS: 'us',
  MILLISECONDS: 'ms',
  SECONDS: 's',
  MINUTES: 'min',
  HOURS: 'h',
  DAYS: 'd',
  BYTE: 'b',
  KiB: 'k',
  MiB: 'm',
  GiB: 'g',
};

const CLASS_NAME = /^([a-z]\w*\.)+[A-Z][\w$]*$/;
const CLASS_KEY = /(^|[.a-z])([cC]lass|ClassName|className)$/;
const KEYS = /spark\.[A-Za-z0-9_.]*[A-Za-z0-9_]/g;

/** Spark prints every duration in ms and every size in bytes; this is the same value in the largest whole unit. */
function readable(type, text) {
  if (type === 'duration') {
    return text.replace(/^(-?\d+)000ms$/, '$1s');
  }
  const bytes = type === 'bytes' && /^\d+b$/.test(text) ? BigInt(text.slice(0, -1)) : 0n;
  const step = [
    ['g', 30n],
    ['m', 20n],
    ['k', 10n],
  ].find(([, bits]) => bytes > 0n && bytes % (1n << bits) === 0n);
  return step ? `${bytes >> step[1]}${step[0]}` : text;
}

/** Spark has no type of class names: they are texts, told by the key's last word or by the default. */
function typeOf(key, type, defaultText, allowed) {
  if (type !== 'string') {
    return type;
  }
  // Numbers come with their own type; a text has no range.
  if (allowed !== '') {
    return 'enum';
  }
  return CLASS_KEY.test(key) || CLASS_NAME.test(defaultText) ? 'class' : 'string';
}

/** The row of an entry that the JVM program printed; `other` is what it printed on another machine. */
function entryRow([key, type, unit, defaultText, since, flags, allowed], other) {
  const fixed = other?.[3] === defaultText;
  const shown = fixed ? readable(type, defaultText) : COMPUTED;
  return {
    key,
    type: typeOf(key, type, defaultText, allowed),
    unit: UNITS[unit] ?? unit.toLowerCase(),
    default: shown,
    since,
    flags: flags === '' ? [] : flags.split(','),
    allowed,
    replacement: '',
  };
}

/** The successor that Spark's comment names, if that is a registered key. */
function named(key, comment, rows) {
  return (comment.match(KEYS) ?? []).find((other) => other !== key && rows.has(other)) ?? '';
}

/** An old name that Spark still reads: its value is read as its successor's. */
function readAs(row, successor) {
  const { type, unit, allowed, flags } = successor;
  const ignoresCase = flags.includes('ignorecase') && !row.flags.includes('ignorecase');
  return { ...row, type, unit, allowed, flags: ignoresCase ? [...row.flags, 'ignorecase'] : row.flags };
}

/** Marks an old key; one that is no entry itself gets a row. The first statement that has a version or successor counts. */
function retire(rows, [key, kind, version, successor, comment]) {
  const blank = { key, type: 'string', unit: '', default: '', since: '', flags: ['unregistered'], allowed: '', replacement: '' };
  const known = rows.get(key) ?? blank;
  const unregistered = known.flags.includes('unregistered');
  const row = unregistered && rows.has(successor) ? readAs(known, rows.get(successor)) : known;
  const marked = row.flags.some((flag) => /^(deprecated|removed)/.test(flag));
  const mark = version === '' ? kind : `${kind}=${version}`;
  rows.set(key, {
    ...row,
    flags: marked ? row.flags : [...row.flags, mark],
    replacement: row.replacement || successor || named(key, comment, rows),
  });
}

/** The end of a chain of successors: some of Spark's successors were replaced in their turn. */
function lastSuccessor(rows, row, passed = [row.key]) {
  const next = rows.get(row.replacement);
  const ends = !next || next.replacement === '' || passed.includes(next.key);
  return ends ? row.replacement : lastSuccessor(rows, next, [...passed, next.key]);
}

function split(text, kind) {
  return text
    .split('\n')
    .map((line) => line.split('\t'))
    .filter(([first]) => first === kind)
    .map((columns) => columns.slice(1));
}

/** Rows from the JVM program's output of two runs that differ in everything that may leak from the machine into a default. */
export function sparkRows(first, second) {
  const others = new Map(split(second, 'entry').map((columns) => [columns[0], columns]));
  const rows = new Map(split(first, 'entry').map((columns) => [columns[0], entryRow(columns, others.get(columns[0]))]));
  // Spark's tables are hash maps: sorted, so that of two statements about a key the one with a version always wins
  const undated = ([, , version]) => Number(version === '');
  const retired = split(first, 'retired').sort((a, b) => undated(a) - undated(b) || (a.join() < b.join() ? -1 : 1));
  for (const columns of retired) {
    retire(rows, columns);
  }
  return [...rows.values()].map((row) => ({ ...row, flags: row.flags.join(','), replacement: lastSuccessor(rows, row) }));
}
