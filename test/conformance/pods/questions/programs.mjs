import fc from 'fast-check';
import { list, oneOf, rarely, some, sometimes } from './kit.mjs';

const argument = fc.oneof(
  { weight: 3, arbitrary: oneOf('in', '10', '--date', '2024-01-01', '--conf', 'a=b', '-v', 's3a://bucket/in') },
  {
    weight: 1,
    arbitrary: oneOf('two words', '', '"quoted"', '$(HOME)', '{{APP_ID}}', '--class', '--help', 'a,b', '${spark.app.name}'),
  },
);

const main = fc.oneof(
  { weight: 4, arbitrary: oneOf({ file: 'local:///opt/app/job.jar', className: 'com.example.Job' }) },
  { weight: 4, arbitrary: oneOf({ file: 'local:///opt/app/job.py' }) },
  {
    weight: 3,
    arbitrary: oneOf(
      { file: 'local:///opt/app/job.R' },
      { file: 'local:///opt/app/job.r' },
      { file: 'https://host.example/job.jar', className: 'com.example.Job' },
      { file: 's3a://bucket/jobs/job.py' },
      { file: 'local:///opt/app/job.PY', className: 'com.example.Job' },
      { file: 'local:/opt/app/job.jar', className: 'com.example.Job$Inner' },
      { file: 'spark-internal', className: 'org.example.Shell' },
      { file: 'local:///opt/app/with blank.jar', className: 'a.B' },
      { file: 'local:///opt/app/script', className: 'a.B' },
      { file: 'local:///opt/app/job.py', className: 'com.example.Ignored' },
      { file: 'hdfs://nn:8020/job.jar', className: 'a.B' },
      { file: 'local:///opt/app/job.zip', className: 'a.B' },
    ),
  },
);

// other schemes would be looked up by spark-submit, in a file system that is not there
const jar = oneOf(
  'local:///opt/jars/a.jar',
  'local:///opt/jars/b.jar',
  'https://host.example/c.jar',
  'https://host.example/%64%20%C3%BC.jar',
  'http://host.example/d.jar',
);
const file = oneOf('local:///opt/f.conf', 'https://host.example/g.txt', 'https://host.example/h.json#alias');

/** Dependencies, as spark-submit's options or as keys. */
export const dependencies = fc
  .record({
    options: some({
      '--jars': rarely(list(jar)),
      '--files': rarely(list(file)),
      '--py-files': rarely(list(oneOf('local:///opt/a.py', 'https://host.example/b.zip', 'local:///opt/c.egg'))),
      '--archives': rarely(list(oneOf('https://host.example/env.tar.gz#env', 'local:///opt/x.zip'))),
    }),
    conf: some({
      'spark.jars': rarely(list(jar)),
      'spark.files': rarely(list(file)),
      'spark.archives': rarely(list(oneOf('https://host.example/env.tar.gz#env'))),
      'spark.kubernetes.jars.avoidDownloadSchemes': rarely(oneOf('s3a', 'https,s3a')),
      'spark.kubernetes.pyspark.pythonVersion': rarely(oneOf('3', '3', '3', '2')),
    }),
  })
  .map(({ options, conf }) => ({ options: Object.entries(options).flat(), conf }));

/** Files of the submitter, which it copies to where the driver can read them. */
export const uploads = some({
  'spark.kubernetes.file.upload.path': oneOf('file://@FILES@/uploads', 'file://@FILES@/', '@FILES@/uploads'),
  'spark.jars': sometimes(
    oneOf('@FILES@/local.jar', 'local:///opt/jars/a.jar,file://@FILES@/local.jar', '@FILES@/local.jar,@FILES@/*.jar'),
  ),
  'spark.files': sometimes(
    oneOf('@FILES@/local.jar', 'https://host.example/g.txt,@FILES@/local.jar', '@FILES@/none*', '@FILES@', '@FILES@/{local}.jar'),
  ),
  'spark.submit.pyFiles': rarely(oneOf('@FILES@/job.py', '@FILES@/job.py,local:///opt/a.py')),
  'spark.archives': rarely(oneOf('@FILES@/local.jar#env', '@FILES@/l*.jar#env', '@FILES@/?one#env')),
});

/** What runs, and its own arguments. */
export const program = fc
  .record({ main, arguments: fc.array(argument, { maxLength: 4 }) })
  .map(({ main: { file, className }, arguments: own }) => ({
    options: className === undefined ? [] : ['--class', className],
    program: [file, ...own],
  }));

/** A program that the submitter has and the image does not. */
export const localProgram = oneOf(
  { options: [], program: ['@FILES@/job.py', 'in'] },
  { options: ['--class', 'a.B'], program: ['file://@FILES@/local.jar'] },
);

/** Options of spark-submit that stand for keys. */
export const submitOptions = some({
  '--driver-memory': rarely(oneOf('1g', '3000m', '2G')),
  '--executor-memory': rarely(oneOf('1g', '2500m')),
  '--driver-cores': rarely(oneOf('1', '3')),
  '--executor-cores': rarely(oneOf('2', '5')),
  '--num-executors': rarely(oneOf('3', '7')),
  '--total-executor-cores': rarely(oneOf('10')),
  '--driver-java-options': rarely(oneOf('-Dfrom=options', '-Da="b c"')),
  '--driver-class-path': rarely(oneOf('/opt/options/*')),
  '--driver-library-path': rarely(oneOf('/opt/options/lib')),
  '--queue': rarely(oneOf('q')),
  '--proxy-user': rarely(oneOf('alice', 'bob smith')),
  '--master': rarely(oneOf('k8s://https://10.0.0.1:6443', 'k8s://example.org:443', 'k8s://http://127.0.0.1:8001')),
}).map((options) => Object.entries(options).flat());

/** Options that are switches. */
export const switches = sometimes(fc.subarray(['--verbose', '--supervise', '--load-spark-defaults'])).map(
  (options) => options ?? [],
);
