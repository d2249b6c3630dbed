import { Size } from 'cdk8s';
import { Cpu } from 'cdk8s-plus-28';
import {
  Environment,
  PlatformApp,
  SparkApplication,
  type SparkApplicationProps,
  SparkRun,
  SparkRuntime,
  type SparkRuntimeOptions,
} from '../../../src';
import { environmentFiles } from '../../../src/platform/files';
import { refusal, sampleProps } from './sample';

const image = 'registry.example/spark:3.5.9-1.12.0';
const PARTITIONS = 'spark.sql.shuffle.partitions';
const GC = 'spark.executor.extraJavaOptions';

interface Given {
  readonly runtime?: Partial<SparkRuntimeOptions>;
  readonly sparkConf?: { [key: string]: string };
  readonly props?: Partial<SparkApplicationProps>;
}

function platform({ runtime, sparkConf, props }: Given) {
  const environment = new Environment(new PlatformApp({ name: 'lake', outdir: '/none' }), 'dev', {
    cluster: { cpu: Cpu.units(16), memory: Size.gibibytes(64) },
    apiServer: { cidrs: ['10.0.0.0/28'] },
    ...(sparkConf === undefined ? {} : { sparkConf }),
  });
  const application = new SparkApplication(environment.unit('jobs', { namespace: 'jobs' }), 'job', {
    ...sampleProps,
    runtime: SparkRuntime.of('3.5.9', { image, ...runtime }),
    ...props,
  });
  return { environment, application };
}

test('runtime, environment and user in this order, each value with its origin', () => {
  const { application } = platform({
    runtime: {
      conf: { [PARTITIONS]: '1', 'spark.sql.adaptive.enabled': 'true', 'spark.serializer': 'a.B', [GC]: '-Da=1 -Db=1' },
    },
    sparkConf: { [PARTITIONS]: '2', 'spark.serializer': 'c.D', [GC]: '-Db=2' },
    props: { conf: { [PARTITIONS]: '3', [GC]: '-Dc=3' } },
  });
  const conf = application.conf;
  const told = [PARTITIONS, 'spark.serializer', 'spark.sql.adaptive.enabled', GC, 'spark.ui.prometheus.enabled'];
  expect(told.map((key) => [conf.get(key), conf.origin(key)])).toEqual([
    ['3', 'user'],
    ['c.D', 'environment'],
    ['true', 'runtime'],
    ['-Da=1 -Db=2 -Dc=3', 'runtime + environment + user'],
    ['true', 'construct'],
  ]);
  // biome-ignore lint/suspicious/noExplicitAny: manifests are read freely in tests
  expect((application._manifest() as any).spec.sparkConf).toEqual(conf.toMap());
});

test('an error names the layer', () => {
  const told = refusal(() =>
    platform({ runtime: { conf: { 'spark.executor.memory': '2g' } }, sparkConf: { 'spark.sql.shufle.partitions': '8' } }),
  );
  expect(told).toContain('conf spark.executor.memory (given by runtime) has a prop of its own');
  expect(told).toContain('conf spark.sql.shufle.partitions (given by environment) is not a key of Spark');
});

test.each<[Given, RegExp]>([
  [{ runtime: { conf: { 'spark.hadoop.fs.s3a.secret.key': 'x' } } }, /^SparkRuntime\.of\('3\.5\.9'\)[\s\S]*looks like a secret/],
  [{ runtime: { conf: { a: 1 } as never } }, /conf a is 1, but values are texts/],
  [
    { sparkConf: { 'spark.hadoop.fs.s3a.secret.key': 'x' } },
    /^lake\/dev: [\s\S]*sparkConf spark\.hadoop[\s\S]*looks like a secret/,
  ],
  [{ sparkConf: 'a' as never }, /sparkConf is "a"/],
  [{ props: { conf: { [GC]: '-Da=1 -Da=2' } } }, /holds -Da=1 and -Da=2/],
  [{ runtime: { conf: { [GC]: '-Xmx2g' } } }, /\(given by runtime\) holds -Xmx/],
])('%j', (given, text) => expect(refusal(() => platform(given))).toMatch(text));

describe('keys of one’s own', () => {
  const own = { 'spark.acme.lineage': 'on' };
  const allow = { 'spark.acme.lineage': 'read by our listener' };
  const readme = (given: Given) => {
    const { environment } = platform(given);
    const files = new Map(environmentFiles(environment));
    return [...files].find(([path]) => path.endsWith('README.md'))?.[1] as string;
  };

  test.each<[Given, string]>([
    [{ props: { conf: own, allowUnknownConf: allow } }, 'jobs/jobs/sparkapplication-job.yaml'],
    [{ runtime: { conf: own, allowUnknownConf: allow } }, 'jobs/jobs/sparkapplication-job.yaml'],
    [{ props: { conf: own, allowUnknownConf: allow, run: SparkRun.template() } }, 'jobs/jobs/configmap-job.yaml'],
  ])('are listed in README.md: %#', (given, file) => {
    expect(readme(given)).toContain(
      `## Configuration keys that no registry has\n\n- \`${file}\`: \`spark.acme.lineage\`, read by our listener\n`,
    );
  });

  test('nothing is listed that nobody uses', () => {
    expect(readme({ runtime: { allowUnknownConf: allow } })).not.toContain('no registry has');
  });

  test.each<[Given, RegExp]>([
    [{ props: { conf: own } }, /write allowUnknownConf: \{ '<key>': 'who reads it' \}/],
    [{ props: { conf: own, allowUnknownConf: { 'spark.acme.lineage': '' } } }, /has the reason ""/],
    [{ props: { allowUnknownConf: allow } }, /allowUnknownConf spark\.acme\.lineage is not in conf/],
    [{ runtime: { allowUnknownConf: { [PARTITIONS]: 'ours' } } }, /is a key that is known/],
  ])('%j', (given, text) => expect(refusal(() => platform(given))).toMatch(text));
});
