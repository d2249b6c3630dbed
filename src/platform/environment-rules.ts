import type { IConstruct } from 'constructs';
import { FLUX_SOURCE_KINDS, type FluxSourceKind } from '../flux';
import { dnsLabelProblem } from '../naming';
import type { Problem } from '../problem';
import { isCpu, isSize } from '../quantity';
import { APP_METADATA } from '../registry/metadata';
import { settingsProblems } from '../spark/conf/settings';
import { sparkSecretProblems } from '../spark/conf/spark-conf';
import { isCidr } from '../spark/network/network-destination';
import type { EnvironmentProps, NamespaceBudget } from './environment-props';
import { imageProblem } from './images';

const CPU_FIX = 'write Cpu.units(16) or Cpu.millis(500) of cdk8s-plus-28';
const SIZE_FIX = 'write Size.gibibytes(24) of cdk8s';

/** What is wrong with an amount of CPU and memory that came from a language without types. */
export function amountProblems(what: string, amounts: NamespaceBudget | undefined): Problem[] {
  return [
    ...(isCpu(amounts?.cpu)
      ? []
      : [{ message: `${what}.cpu is ${JSON.stringify(amounts?.cpu)}, allowed is a Cpu`, fix: CPU_FIX }]),
    ...(isSize(amounts?.memory)
      ? []
      : [{ message: `${what}.memory is ${JSON.stringify(amounts?.memory)}, allowed is a Size`, fix: SIZE_FIX }]),
  ];
}

/** The parts without which no other rule can be asked. */
function shapeProblems(scope: IConstruct, props: EnvironmentProps): Problem[] {
  const problems: Problem[] = [];
  if (!scope.node.metadata.some(({ type }) => type === APP_METADATA))
    problems.push({
      message: 'an Environment stands in something that is no PlatformApp',
      fix: "write new Environment(new PlatformApp({ name: '…' }), 'dev', …)",
    });
  problems.push(...amountProblems('cluster', props?.cluster));
  if (!Array.isArray(props?.apiServer?.cidrs))
    problems.push({
      message: `apiServer is ${JSON.stringify(props?.apiServer)}, allowed is a list of address ranges`,
      fix: "write apiServer: { cidrs: ['10.0.0.0/28'] }",
    });
  return problems;
}

/** Everything that is wrong with the props of an environment. */
export function environmentProblems(scope: IConstruct, id: string, props: EnvironmentProps): Problem[] {
  const shapes = shapeProblems(scope, props);
  if (shapes.length > 0) return shapes;
  const { cluster, images, apiServer, flux, provides } = props;
  const problems: Problem[] = [];
  const name = dnsLabelProblem(id);
  if (name)
    problems.push({
      message: `id is ${JSON.stringify(id)}, but it names a folder: ${name}`,
      fix: 'write a name such as dev, staging or prod',
    });
  const { usable = 1 } = cluster;
  if (!(usable > 0 && usable <= 1))
    problems.push({
      message: `cluster.usable is ${usable}, allowed is a share above 0 and at most 1`,
      fix: 'write 0.5 for half of the cluster',
    });
  for (const [image, reference] of Object.entries(images ?? {})) {
    const problem = imageProblem(reference);
    if (problem) problems.push({ ...problem, message: `images.${image}: ${problem.message}` });
  }
  if (apiServer.cidrs.length === 0)
    problems.push({
      message: 'apiServer.cidrs is empty',
      fix: "write the address range of the control plane's nodes, such as 10.0.0.0/28",
    });
  for (const cidr of apiServer.cidrs)
    if (!isCidr(String(cidr)))
      problems.push({
        message: `apiServer.cidrs holds ${JSON.stringify(cidr)}, which is no address range`,
        fix: 'write it as 10.0.0.0/28 or fd00::/64',
      });
  const port = apiServer.port ?? 6443;
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    problems.push({
      message: `apiServer.port is ${port}, allowed is 1 to 65535`,
      fix: 'write the port of the control plane, usually 6443',
    });
  const kind = flux?.sourceKind ?? 'GitRepository';
  if (!FLUX_SOURCE_KINDS.includes(kind as FluxSourceKind))
    problems.push({
      message: `flux.sourceKind is ${JSON.stringify(kind)}, allowed are ${FLUX_SOURCE_KINDS.join(', ')}`,
      fix: 'write one of them, or leave it out for GitRepository',
    });
  const path = flux?.path ?? './dist';
  if (!path.startsWith('./') || path.split('/').includes('..') || path.endsWith('/'))
    problems.push({
      message: `flux.path is ${JSON.stringify(path)}, allowed is a folder of the source that starts with ./`,
      fix: 'write ./dist',
    });
  for (const namespace of provides?.namespaces ?? []) {
    const reason = dnsLabelProblem(String(namespace));
    if (reason)
      problems.push({
        message: `provides.namespaces holds ${JSON.stringify(namespace)}: ${reason}`,
        fix: 'write the name of the namespace',
      });
  }
  problems.push(...sparkConfProblems(props.sparkConf ?? {}));
  return problems;
}

/** Which versions read the keys is known where an application is made: it looks them up. */
function sparkConfProblems(conf: { readonly [key: string]: string }): Problem[] {
  const problems = settingsProblems('sparkConf', conf, "'spark.sql.shuffle.partitions': '8'");
  return problems.length > 0 ? problems : sparkSecretProblems('sparkConf', conf);
}
