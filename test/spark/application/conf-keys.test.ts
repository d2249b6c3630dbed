import { confProblems } from '../../../src/spark/application/conf-rules';
import { SparkConf } from '../../../src/spark/conf';

const told = (key: string, value: string, version = '3.5.9', expanded = false): string[] =>
  confProblems(SparkConf._of({ [key]: value }), expanded, version).flatMap(({ message, fix }) => [message, fix]);

test('a misspelt key is told with the key that was meant, and how a key of one’s own goes in', () => {
  const [message, fix] = told('spark.sql.shuffle.partition', '200');
  expect(message).toBe('conf spark.sql.shuffle.partition is not a key of Spark, Kyuubi, Iceberg or S3A');
  expect(fix).toMatch(
    /^did you mean spark\.sql\.shuffle\.partitions.*\? Or for a key of your own write allowUnknownConf: \{ '<key>': 'who reads it' \}$/,
  );
});

test('a value that the engine cannot read is refused by the type of its key', () => {
  expect(told('spark.sql.shuffle.partitions', 'many')[0]).toContain("conf spark.sql.shuffle.partitions is 'many'");
  expect(told('spark.sql.shuffle.partitions', '200')).toEqual([]);
});

test('a key is checked against the version that reads it', () => {
  // New in Spark 4.0: spark.sql.scripting.enabled has no entry in 3.5.
  expect(told('spark.sql.scripting.enabled', 'true', '3.5.9')[0]).toContain('is too new: Spark has it since 4.0');
  expect(told('spark.sql.scripting.enabled', 'true', '4.0.5')).toEqual([]);
});

test('the value of a variable is not known at synth', () => {
  expect(told('spark.sql.shuffle.partitions', '${PARTITIONS}', '3.5.9', true)).toEqual([]);
});

test('families of keys with a name of the user are known', () => {
  expect(told('spark.sql.catalog.lakehouse.type', 'hive')).toEqual([]);
  expect(told('spark.hadoop.fs.s3a.endpoint', 'https://s3.example.com')).toEqual([]);
});
