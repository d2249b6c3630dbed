import fc from 'fast-check';
import { stringify } from 'yaml';
import { propertiesText } from '../whole/java-properties.mjs';
import { excludedFeatures, hadoop, identity, lifecycle, placement, volcano } from './cluster.mjs';
import { cpus, devices, memories } from './compute.mjs';
import { environment, runtimes } from './environment.mjs';
import { images } from './images.mjs';
import { oneOf, rarely, sometimes } from './kit.mjs';
import { applicationName, labels, podNames, service } from './names.mjs';
import { dependencies, localProgram, program, submitOptions, switches, uploads } from './programs.mjs';
import { template } from './template-pods.mjs';
import { templateText } from './template-texts.mjs';
import { propertiesLines, startup, texts } from './texts.mjs';
import { scratch, volumes } from './volumes.mjs';
import { wrong } from './wrong.mjs';

/** Groups of keys; a case has each about every other time, so that their combinations occur too. */
const groups = {
  labels: sometimes(labels),
  service: rarely(service),
  podNames: sometimes(podNames),
  memories: sometimes(memories),
  cpus: sometimes(cpus),
  devices: rarely(devices),
  environment: sometimes(environment),
  runtimes: sometimes(runtimes),
  volumes: sometimes(volumes),
  scratch: sometimes(scratch),
  placement: sometimes(placement),
  identity: sometimes(identity),
  hadoop: rarely(hadoop),
  lifecycle: sometimes(lifecycle),
  texts: rarely(texts),
  startup: rarely(startup),
  volcano: rarely(rarely(volcano)),
  uploads: rarely(rarely(uploads)),
  excludedFeatures: rarely(rarely(excludedFeatures)),
};

/** Files that a question may name. */
const FILES = {
  'ca.crt': 'certificate\n',
  'client.key': 'key ü\n',
  'client.crt': 'client certificate',
  'local.jar': 'a jar',
  'job.py': 'print(1)',
  'group.yaml':
    'apiVersion: scheduling.volcano.sh/v1beta1\nkind: PodGroup\nmetadata: {labels: {a: b}}\nspec: {minMember: 1, queue: q, minResources: {cpu: "1"}}\n',
  'krb5.conf': '[libdefaults]\n  default_realm = EXAMPLE.COM\n',
  'broken.yaml': 'metadata: {labels: [\n',
  'list.yaml': '- 1\n- 2\n',
  'empty.yaml': '',
  'deployment.yaml': 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: x\nspec:\n  replicas: 1\n',
};

/** The ways in which spark-submit takes an option with its value. */
const asOption = (pair) => [['--conf', pair], ['-c', pair], [`--conf=${pair}`]][pair.length % 7 < 5 ? 0 : (pair.length % 7) - 4];

/** A template: mostly generated, sometimes a text of another kind. */
const anyTemplate = (role) =>
  fc.oneof({ withCrossShrink: true }, { weight: 9, arbitrary: template(role) }, { weight: 1, arbitrary: templateText });

/** Where a key is written: in the question's conf, as --conf, or in a properties file. */
function places(conf, how) {
  const place = (key) => (how === 'mixed' ? ['conf', 'arguments', 'file'][key.length % 3] : how);
  const of = (wanted) => Object.fromEntries(Object.entries(conf).filter(([key]) => place(key) === wanted));
  return { conf: of('conf'), arguments: of('arguments'), file: of('file') };
}

/** Values that are nearly right, or that only look so, for whatever key they come to. */
const ODD = [
  '',
  ' ',
  'TRUE',
  'True ',
  ' 1 ',
  '+1',
  '0x10',
  '1e1',
  '-0',
  '-1',
  '1.0',
  '0.25f',
  '１',
  '٣0',
  'NaN',
  '1_000',
  'null',
  '2147483648',
  '4294967297',
  '9223372036854775808',
  '1,5',
  '2 g',
  ' 2g ',
  '2GB',
  '1kb',
  '5 m',
  '90',
  '500ms',
  'a b',
  '/',
  'a/b:c',
  ',',
  'x,,y',
  '${',
  '}',
  '{{',
  '[1]',
  '٣',
  '0x1p-1',
  '9223372036854775807b',
  '${spark.executor.memory}',
  '${spark.kubernetes.namespace}',
];

/** A case with one value replaced. */
function bent(conf, { key, value }) {
  const keys = Object.keys(conf);
  return keys.length === 0 ? conf : { ...conf, [keys[key % keys.length]]: value };
}

