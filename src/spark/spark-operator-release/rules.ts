import type { JsonObject, JsonValue } from '../../manifest';
import type { Problem } from '../../problem';
import { parseCpu, parseMemory, printMemory } from '../../quantity';
import { parseGoDuration } from './durations';
import { leastControllerMemory } from './resources';

/** Reads a value of the chart at its path. */
export type ReadValue = (path: string) => JsonValue | undefined;

/** A reader of the values as the chart's templates see them. */
export function reader(values: JsonObject): ReadValue {
  return (path) =>
    path.split('.').reduce<JsonValue | undefined>((branch, key) => {
      return typeof branch === 'object' && branch !== null && !Array.isArray(branch) ? branch[key] : undefined;
    }, values);
}

const PROBE_PORT = 8081;

/** Rules of the chart and of the operator over more than one value, or over what a value may be. `values` holds the chart's defaults too. */
export function valueRules(values: JsonObject): Problem[] {
  const read = reader(values);
  return [
    ...portRules(read),
    ...['controller', 'webhook'].flatMap((part) => [...replicaRules(read, part), ...resourceRules(read, part)]),
    ...controllerMemoryRule(read),
    ...choiceRules(read),
    ...electionRules(read),
    ...uiRules(read),
    ...batchSchedulerRules(read),
    ...dependencyRules(read),
    ...certificateRules(read),
    ...imageRules(read),
  ];
}

function portRules(read: ReadValue): Problem[] {
  const ports = [
    { path: 'webhook.port', on: read('webhook.enable') !== false, fix: 'leave it out for 9443' },
    { path: 'prometheus.metrics.port', on: read('prometheus.metrics.enable') !== false, fix: 'leave it out for 8080' },
    { path: 'controller.pprof.port', on: read('controller.pprof.enable') === true, fix: 'leave it out for 6060' },
  ].filter(({ on }) => on);
  const problems = ports.flatMap(({ path, fix }): Problem[] => {
    const port = read(path);
    if (!Number.isInteger(port) || (port as number) < 1024 || (port as number) > 65535)
      return [
        { message: `${path} is ${port}, allowed is 1024 to 65535: the operator runs without the right to lower ports`, fix },
      ];
    if (port === PROBE_PORT) return [{ message: `${path} is 8081, where the probes of the same pod listen`, fix }];
    return [];
  });
  const clashes = ports
    .flatMap((a, index) => ports.slice(index + 1).map((b) => [a, b] as const))
    // The webhook's pods have no pprof.
    .filter(([a, b]) => !(a.path === 'webhook.port' && b.path === 'controller.pprof.port') && read(a.path) === read(b.path))
    .map(([a, b]) => ({
      message: `${a.path} and ${b.path} are both ${read(a.path)}, but they listen in the same pod`,
      fix: a.fix,
    }));
  return [...problems, ...clashes];
}

function replicaRules(read: ReadValue, part: string): Problem[] {
  const replicas = read(`${part}.replicas`);
  if (!Number.isInteger(replicas) || (replicas as number) < 1)
    return [{ message: `${part}.replicas is ${replicas}, allowed is a whole number from 1`, fix: 'leave it out for 1' }];
  const problems: Problem[] = [];
  const available = read(`${part}.podDisruptionBudget.minAvailable`);
  if (read(`${part}.podDisruptionBudget.enable`) === true && typeof available === 'number' && available >= (replicas as number))
    problems.push({
      message: `${part}.minAvailable is ${available} of ${replicas} replicas: no pod may ever be moved, so nodes cannot be drained`,
      fix: `write replicas: ${available + 1}, or leave minAvailable out`,
    });
  const spread = read(`${part}.topologySpreadConstraints`);
  if (Array.isArray(spread) && spread.length > 0 && replicas === 1)
    problems.push({
      message: `${part}.topologySpread has constraints, but replicas is 1 and the chart refuses to render that`,
      fix: 'write replicas: 2, or leave topologySpread out',
    });
  if (part === 'controller' && (replicas as number) > 1 && read('controller.leaderElection.enable') === false)
    problems.push({
      message: `controller.replicas is ${replicas} without leader election: every pod would submit every application`,
      fix: 'leave controller.leaderElection.enable out',
    });
  return problems;
}

function resourceRules(read: ReadValue, part: string): Problem[] {
  const kinds = [
    { key: 'cpu', parse: parseCpu, example: '500m' },
    { key: 'memory', parse: parseMemory, example: '2Gi' },
  ];
  return kinds.flatMap(({ key, parse, example }) => {
    const [request, limit] = ['requests', 'limits'].map((side) => read(`${part}.resources.${side}.${key}`));
    const wrong = [request, limit].filter((value) => value !== undefined && value !== null && parse(String(value)) === undefined);
    if (wrong.length > 0)
      return wrong.map((value) => ({
        message: `${part}.resources has ${key} ${JSON.stringify(value)}, which is not a quantity`,
        fix: `write it like ${example}`,
      }));
    if (request === undefined || limit === undefined) return [];
    if ((parse(String(request)) as number) <= (parse(String(limit)) as number)) return [];
    return [
      {
        message: `${part}.resources asks for ${key} ${request}, more than its limit ${limit}`,
        fix: `write a limit of ${request} or more`,
      },
    ];
  });
}

