import { entries, list, ofRoles, oneOf, rarely, some, sometimes, together } from './kit.mjs';

const variable = oneOf(
  'LANG',
  'A',
  'B_C',
  'PYSPARK_PYTHON',
  'SPARK_USER_NAME',
  'HADOOP_CONF_DIR',
  'JAVA_HOME',
  'SPARK_LOCAL_DIRS',
  'Z1',
  'Y2',
  'foo.bar',
  '_x',
  // executors leave out what is no name
  '1x',
  'A$',
  'ü',
);
const text = oneOf(
  'x',
  'two words',
  '',
  'a=b',
  '$(SPARK_USER)',
  '${spark.app.name}',
  'C.UTF-8',
  '{{APP_ID}}',
  'ü',
  '${spark.driver.memory}',
);
const secretKey = oneOf('TOKEN', 'PASSWORD', 'A', 'DB_USER');
const path = oneOf('/etc/secret', '/mnt/secret', '/x', '/opt/spark/secrets/');

/** Variables, plain and from Secrets, and Secrets as files. */
export const environment = together(
  entries('spark.kubernetes.driverEnv.', variable, text, 8),
  entries('spark.executorEnv.', variable, text, 8),
  ofRoles((role) => entries(`spark.kubernetes.${role}.secretKeyRef.`, secretKey, oneOf('db:password', 'a:b', 'tls:tls.crt'), 2)),
  ofRoles((role) => entries(`spark.kubernetes.${role}.secrets.`, oneOf('certs', 'db', 'key.store'), path, 2)),
);

/** Java's and Python's own settings. */
export const runtimes = together(
  ofRoles((role) =>
    some({
      [`spark.${role}.extraClassPath`]: rarely(oneOf('/opt/jars/*', '/a.jar:/b.jar', '/opt/my jars/x.jar')),
      [`spark.${role}.extraLibraryPath`]: rarely(oneOf('/opt/native', '/a:/b')),
      [`spark.${role}.extraJavaOptions`]: sometimes(
        oneOf(
          '-XX:+UseG1GC',
          '-Da=b -Dc="d e" -Df=\'g h\'',
          '-Dapp={{APP_ID}} -Dexec={{EXECUTOR_ID}} -Dexecs={{EXECUTOR_ID}}{{EXECUTOR_ID}}',
          '-Dpath="C:\\\\x" -Dq=\\"y',
          '-verbose:gc  -Dtwo.blanks=1',
          '-Dname=${spark.app.name}',
          '-Dempty=""',
          '-Dsingle=\'a "b" c\'',
          '',
        ),
      ),
      [`spark.${role}.defaultJavaOptions`]: rarely(oneOf('-Ddefault=1', '-XX:+UseZGC -Dx="y z"')),
    }),
  ),
  some({
    'spark.pyspark.python': rarely(oneOf('/opt/venv/bin/python', 'python3')),
    'spark.pyspark.driver.python': rarely(oneOf('/opt/driver/bin/python')),
    'spark.network.timeout': rarely(oneOf('300s', '120')),
    'spark.executor.heartbeatInterval': rarely(oneOf('10s')),
    'spark.rpc.askTimeout': rarely(oneOf('60s')),
    'spark.akka.timeout': rarely(oneOf('60')),
    'spark.ssl.enabled': rarely(oneOf('false')),
    'spark.authenticate': rarely(oneOf('false')),
    'spark.sql.shuffle.partitions': rarely(oneOf('10')),
    'spark.hadoop.fs.s3a.endpoint': rarely(oneOf('http://minio:9000')),
    'spark.driver.log.dfsDir': rarely(oneOf('/logs')),
    'spark.submit.pyFiles': rarely(list(oneOf('local:///opt/a.py', 'https://host/b.zip', 'local:///opt/c.egg'))),
    'spark.repl.local.jars': rarely(oneOf('local:///opt/repl.jar')),
  }),
);
