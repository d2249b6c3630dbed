import { envVarNameProblem, labelKeyProblem, labelValueProblem } from '../../naming';
import { answersWhole, listOf, madeBy, mapOf, number, openMap, type Shapes, struct, text, textWith } from './shapes';

const cpu = madeBy('a Cpu', 'write Cpu.millis(500) or Cpu.units(2)', (value) => typeof value['amount'] === 'string');
const size = madeBy('a Size of whole KiB', 'write Size.mebibytes(512) or Size.gibibytes(2)', (value) =>
  answersWhole(value, 'toKibibytes'),
);

/** A duration that Go reads: whole milliseconds. */
export const duration = madeBy('a Duration of whole milliseconds', 'write Duration.seconds(10) or Duration.minutes(2)', (value) =>
  answersWhole(value, 'toMilliseconds'),
);

/** Labels: of objects, of pods, or of the nodes that are looked for. */
export const labels = mapOf(
  textWith(labelValueProblem, 'write letters, digits, -, _ and ., at most 63'),
  "{ team: 'data' }",
  labelKeyProblem,
);

/** Annotations: keys as those of labels, values any text. */
export const annotations = mapOf(text, "{ owner: 'data team' }", labelKeyProblem);

const resources = struct(
  {
    cpu: struct({ request: cpu, limit: cpu }, '{ request: Cpu.millis(500) }'),
    memory: struct({ request: size, limit: size }, '{ request: Size.gibibytes(2), limit: Size.gibibytes(2) }'),
    ephemeralStorage: struct({ request: size, limit: size }, '{ request: Size.gibibytes(2) }'),
  },
  '{ cpu: { request: Cpu.units(1) }, memory: { request: Size.gibibytes(2), limit: Size.gibibytes(2) } }',
);

const toleration = struct(
  { key: text, operator: text, value: text, effect: text, tolerationSeconds: number },
  "{ key: 'dedicated', operator: 'Exists' }",
);

const topologySpread = struct(
  { topologyKey: text, maxSkew: number, whenUnsatisfiable: text },
  "{ topologyKey: 'kubernetes.io/hostname' }",
  ['topologyKey'],
);

const envValue = madeBy(
  'an EnvValue',
  "write EnvValue.fromValue('…') or another of EnvValue's",
  ({ value, valueFrom }) => typeof value === 'string' || (typeof valueFrom === 'object' && valueFrom !== null),
);

/** What the pods of the controller and of the webhook take. */
export const POD_SHAPES: Shapes = {
  replicas: number,
  resources,
  logLevel: text,
  logEncoder: text,
  kubeApiQps: number,
  kubeApiBurst: number,
  minAvailable: number,
  labels,
  annotations,
  nodeSelector: labels,
  affinity: openMap,
  tolerations: listOf(toleration, "[{ key: 'dedicated', operator: 'Exists' }]"),
  priorityClassName: text,
  topologySpread: listOf(topologySpread, "[{ topologyKey: 'kubernetes.io/hostname' }]"),
  env: mapOf(envValue, "{ NAME: EnvValue.fromValue('…') }", envVarNameProblem),
};
