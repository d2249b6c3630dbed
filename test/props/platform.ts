import { join } from 'node:path';
import { ApiObject, Size } from 'cdk8s';
import { Cpu } from 'cdk8s-plus-28';
import {
  Environment,
  Executors,
  PlatformApp,
  SparkApplication,
  SparkMemory,
  SparkNetworkPolicies,
  SparkOperatorRelease,
  SparkRuntime,
  SparkServiceAccounts,
  SparkSource,
} from '../../src';
import { environmentFiles } from '../../src/platform/files';

// biome-ignore lint/suspicious/noExplicitAny: props are set by the names that .jsii lists
export type Props = Record<string, any>;
/** Which props of which construct a case sets; what a case leaves out stays as in the base. */
export type Case = Partial<
  Record<'app' | 'environment' | 'unit' | 'runtime' | 'application' | 'release' | 'policies' | 'accounts', Props>
>;

const size = { memory: SparkMemory.heap(Size.gibibytes(1)) };
export const environmentBase: Props = {
  cluster: { cpu: Cpu.units(64), memory: Size.gibibytes(128) },
  images: { spark: 'registry.example.com/spark:3.5.9' },
  apiServer: { cidrs: ['10.0.0.0/28'] },
  provides: { namespaces: ['other'], customResourceDefinitions: { 'monitoring.coreos.com': '', 'cert-manager.io': '' } },
};
export const python = { file: 'local:///app/main.py' };

/** A namespace that a case leaves without workloads has to state what pods from elsewhere may use. */
const budget = { cpu: Cpu.units(16), memory: Size.gibibytes(32) };

/** A small platform of every construct. */
function platform(folder: string, made: Case): PlatformApp {
  const app = new PlatformApp({ name: 'lake', ...made.app, outdir: join(folder, made.app?.['outdir'] ?? 'dist') });
  const environment = new Environment(app, 'dev', { ...environmentBase, ...made.environment } as never);
  const operator = environment.unit('operator', { namespace: 'operator', budget });
  new SparkOperatorRelease(operator, 'spark-operator', made.release as never);
  const runtime = SparkRuntime.of('3.5.9', { image: environment.image('spark'), ...made.runtime });
  new SparkApplication(environment.unit('jobs', { namespace: 'jobs', budget, ...made.unit }), 'job', {
    runtime,
    source: SparkSource.python(python),
    driver: size,
    executor: size,
    executors: Executors.exactly(1),
    ...made.application,
  } as never);
  const extra = environment.unit('extra', { namespace: 'extra', budget });
  new SparkServiceAccounts(extra, 'accounts', made.accounts as never);
  new SparkNetworkPolicies(extra, 'policies', { ...{ apiServer: { cidrs: ['10.0.0.0/28'] } }, ...made.policies });
  const data = { REGION: environment.variable('REGION', 'eu') };
  new ApiObject(extra, 'region', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'region' }, data } as never);
  return app;
}

/** All that a case writes, as one text, or the error that refuses it. Nothing goes to the disk: that is what takes long. */
export function outcome(make: () => Case): { written?: string; refused?: string } {
  try {
    const app = platform('/', make());
    const problems = app.node.findAll().flatMap(({ node }) => node.validate());
    if (problems.length > 0) return { refused: problems.join('\n') };
    const environment = app.node.findChild('dev') as Environment;
    return { written: JSON.stringify([app.outdir, app.appName, ...environmentFiles(environment)]) };
  } catch (error) {
    return { refused: (error as Error).message };
  }
}
