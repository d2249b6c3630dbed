import { App, Chart, Size } from 'cdk8s';
import { Cpu } from 'cdk8s-plus-28';
import {
  Executors,
  SparkApplication,
  type SparkApplicationProps,
  SparkMemory,
  SparkOperatorRelease,
  SparkRuntime,
  SparkSource,
} from 'cdk8s-spark-platform';

const app = new App({ outdir: process.argv[2] ?? 'dist' });

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
