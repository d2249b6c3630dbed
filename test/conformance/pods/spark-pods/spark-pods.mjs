import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { sparkJars } from '../../build/spark-jars.mjs';
import { cached } from '../../harness/cache.mjs';
import { converse, ended, run, stop } from '../../harness/processes.mjs';

const here = dirname(fileURLToPath(import.meta.url));

/** The compiled SparkPods.java, one folder per source text and Spark version. */
function compiled(version, jars) {
  const source = join(here, 'SparkPods.java');
  const digest = createHash('sha256').update(readFileSync(source)).digest('hex').slice(0, 12);
  return cached(`spark-pods-${version}-${digest}`, (folder) =>
    run('javac', ['-nowarn', '-cp', join(jars, '*'), '-d', folder, source]),
  );
}

/** Variables of the user that would leak into Spark's answers. */
const LEAKS = ['KUBECONFIG', 'SPARK_HOME', 'SPARK_CONF_DIR', 'HADOOP_CONF_DIR', 'JAVA_TOOL_OPTIONS', 'KUBERNETES_SERVICE_HOST'];

function environment(emptyFolder) {
  const inherited = Object.entries(process.env).filter(([name]) => !LEAKS.includes(name));
  return {
    ...Object.fromEntries(inherited),
    SPARK_CONF_DIR: emptyFolder,
    SPARK_LOCAL_IP: '127.0.0.1',
    HADOOP_USER_NAME: 'spark',
  };
}

/** Spark's own pod builders of one version, in one JVM that answers many questions. */
export class SparkPods {
  #waiting = [];

  /** @param folder in which Spark runs, from which relative paths go */
  constructor(version, child, folder) {
    this.version = version;
    this.child = child;
    this.folder = folder;
    createInterface({ input: child.stdout }).on('line', (line) => this.#waiting.shift()?.resolve(JSON.parse(line)));
    child.once('exit', (code) => {
      for (const { reject } of this.#waiting.splice(0)) {
        reject(new Error(`Spark ${version}'s pod builders ended with code ${code}; see ${child.logFile}`));
      }
    });
    child.stdin.on('error', () => {}); // the exit handler reports it
  }

  /** Starts the JVM. `scratch` is a folder of this run for its temporary files and its log. */
  static async start(version, scratch) {
    const jars = await sparkJars(version);
    const classes = await compiled(version, jars);
    const folder = join(scratch, `spark-${version}`);
    const conf = join(folder, 'conf');
    mkdirSync(conf, { recursive: true });
    const child = converse(
      'java',
      [
        ...['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-Xmx700m', `-Djava.io.tmpdir=${folder}`],
        `-Dlog4j2.configurationFile=file:${join(here, 'log4j2.properties')}`,
        ...['-cp', [classes, join(here, 'fast'), join(jars, '*')].join(':'), 'SparkPods'],
      ],
      join(folder, 'log'),
      { env: environment(conf), cwd: folder },
    );
    return new SparkPods(version, child, folder);
  }

  #ask(question) {
    if (ended(this.child)) {
      return Promise.reject(new Error(`Spark ${this.version}'s pod builders have ended; see ${this.child.logFile}`));
    }
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
      this.child.stdin.write(`${JSON.stringify(question)}\n`);
    });
  }

  /** The driver pod of a submission: `{ driver, preResources, resources, properties, executorTemplate }` or `{ error, errorAt }`. */
  driver(submitArguments) {
    return this.#ask({ arguments: submitArguments });
  }

  /** The executor pods of a driver: `{ executors: [{ pod, resources }] }` or `{ error, errorAt }`. */
  executors(properties, executorTemplate, driver, count) {
    return this.#ask({ properties, executorTemplate, driver, executors: count });
  }

  stop() {
    return stop(this.child);
  }
}