function controllerMemoryRule(read: ReadValue): Problem[] {
  const workers = read('controller.workers');
  if (!Number.isInteger(workers) || (workers as number) < 1)
    return [{ message: `controller.workers is ${workers}, allowed is a whole number from 1`, fix: 'leave it out for 10' }];
  const limit = read('controller.resources.limits.memory');
  const bytes = limit === undefined ? undefined : parseMemory(String(limit));
  const least = leastControllerMemory(workers as number);
  if (bytes === undefined || bytes >= least) return [];
  return [
    {
      message: `controller.resources limits memory to ${limit}, but ${workers} workers may run ${workers} spark-submit JVMs at once, which need ${printMemory(least)}; the kernel would kill them`,
      fix: `write a memory limit of ${printMemory(least)} or more, or fewer workers, or leave resources out`,
    },
  ];
}

const CHOICES: { readonly [path: string]: readonly string[] } = {
  'controller.logEncoder': ['console', 'json'],
  'controller.logLevel': ['debug', 'info', 'error'],
  'controller.scheduledSparkApplicationTimestampPrecision': ['nanos', 'micros', 'millis', 'seconds', 'minutes'],
  'image.pullPolicy': ['IfNotPresent', 'Always', 'Never'],
  'prometheus.podMonitor.podMetricsEndpoint.scheme': ['http', 'https'],
  'webhook.failurePolicy': ['Fail', 'Ignore'],
  'webhook.logEncoder': ['console', 'json'],
  'webhook.logLevel': ['debug', 'info', 'error'],
};
const FEATURE_GATES = ['LoadSparkDefaults', 'PartialRestart'];

function choiceRules(read: ReadValue): Problem[] {
  const problems = Object.entries(CHOICES)
    .filter(([path, allowed]) => !allowed.includes(String(read(path))))
    .map(([path, allowed]) => ({
      message: `${path} is ${JSON.stringify(read(path))}, allowed are ${allowed.join(', ')}`,
      fix: `write ${allowed[0]} or leave it out`,
    }));
  const timeout = read('webhook.timeoutSeconds');
  if (!Number.isInteger(timeout) || (timeout as number) < 1 || (timeout as number) > 30)
    problems.push({ message: `webhook.timeout is ${timeout} seconds, allowed are 1 to 30`, fix: 'leave it out for 10 seconds' });
  for (const path of [
    'controller.kubeAPIQPS',
    'controller.kubeAPIBurst',
    'webhook.kubeAPIQPS',
    'webhook.kubeAPIBurst',
    'controller.maxTrackedExecutorPerApp',
  ])
    if (!((read(path) as number) > 0))
      problems.push({ message: `${path} is ${read(path)}, allowed is a number above 0`, fix: 'leave it out' });
  const gates = (read('controller.featureGates') ?? []) as JsonObject[];
  for (const { name } of gates)
    if (!FEATURE_GATES.includes(String(name)))
      problems.push({
        message: `controller.featureGates has ${JSON.stringify(name)}, which the controller does not know and exits at`,
        fix: `allowed are ${FEATURE_GATES.join(', ')}`,
      });
  return problems;
}

function electionRules(read: ReadValue): Problem[] {
  const paths = ['leaseDuration', 'renewDeadline', 'retryPeriod'].map((key) => `controller.leaderElection.${key}`);
  const grace = 'controller.driverPodCreationGracePeriod';
  const interval = 'prometheus.podMonitor.podMetricsEndpoint.interval';
  const wrong = [...paths, grace, interval].filter((path) => parseGoDuration(String(read(path))) === undefined);
  if (wrong.length > 0)
    return wrong.map((path) => ({
      message: `${path} is ${JSON.stringify(read(path))}, which is not a duration`,
      fix: 'write it like 15s or 2m',
    }));
  const [lease, renew, retry] = paths.map((path) => parseGoDuration(String(read(path))) as number) as [number, number, number];
  if (lease > renew && renew > 1.2 * retry) return [];
  return [
    {
      message: `controller.leaderElection has leaseDuration ${lease / 1000} s, renewDeadline ${renew / 1000} s, retryPeriod ${retry / 1000} s; the controller exits unless each is longer than the next (renewDeadline by more than 1.2)`,
      fix: 'leave them out for 15 s, 10 s, 2 s',
    },
  ];
}

