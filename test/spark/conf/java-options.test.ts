import { javaOptionsProblems, mergeJavaOptions } from '../../../src/spark/conf/java-options';

// The JVM takes the last of what is set twice; agents and module flags add up.
test.each([
  [['-Da=1', '-Db=2'], '-Da=1 -Db=2'],
  [['-Da=1 -Db=2', '-Da=3'], '-Db=2 -Da=3'],
  [['-XX:+UseG1GC', '-XX:-UseG1GC'], '-XX:-UseG1GC'],
  [['-XX:MaxMetaspaceSize=1g', '-XX:MaxMetaspaceSize=2g -Xss4m', '-Xss8m'], '-XX:MaxMetaspaceSize=2g -Xss8m'],
  [['-Dx="a b"', "-Dy='c d'"], '-Dx="a b" -Dy=\'c d\''],
  [['-Dx="a b" -Dz', '-Dx="c d"'], '-Dz -Dx="c d"'],
  [['"-Da=1"', '-Da=2'], '-Da=2'],
  [['-javaagent:/a.jar', '-javaagent:/b.jar -javaagent:/a.jar'], '-javaagent:/a.jar -javaagent:/b.jar'],
  [['--add-opens a/b=c', '--add-opens d/e=c'], '--add-opens a/b=c --add-opens d/e=c'],
  [['--add-opens=a/b=c', '--add-opens=a/b=c'], '--add-opens=a/b=c'],
  [['-XX:OnOutOfMemoryError=x', '-XX:OnOutOfMemoryError=y'], '-XX:OnOutOfMemoryError=x -XX:OnOutOfMemoryError=y'],
  [['', '-verbose:gc'], '-verbose:gc'],
])('%j together are %s', (texts, merged) => expect(mergeJavaOptions(texts)).toBe(merged));

test.each([
  ['spark.driver.extraJavaOptions', '-Da=1 -Da=1', undefined],
  ['spark.driver.extraJavaOptions', '-Da=1 -Da=2', /holds -Da=1 and -Da=2, of which the JVM takes the last/],
  ['spark.executor.defaultJavaOptions', '-XX:+UseG1GC -XX:-UseG1GC', /takes the last/],
  ['spark.executor.extraJavaOptions', '-Xmx2g', /-Xmx, with which Spark does not start/],
  ['spark.driver.extraJavaOptions', '-Xms2g', undefined],
  ['spark.executor.extraJavaOptions', '-Dspark.a=1', /-Dspark/],
  ['spark.driver.extraJavaOptions', '-Dspark.a=1', undefined],
  ['spark.driver.extraJavaOptions', '-Dx="a', /quote or a backslash is left open/],
  ['spark.driver.extraJavaOptions', '-Dx=a\\', /left open/],
])('%s = %s', (key, text, message) => {
  const told = javaOptionsProblems(key, text).map((problem) => problem.message);
  if (message === undefined) expect(told).toEqual([]);
  else expect(told).toEqual([expect.stringMatching(message)]);
});
