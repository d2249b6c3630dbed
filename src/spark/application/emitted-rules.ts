import { type JsonObject, type JsonValue, objectAt, textAt } from '../../manifest';
import { sparkApplicationNameProblem } from '../../naming';
import type { Problem } from '../../problem';
import { MEBIBYTE, parseCpu, parseJvmMemory } from '../../quantity';
import { secretReason } from '../conf/secrets';
import { OperatorRefusal, sparkApplicationPods } from '../operator';
import { podsSummary } from '../pods/summary';
import { SparkRefusal } from '../prediction';
import { imageProblems } from '../runtime/image';
import { versionProblems } from '../runtime/versions';
import { MINIMUM_HEAP_MIB } from '../size/memory';
import { coresProblem } from '../size/resolve';
import { isRecord, kindProblems } from '../size/shapes';
import { DENIED } from './conf-rules';

/** How an application is run, as far as its manifest's rules depend on it. */
export type RunKind = 'once' | 'streaming' | 'template';

/**
 * What is wrong with a SparkApplication as it will be written. It reads the manifest and not the props, so an override
 * cannot bring back what the props refuse.
 */
export function emittedProblems(application: JsonObject, run: RunKind): Problem[] {
  const spec = objectAt(application, 'spec');
  const shapes = shapeProblems(application);
  if (shapes.length > 0) return shapes;
  const problems = [
    ...nameProblems(textAt(objectAt(application, 'metadata'), 'name') ?? ''),
    ...lifecycleProblems(spec, run),
    ...versionAndImageProblems(spec),
    ...roleProblems('driver', objectAt(spec, 'driver')),
    ...roleProblems('executor', objectAt(spec, 'executor')),
    ...executorCountProblems(spec),
    ...sparkConfProblems(objectAt(spec, 'sparkConf')),
  ];
  if (textAt(spec, 'mode') !== 'cluster') {
    problems.push({
      message: `spec.mode is '${textAt(spec, 'mode')}', but the operator runs only cluster`,
      fix: 'leave mode alone',
    });
  }
  return problems.length > 0 ? problems : predictionProblems(application);
}

/** Parts that must stay objects: an override that puts anything else there removes what stood in them. */
function shapeProblems(application: JsonObject): Problem[] {
  const parts: ReadonlyArray<readonly [path: string, parent: JsonObject, key: string]> = [
    ['metadata', application, 'metadata'],
    ['spec', application, 'spec'],
    ...['driver', 'executor', 'sparkConf', 'restartPolicy'].map(
      (key) => [`spec.${key}`, objectAt(application, 'spec'), key] as const,
    ),
  ];
  const problems = parts.flatMap(([path, parent, key]) =>
    kindProblems(path, parent[key], isRecord(parent[key]), `override a path inside it, such as '${path}.…'`),
  );
  // Without a spec all of its parts are missing, too: one sentence is enough.
  return problems.slice(0, isRecord(application['spec']) ? undefined : 1);
}

function nameProblems(name: string): Problem[] {
  const reason = sparkApplicationNameProblem(name);
  if (reason === undefined) return [];
  return [
    {
      message: `name '${name}' ${reason}`,
      fix: 'write lower-case letters, digits and hyphens, starting with a letter, at most 63',
    },
  ];
}

function lifecycleProblems(spec: JsonObject, run: RunKind): Problem[] {
  const problems: Problem[] = [];
  const seconds = textAt(spec, 'timeToLiveSeconds');
  if (seconds !== undefined && run !== 'template') {
    problems.push({
      message: `timeToLiveSeconds ${seconds} on an application that Flux applies makes a loop: after that time the operator deletes it, Flux creates it again, and the job runs again`,
      fix: 'leave it out, or write run: SparkRun.template({ timeToLive: … }) and let an orchestrator start it',
    });
  }
  const policy = objectAt(spec, 'restartPolicy');
  const type = textAt(policy, 'type');
  if (type === 'Always' && run !== 'streaming') {
    problems.push({
      message: 'restartPolicy Always starts a finished job again for ever, also after success',
      fix: 'write RestartPolicy.onFailure({ retries: 3, submissionRetries: 3 }), or run: SparkRun.streaming() if it is a stream',
    });
  }
  if (type === 'OnFailure' && policy['onFailureRetries'] === undefined && policy['onSubmissionFailureRetries'] === undefined) {
    problems.push({
      message: 'restartPolicy OnFailure without counts never retries',
      fix: 'write RestartPolicy.onFailure({ retries: 3, submissionRetries: 3 })',
    });
  }
  return problems;
}

