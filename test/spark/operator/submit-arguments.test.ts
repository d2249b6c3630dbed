import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonObject } from '../../../src/manifest';
import { OperatorRefusal, type OperatorSettings, readApplication, submitArguments } from '../../../src/spark/operator';
import { application } from './sample';

interface Observed {
  readonly name: string;
  readonly settings: OperatorSettings;
  readonly application: JsonObject;
  readonly arguments: readonly string[];
  readonly templates: JsonObject;
}

/** What the real operator 2.5.2 gave to spark-submit, with zeros for the ids and the address that its pod has in a cluster. */
const observed: readonly Observed[] = JSON.parse(readFileSync(join(__dirname, 'observed.json'), 'utf8'));

describe.each(observed)(
  'as the real operator calls spark-submit: $name',
  ({ application, settings, arguments: real, templates }) => {
    const submission = submitArguments(readApplication(application), settings);

    test('arguments', () => {
      // The operator follows no order inside of its maps.
      expect([...submission.arguments].sort()).toEqual([...real].sort());
    });

    test('templates', () => {
      expect(submission.templates).toEqual(templates);
    });
  },
);

test('the whole list of arguments stands in the order of the real one', () => {
  const [every] = observed as [Observed];
  expect(submitArguments(readApplication(every.application)).arguments).toEqual(every.arguments);
});

function confOf(spec: object, metadata: object = {}): (key: string) => string[] {
  const { arguments: words } = submitArguments(application(spec, metadata));
  const pairs = words.filter((_, index) => words[index - 1] === '--conf');
  return (key) => pairs.filter((pair) => pair.startsWith(`${key}=`)).map((pair) => pair.slice(key.length + 1));
}

test('a typed field comes after sparkConf, so that it wins', () => {
  const conf = confOf({ sparkConf: { 'spark.driver.memory': '5g' }, driver: { memory: '2g' } });
  expect(conf('spark.driver.memory')).toEqual(['5g', '2g']);
});

test('a role keeps its own label before that of the application', () => {
  const conf = confOf({ driver: { labels: { team: 'mine' } } }, { labels: { team: 'theirs' } });
  expect(conf('spark.kubernetes.driver.label.team')).toEqual(['theirs', 'mine']);
  expect(conf('spark.kubernetes.executor.label.team')).toEqual(['theirs']);
});

test.each([
  [{ driver: { podName: 'mine' }, sparkConf: { 'spark.kubernetes.driver.pod.name': 'x' } }, 'mine'],
  [{ driver: {}, sparkConf: { 'spark.kubernetes.driver.pod.name': 'x' } }, 'x'],
  [{ driver: { podName: '' }, sparkConf: { 'spark.kubernetes.driver.pod.name': '' } }, 'etl-driver'],
])('the driver is called by %j', (spec, name) => {
  expect(confOf(spec)('spark.kubernetes.driver.pod.name')).toEqual([name]);
});

test('an empty image is none, and the one of the role wins', () => {
  const conf = confOf({ image: 'all:1', driver: { image: '' }, executor: { image: 'mine:2' } });
  expect(conf('spark.kubernetes.driver.container.image')).toEqual(['all:1']);
  expect(conf('spark.kubernetes.executor.container.image')).toEqual(['mine:2']);
});

test('the label of pods that need the webhook is missing with a template', () => {
  const conf = confOf({ driver: { template: { spec: {} } } });
  const label = (role: string) => `spark.kubernetes.${role}.label.sparkoperator.k8s.io/mutated-by-spark-operator`;
  expect(conf(label('driver'))).toEqual([]);
  expect(conf(label('executor'))).toEqual(['true']);
});

test('monitoring without prometheus does nothing', () => {
  const plain = submitArguments(application({}));
  const monitored = submitArguments(application({ monitoring: { exposeDriverMetrics: true, exposeExecutorMetrics: true } }));
  expect(monitored.arguments).toEqual(plain.arguments);
});

test('files of the image replace the ConfigMap of monitoring', () => {
  const prometheus = { jmxExporterJar: '/j.jar', configFile: '/p.yaml' };
  const conf = confOf({ monitoring: { exposeExecutorMetrics: true, metricsPropertiesFile: '/m', prometheus } });
  expect(conf('spark.metrics.conf')).toEqual(['/m']);
  expect(conf('spark.executor.extraJavaOptions')).toEqual(['-javaagent:/j.jar=8090:/p.yaml']);
});

const refusal = (spec: object, settings = {}): OperatorRefusal => {
  try {
    submitArguments(application(spec), settings);
  } catch (error) {
    if (error instanceof OperatorRefusal) return error;
  }
  throw new Error('nothing was refused');
};

test.each([
  [{ driver: { volumeMounts: [{ name: 'spark-local-dir-1', mountPath: '/x' }] } }, {}, /spark-local-dir-1, which is not among/],
  [
    {
      volumes: [{ name: 'spark-local-dir-1', configMap: { name: 'x' } }],
      executor: { volumeMounts: [{ name: 'spark-local-dir-1', mountPath: '/x' }] },
    },
    {},
    /is none of emptyDir, hostPath, nfs, persistentVolumeClaim/,
  ],
  [{ batchScheduler: 'kueue' }, { batchScheduling: {} }, /kueue is none that the operator knows/],
  [{ batchScheduler: 'yunikorn', driver: { memory: '2048' } }, { batchScheduling: {} }, /driver\.memory '2048'/],
  [{ batchScheduler: 'yunikorn', executor: { coreRequest: 'x' } }, { batchScheduling: {} }, /executor\.coreRequest 'x'/],
  [{ batchScheduler: 'yunikorn', memoryOverheadFactor: '' }, { batchScheduling: {} }, /memoryOverheadFactor ''/],
])('what the operator cannot submit is refused: %j', (spec, settings, message) => {
  const { at, problem } = refusal(spec, settings);
  expect(at).toBe('submit');
  expect(problem).toMatch(message);
});

test('without executors at the start, YuniKorn gets one group', () => {
  const spec = { batchScheduler: 'yunikorn', dynamicAllocation: { enabled: true } };
  const { arguments: words } = submitArguments(application(spec), { batchScheduling: {} });
  expect(words.find((word) => word.includes('task-groups='))).toMatch(/task-groups=\[\{"name":"spark-driver"[^[]*\}\]$/);
});

test('YuniKorn is told tolerations and affinities without what is empty', () => {
  const matchExpressions = [{ key: 'gpu', operator: 'DoesNotExist', values: [] }];
  const nodeAffinity = { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions }] } };
  const spec = {
    batchScheduler: 'yunikorn',
    driver: { affinity: { nodeAffinity }, tolerations: [{ key: 'spot', operator: 'Exists', value: '', tolerationSeconds: 0 }] },
  };
  const { arguments: words } = submitArguments(application(spec), { batchScheduling: {} });
  const [driver] = JSON.parse(words.find((word) => word.includes('task-groups='))?.split('task-groups=')[1] ?? '');
  expect(driver.tolerations).toEqual([{ key: 'spot', operator: 'Exists', tolerationSeconds: 0 }]);
  expect(JSON.stringify(driver.affinity)).toContain('{"key":"gpu","operator":"DoesNotExist"}');
});

test('a driver that states its Volcano group keeps it', () => {
  const annotations = { 'scheduling.k8s.io/group-name': 'mine' };
  const { arguments: words } = submitArguments(application({ batchScheduler: 'volcano', driver: { annotations } }), {
    batchScheduling: {},
  });
  expect(words.filter((word) => word.includes('group-name'))).toEqual([
    'spark.kubernetes.driver.annotation.scheduling.k8s.io/group-name=mine',
  ]);
});
