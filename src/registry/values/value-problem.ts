import type { Problem } from '../../problem';
import { parseCpu, parseJvmMemory } from '../../quantity';
import type { KeyEntry } from '../lookup/registry';
import { rangeOf } from './ranges';
import {
  bytesOfUnit,
  type Reader,
  readBoolean,
  readDouble,
  readHadoopBytes,
  readHadoopDuration,
  readInt,
  readIsoDuration,
  readLong,
  readSparkDuration,
} from './readers';

/** How the values of a type are read, and how they are written. */
interface Notation {
  readonly read: Reader;
  /** Follows "but … reads". */
  readonly what: string;
  readonly examples: string;
}

/** Spark hands these on to Kubernetes as they are. */
const CPU_KEY = /^spark\.kubernetes\.(driver|executor)\.(request|limit)\.cores$/;
const CPU: Notation = { read: parseCpu, what: 'a CPU quantity of Kubernetes', examples: "'500m' or '2'" };

/** What stands before the name of a resource of Kubernetes: `nvidia.com/gpu`. */
const VENDOR_KEY = /^spark\.(driver|executor)\.resource\.[^.]+\.vendor$/;

const NUMBERS: Readonly<Record<string, Notation>> = {
  int: { read: readInt, what: 'an integer', examples: "'2'" },
  long: { read: readLong, what: 'an integer', examples: "'2'" },
  double: { read: readDouble, what: 'a number', examples: "'0.6'" },
  boolean: { read: readBoolean, what: 'true or false', examples: "'true' or 'false'" },
};

/** A Java class name, or several with commas between. */
const CLASS_NAMES = /^\s*[\p{L}_$][\p{L}\p{N}_$]*(\.[\p{L}_$][\p{L}\p{N}_$]*)*(\s*,\s*[\p{L}_$][\p{L}\p{N}_$.]*)*\s*$/u;

/**
 * Why an engine refuses a value, or would read another one than was meant; undefined when it takes it.
 * Values with `${…}` are left alone: what they become is known when the engine starts.
 */
export function valueProblem(entry: KeyEntry, value: string): Problem | undefined {
  if (value.includes('${')) return undefined;
  if (VENDOR_KEY.test(entry.key)) return vendorProblem(entry, value);
  if (entry.allowed.length > 0) return enumerationProblem(entry, value);
  if (entry.type === 'class') return classProblem(entry, value);
  const notation = CPU_KEY.test(entry.key) ? CPU : (NUMBERS[entry.type] ?? measure(entry));
  if (notation === undefined) return undefined;
  const number = notation.read(value.trim());
  if (number === undefined) {
    return {
      message: `${entry.key} is '${value}', but ${ENGINES[entry.engine]} reads ${notation.what}`,
      fix: fixOf(entry, value, notation),
    };
  }
  const range = rangeOf(entry);
  if (range === undefined || range.holds(number)) return undefined;
  return {
    message: `${entry.key} is '${value}', but must be ${range.text}`,
    fix: `write a value that is ${range.text}${defaultOf(entry)}`,
  };
}

const ENGINES = { spark: 'Spark', kyuubi: 'Kyuubi', hadoop: 'Hadoop', iceberg: 'Iceberg' } as const;

/** The notation of durations and sizes, which differs from engine to engine. */
function measure({ type, engine, unit, version }: KeyEntry): Notation | undefined {
  if (type === 'duration') {
    if (engine === 'kyuubi') {
      return { read: readIsoDuration, what: 'an ISO 8601 duration, or milliseconds', examples: "'PT30S' or '30000'" };
    }
    const read = engine === 'hadoop' ? readHadoopDuration : readSparkDuration;
    return { read: read(unit ?? 'ms'), what: 'a whole number with us, ms, s, m, h or d', examples: "'30s' or '5m'" };
  }
  if (type !== 'bytes') return undefined;
  if (engine === 'hadoop') return { read: readHadoopBytes, what: 'bytes with k, m, g or t', examples: "'64M'" };
  // Since 4.2 Spark reads the suffixes of Kubernetes, too.
  const takesBinary = engine === 'spark' && version !== undefined && Number(version) >= 4.2;
  // A minus sign is a number to Spark: -1 switches off what some keys limit.
  const read: Reader = (text) => {
    // The largest number of bytes, which Spark takes, is rounded up to one too many as a floating point number.
    if (text === '9223372036854775807b') return Number.MAX_SAFE_INTEGER;
    const plain = text.replace(/^-/, '');
    const size = parseJvmMemory(takesBinary ? plain.replace(/([kmgtp])ib?$/i, '$1') : plain, bytesOfUnit(unit));
    return size !== undefined && text.startsWith('-') ? -size : size;
  };
  return { read, what: 'a JVM memory size: a whole number with k, m, g or t', examples: "'512m' or '2g'" };
}

function fixOf({ key, engine, type }: KeyEntry, value: string, { read, examples }: Notation): string {
  const text = value.trim();
  const quoted = /^(["'])(.*)\1$/.exec(text)?.[2];
  if (quoted !== undefined && read(quoted) !== undefined) return `write ${quoted}, without quotes`;
  const role = /^spark\.(driver|executor)\.cores$/.exec(key)?.[1];
  const millis = parseCpu(text);
  if (role !== undefined && millis !== undefined) {
    return `write ${key} '${Math.max(1, Math.ceil(millis / 1000))}' and spark.kubernetes.${role}.request.cores '${millis}m'`;
  }
  const binary = /^(\d+)([KMGT])i[bB]?$/.exec(text);
  if (type === 'bytes' && binary !== null && engine !== 'hadoop') return `write '${binary[1]}${binary[2]?.toLowerCase()}'`;
  const time = /^(\d+)\s*(s|m|min|h)$/i.exec(text);
  if (type === 'duration' && engine === 'kyuubi' && time !== null) {
    return `write 'PT${time[1]}${(time[2] as string).charAt(0).toUpperCase()}'`;
  }
  return `write it as ${examples}`;
}

function enumerationProblem(entry: KeyEntry, value: string): Problem | undefined {
  const fold = (text: string): string => (entry.flags.includes('ignorecase') ? text.toLowerCase() : text);
  const known = new Set(entry.allowed.map(fold));
  // Some keys take several of their values with commas between (spark.kubernetes.driver.service.ipFamilies).
  if (value.split(',').every((part) => known.has(fold(part.trim())))) return undefined;
  const meant = entry.allowed.find((allowed) => allowed.toLowerCase() === value.trim().toLowerCase());
  const allowed = [...new Set(entry.allowed)].join(', ');
  return {
    message: `${entry.key} is '${value}', but ${ENGINES[entry.engine]} knows only ${allowed}`,
    fix: meant === undefined ? `write one of ${allowed}${defaultOf(entry)}` : `write '${meant}': upper and lower case count`,
  };
}

function vendorProblem({ key }: KeyEntry, value: string): Problem | undefined {
  if (value.includes('.')) return undefined;
  const name = key.split('.')[3];
  return {
    message: `${key} is '${value}', so that pods ask for ${value}/${name}, but vendors of resources are domains`,
    fix: `write '${value}.com' if nodes offer ${value}.com/${name}`,
  };
}

function classProblem(entry: KeyEntry, value: string): Problem | undefined {
  if (value.trim() === '' || CLASS_NAMES.test(value)) return undefined;
  return { message: `${entry.key} is '${value}', which is no name of a Java class`, fix: "write it as 'org.example.Name'" };
}

const defaultOf = ({ default: fallback }: KeyEntry): string =>
  fallback === undefined || /^(""|<.*>)$/.test(fallback) ? '' : ` (the default is ${fallback})`;