function versionAndImageProblems(spec: JsonObject): Problem[] {
  const version = textAt(spec, 'sparkVersion') ?? '';
  const problems = versionProblems(version);
  if (problems.length > 0) return problems;
  const images = [spec, objectAt(spec, 'driver'), objectAt(spec, 'executor')].flatMap((part) => textAt(part, 'image') ?? []);
  return images.flatMap((image) => imageProblems(image, version));
}

function roleProblems(role: string, fields: JsonObject): Problem[] {
  const problems: Problem[] = [];
  const cores = fields['cores'];
  if (cores !== undefined && !(Number.isInteger(cores) && (cores as number) >= 1)) problems.push(coresProblem(role, cores));
  const memory = textAt(fields, 'memory');
  if (memory !== undefined) problems.push(...heapProblems(role, memory));
  const overhead = textAt(fields, 'memoryOverhead');
  if (overhead !== undefined && parseJvmMemory(overhead) === undefined)
    problems.push(jvmProblem(`${role}.memoryOverhead`, overhead));
  const request = cpuOf(fields['coreRequest']) ?? cpuOf(cores);
  const limit = cpuOf(fields['coreLimit']);
  if (request !== undefined && limit !== undefined && limit < request) {
    problems.push({
      message: `${role}.coreLimit ${textAt(fields, 'coreLimit')} is below the request of ${textAt(fields, 'coreRequest') ?? cores}: the API server refuses such a pod`,
      fix: `raise ${role}.cpuLimit or lower ${role}.cpu`,
    });
  }
  return problems;
}

function heapProblems(role: string, memory: string): Problem[] {
  const bytes = parseJvmMemory(memory);
  if (bytes === undefined) return [jvmProblem(`${role}.memory`, memory)];
  if (bytes >= MINIMUM_HEAP_MIB * MEBIBYTE) return [];
  return [
    {
      message: `${role}.memory is a heap of ${memory}; Spark does not start below ${MINIMUM_HEAP_MIB}m`,
      fix: 'write SparkMemory.heap(Size.mebibytes(512))',
    },
  ];
}

function jvmProblem(what: string, value: string): Problem {
  return {
    message: `${what} '${value}' is not a JVM memory size: Spark reads 512m and 2g, neither 2Gi nor 0.5g`,
    fix: "write it as '512m' or '2g', or use the prop memory",
  };
}

function cpuOf(value: JsonValue | undefined): number | undefined {
  return typeof value === 'string' || typeof value === 'number' ? parseCpu(String(value)) : undefined;
}

function executorCountProblems(spec: JsonObject): Problem[] {
  const dynamic = objectAt(spec, 'dynamicAllocation');
  if (dynamic['enabled'] !== true || objectAt(spec, 'executor')['instances'] === undefined) return [];
  return [
    {
      message: 'executor.instances and dynamicAllocation are both set',
      fix: 'write either Executors.exactly(…) or Executors.dynamic(…)',
    },
  ];
}

function sparkConfProblems(sparkConf: JsonObject): Problem[] {
  return Object.keys(sparkConf).flatMap((key): Problem[] => {
    const denied = DENIED[key];
    if (denied !== undefined) return [{ message: `sparkConf ${key} is refused by the operator's webhook`, fix: denied }];
    const value = sparkConf[key];
    if (typeof value !== 'string') {
      return [{ message: `sparkConf ${key} is ${value}, but values are texts`, fix: `write '${value}'` }];
    }
    const reason = key.includes('.secretKeyRef.') ? undefined : secretReason(key, value);
    return reason === undefined ? [] : [{ message: `sparkConf ${key} ${reason} in plain text`, fix: 'write secretEnvironment' }];
  });
}

/** What the operator, Spark or the API server would refuse on the way to the pods. */
function predictionProblems(application: JsonObject): Problem[] {
  try {
    podsSummary(sparkApplicationPods(application));
    return [];
  } catch (error) {
    if (error instanceof OperatorRefusal || error instanceof SparkRefusal) return [{ message: error.problem, fix: error.fix }];
    return [{ message: (error as Error).message, fix: 'correct the value that the sentence names' }];
  }
}