const asText = (template, form) =>
  typeof template === 'string' ? template : form === 'json' ? JSON.stringify(template) : stringify(template);

/** Every key of a case, and the templates that the keys name. */
function configuration({ base, groups, dependencies, templates, containerNames, mistake, form, name, nameBy, bend, scheme }) {
  const conf = Object.assign({}, base, ...Object.values(groups).map((group) => group ?? {}), dependencies?.conf);
  const files = {};
  for (const role of ['driver', 'executor'].filter((one) => templates[one] !== undefined)) {
    files[`${role}.yaml`] = asText(templates[role], form);
    conf[`spark.kubernetes.${role}.podTemplateFile`] = `${scheme}@FILES@/${role}.yaml`;
    if (containerNames !== undefined) {
      conf[`spark.kubernetes.${role}.podTemplateContainerName`] =
        containerNames === 'own' ? `spark-kubernetes-${role}` : containerNames;
    }
  }
  if (nameBy === 'conf') {
    conf['spark.app.name'] = name;
  }
  Object.assign(conf, mistake?.conf);
  if (mistake?.without) {
    delete conf[mistake.without];
  }
  return { conf: bend === undefined ? conf : bent(conf, bend), files };
}

/** What stands behind the options: the program and its arguments. */
function programOf({ program, groups, localProgram, mistake }) {
  const runs = groups.uploads !== undefined && localProgram !== undefined ? localProgram : program;
  return { options: mistake?.withoutClass ? [] : runs.options, program: mistake?.program ?? runs.program };
}

function question(given) {
  const { conf: all, files } = configuration(given);
  const { conf, arguments: options, file } = places(all, given.how);
  const { mistake, dependencies, lines, executors } = given;
  const program = programOf(given);
  const args = [
    ...(given.nameBy === 'option' ? ['--name', given.name] : []),
    ...program.options,
    ...(dependencies?.options ?? []),
    ...(given.options ?? []),
    ...given.switches,
    ...Object.entries(options).flatMap(([key, value]) => asOption(`${key}=${value}`)),
    ...(given.doubled ? ['--conf', 'spark.executor.memory=3g', '--conf', 'spark.executor.memory=4g'] : []),
  ];
  if (Object.keys(file).length > 0 || lines) {
    files['spark.properties'] = `${lines ?? ''}${propertiesText(file)}`;
    args.push('--properties-file', '@FILES@/spark.properties');
  }
  args.push(...(mistake?.options ?? []), ...program.program);
  const text = JSON.stringify([conf, args, files['spark.properties'] ?? '']);
  const named = Object.entries({ ...FILES, ...files }).filter(([name]) => text.includes(`@FILES@/${name}`));
  return {
    args,
    conf,
    ...(executors === 1 ? {} : { executors }),
    ...(given.driverUid ? { driverUid: '11111111-1111-1111-1111-111111111111' } : {}),
    files: Object.fromEntries(named),
  };
}

/** A question for Spark's pod builders: mostly one that they answer, about one in seven that they refuse. */
export const anyQuestion = fc
  .record({
    mistake: fc.oneof(
      { withCrossShrink: true },
      { weight: 12, arbitrary: fc.constant(undefined) },
      { weight: 1, arbitrary: wrong },
    ),
    groups: fc.record(groups),
    templates: fc.record({ driver: sometimes(anyTemplate('driver')), executor: sometimes(anyTemplate('executor')) }),
    lines: rarely(propertiesLines),
    bend: rarely(rarely(fc.record({ key: fc.nat(200), value: oneOf(...ODD) }))),
    scheme: oneOf('', '', '', 'file://', 'file:'),
    containerNames: rarely(fc.boolean()).chain((rare) =>
      rare === undefined ? oneOf('own', undefined) : oneOf('sidecar', 'main', 'missing', ''),
    ),
    dependencies: rarely(dependencies),
    options: rarely(submitOptions),
    switches: rarely(switches).map((options) => options ?? []),
    doubled: rarely(fc.constant(true)),
    executors: rarely(oneOf(2, 3)).map((count) => count ?? 1),
    driverUid: fc.boolean(),
    how: oneOf('conf', 'arguments', 'file', 'mixed'),
    form: oneOf('json', 'yaml'),
    nameBy: oneOf('conf', 'option', 'conf', 'option', 'conf', 'option', 'nobody'),
    name: fc.oneof({ withCrossShrink: true }, fc.constant('etl'), applicationName),
    base: images,
    program,
    localProgram: sometimes(localProgram),
  })
  .map(question);