function uiRules(read: ReadValue): Problem[] {
  const format = String(read('controller.uiIngress.urlFormat') ?? '');
  if (read('controller.uiIngress.enable') !== true)
    return format === ''
      ? []
      : [
          {
            message: `controller.uiIngress.urlFormat is ${format}, but the ingress is off`,
            fix: 'write controller.uiIngress.enable: true',
          },
        ];
  const problems: Problem[] = [];
  if (read('controller.uiService.enable') === false)
    problems.push({
      message: 'controller.uiIngress needs the Service of the web UI, but controller.uiService is off',
      fix: 'leave uiService out',
    });
  if (!/\{\{\s*\$appName\s*\}\}/.test(format))
    problems.push({
      message: `controller.uiIngress.urlFormat is ${JSON.stringify(format)}, so all applications would share one address`,
      fix: 'write {{$appName}} in it: {{$appName}}.spark.example.com',
    });
  for (const tls of (read('controller.uiIngress.tls') ?? []) as JsonObject[])
    if (!tls['secretName'])
      problems.push({
        message: 'controller.uiIngress has tlsHosts without a certificate',
        fix: 'write tlsSecretName, or leave tlsHosts out',
      });
  return problems;
}

function batchSchedulerRules(read: ReadValue): Problem[] {
  const scheduler = read('controller.batchScheduler.default');
  const names = read('controller.batchScheduler.kubeSchedulerNames') as string[];
  if (read('controller.batchScheduler.enable') !== true)
    return scheduler || names?.length > 0
      ? [
          {
            message: 'controller.batchScheduler names schedulers, but is off',
            fix: 'write controller.batchScheduler.enable: true',
          },
        ]
      : [];
  if (['', 'volcano', 'yunikorn'].includes(String(scheduler ?? ''))) return [];
  return [
    {
      message: `controller.batchScheduler.default is ${JSON.stringify(scheduler)}, at which the controller exits; allowed are volcano, yunikorn`,
      fix: 'write one of them, or leave it out and name the scheduler in each application',
    },
  ];
}

function dependencyRules(read: ReadValue): Problem[] {
  const problems: Problem[] = [];
  if (read('prometheus.podMonitor.create') === true && read('prometheus.metrics.enable') === false)
    problems.push({ message: 'podMonitor reads metrics, but metrics are off', fix: 'leave metrics.enable out, or podMonitor' });
  if (read('certManager.enable') === true && read('webhook.enable') === false)
    problems.push({
      message: "certManager makes the webhook's certificate, but the webhook is off",
      fix: 'leave webhook.enable out, or certManager',
    });
  return problems;
}

function certificateRules(read: ReadValue): Problem[] {
  if (read('certManager.enable') !== true) return [];
  const problems: Problem[] = [];
  const issuer = read('certManager.issuerRef') as JsonObject | undefined;
  if (issuer && Object.keys(issuer).length > 0 && !issuer['name'])
    problems.push({ message: 'certManager has issuerKind without issuerName', fix: 'write issuerName, or leave issuerKind out' });
  const duration = String(read('certManager.duration') || '2160h');
  const renewBefore = String(read('certManager.renewBefore') || '');
  const [valid, renew] = [parseGoDuration(duration), renewBefore ? parseGoDuration(renewBefore) : 300_000];
  if (valid === undefined || valid < 3_600_000)
    problems.push({
      message: `certManager.duration is ${duration}, allowed is an hour or longer`,
      fix: 'leave it out for 90 days',
    });
  if (renew === undefined || renew < 300_000 || renew >= (valid ?? Number.POSITIVE_INFINITY))
    problems.push({
      message: `certManager.renewBefore is ${renewBefore} of ${duration}, allowed is 5 minutes or longer and shorter than duration`,
      fix: 'leave it out for a third of duration',
    });
  return problems;
}

function imageRules(read: ReadValue): Problem[] {
  const [registry, repository, tag] = ['registry', 'repository', 'tag'].map((key) => String(read(`image.${key}`) ?? '')) as [
    string,
    string,
    string,
  ];
  const problems: Problem[] = [];
  if (/^[^/]*[.:][^/]*\//.test(repository))
    problems.push({
      message: `image.repository is ${JSON.stringify(repository)}, but the registry is a value of its own: the pods would ask for ${registry}/${repository}`,
      fix: `write registry: '${repository.split('/')[0]}', repository: '${repository.split('/').slice(1).join('/')}', or leave image out for the chart's`,
    });
  if (/^v\d/.test(tag) && /kubeflow\/spark-operator/.test(repository))
    problems.push({
      message: `image.tag is ${JSON.stringify(tag)}, but no image of the operator has a tag that starts so`,
      fix: 'leave it out: the tag is the version of the chart',
    });
  return problems;
}
