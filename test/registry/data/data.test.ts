import { KEYS as HADOOP } from '../../../src/registry/data/hadoop-s3a';
import { KEYS as ICEBERG } from '../../../src/registry/data/iceberg';
import { KEYS as KYUUBI_1_10 } from '../../../src/registry/data/kyuubi-1.10';
import { KEYS as KYUUBI_1_11 } from '../../../src/registry/data/kyuubi-1.11';
import { KEYS as KYUUBI_1_12 } from '../../../src/registry/data/kyuubi-1.12';
import { KEYS as SPARK_3_5 } from '../../../src/registry/data/spark-3.5';
import { KEYS as SPARK_4_0 } from '../../../src/registry/data/spark-4.0';
import { KEYS as SPARK_4_1 } from '../../../src/registry/data/spark-4.1';
import { KEYS as SPARK_4_2 } from '../../../src/registry/data/spark-4.2';
import { read } from './read';

const SPARK = { 'spark-3.5': SPARK_3_5, 'spark-4.0': SPARK_4_0, 'spark-4.1': SPARK_4_1, 'spark-4.2': SPARK_4_2 };
const KYUUBI = { 'kyuubi-1.10': KYUUBI_1_10, 'kyuubi-1.11': KYUUBI_1_11, 'kyuubi-1.12': KYUUBI_1_12 };
const ALL = { ...SPARK, ...KYUUBI, 'hadoop-s3a': HADOOP, iceberg: ICEBERG };

const TYPES = ['boolean', 'bytes', 'class', 'double', 'duration', 'enum', 'int', 'list', 'long', 'string'];
const FLAG = /^(internal|static|ignorecase|unregistered|server|catalog|table|session|read|write|deprecated|(deprecated|removed)=[\d.]+)$/;

describe.each(Object.entries(ALL))('%s', (_name, text) => {
  const rows = read(text);
  const keys = rows.map(({ key }) => key);

  it('is sorted and has each key once', () => {
    expect(keys).toEqual([...new Set(keys)].sort());
  });

  it('has known types, units and flags only', () => {
    expect(rows.filter(({ type }) => !TYPES.includes(type))).toEqual([]);
    expect(rows.filter(({ unit }) => !/^(ns|us|ms|s|min|h|d|b|k|m|g|)$/.test(unit))).toEqual([]);
    expect(rows.filter(({ unit, type }) => unit !== '' && !['bytes', 'duration', 'list'].includes(type))).toEqual([]);
    expect(rows.flatMap(({ flags }) => flags).filter((flag) => !FLAG.test(flag))).toEqual([]);
  });

  it('gives every enum its values, and a default among them', () => {
    const enums = rows.filter(({ type, flags }) => type === 'enum' && !flags.includes('unregistered'));
    const fixed = enums.filter((row) => row.default !== '' && !row.default.startsWith('<value of '));
    expect(enums.filter(({ allowed }) => allowed.length < 1)).toEqual([]);
    const upper = (text: string) => text.toUpperCase();
    expect(fixed.filter((row) => !row.allowed.map(upper).includes(upper(row.default)))).toEqual([]);
  });

  it('names successors only for keys that are deprecated or removed', () => {
    const current = rows.filter(({ flags }) => !flags.some((flag) => /^(deprecated|removed)/.test(flag)));
    expect(current.filter(({ replacement }) => replacement !== '')).toEqual([]);
    expect(rows.filter(({ key, replacement }) => key === replacement)).toEqual([]);
  });

  it('holds nothing of the machine that generated it', () => {
    expect(rows.filter((row) => /\/(root|home)\/|registries-/.test(row.default))).toEqual([]);
  });
});

describe('counts', () => {
  // pyspark's jars of these versions, counted when their registries were first read
  it.each([
    ['3.5.9', SPARK_3_5, 1154],
    ['4.0.5', SPARK_4_0, 1309],
    ['4.1.4', SPARK_4_1, 1449],
    ['4.2.1', SPARK_4_2, 1542],
  ])('Spark %s registers the keys it is known to register', (_version, text, count) => {
    expect(read(text).filter(({ flags }) => !flags.includes('unregistered'))).toHaveLength(count);
  });

  it.each([
    ['1.10.3', KYUUBI_1_10, 442],
    ['1.11.1', KYUUBI_1_11, 449],
    ['1.12.0', KYUUBI_1_12, 460],
  ])('Kyuubi %s', (_version, text, count) => {
    expect(read(text).filter(({ flags }) => !flags.includes('unregistered'))).toHaveLength(count);
  });
});
