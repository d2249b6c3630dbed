import { App, Chart, Size } from 'cdk8s';
import { Cpu } from 'cdk8s-plus-28';
import {
  Environment,
  Executors,
  PlatformApp,
  SparkApplication,
  type SparkApplicationProps,
  SparkMemory,
  SparkOperatorRelease,
  SparkRuntime,
  SparkSource,
} from 'cdk8s-spark-platform';

const outdir = process.argv[2] ?? 'dist';
const app = new App({ outdir });

const operator = new Chart(app, 'operator', { namespace: 'spark-operator' });
new SparkOperatorRelease(operator, 'spark-operator', { jobNamespaces: ['spark-jobs'] });

const props: SparkApplicationProps = {
  runtime: SparkRuntime.of('3.5.9', { image: 'registry.example/spark:3.5.9' }),
  source: SparkSource.jvm({
    jar: 'local:///opt/spark/examples/jars/spark-examples_2.12-3.5.9.jar',
    mainClass: 'org.apache.spark.examples.SparkPi',
    arguments: ['1000'],
  }),
  driver: { memory: SparkMemory.heap(Size.gibibytes(1)), cpu: Cpu.millis(500) },
  executor: { memory: SparkMemory.heap(Size.gibibytes(2)) },
  executors: Executors.exactly(2),
  labels: { team: 'analytics' },
};
const jobs = new Chart(app, 'jobs', { namespace: 'spark-jobs' });
new SparkApplication(jobs, 'spark-pi', props);

app.synth();

const lakehouse = new PlatformApp({ name: 'lakehouse', outdir: `${outdir}/platform` });
const dev = new Environment(lakehouse, 'dev', {
  cluster: { cpu: Cpu.units(16), memory: Size.gibibytes(64), usable: 0.5 },
  apiServer: { cidrs: ['192.0.2.10/32'] },
});
const budget = { cpu: Cpu.units(4), memory: Size.gibibytes(16) };
new SparkOperatorRelease(dev.unit('spark-operator', { namespace: 'spark-operator', budget }), 'spark-operator');
new SparkApplication(dev.unit('jobs', { namespace: 'spark-jobs', budget }), 'spark-pi', props);
lakehouse.synth();
