import fc from 'fast-check';
import { entries, ofRoles, oneOf, rarely, some, together } from './kit.mjs';

/** Names of applications as people write them, and as nobody should. */
export const applicationName = fc.oneof(
  { weight: 3, arbitrary: oneOf('etl', 'sample-etl-job', 'My App', 'Spark Pi') },
  {
    weight: 3,
    arbitrary: oneOf(
      '1st job',
      '--dashes--',
      '9',
      '_',
      '  padded  ',
      'UPPER_case.with.dots',
      'tränen-Ärger',
      '数据 作业',
      '🚀 launch',
      'a,b;c=d',
      'it\'s "quoted"',
      'back\\slash',
      'x'.repeat(63),
      'y'.repeat(64),
      `${'long-'.repeat(12)}z`,
      `a${'-'.repeat(70)}b`,
      'trailing-',
      '...',
      '-0',
      'İstanbul',
      'tab\there',
      '${not.a.key}',
      '{{APP_ID}}',
    ),
  },
  { weight: 2, arbitrary: fc.stringMatching(/^[ -~]{1,40}$/).filter((text) => text.trim() !== '' && !text.startsWith('-')) },
  {
    weight: 1,
    arbitrary: fc.stringMatching(/^[a-zA-Z0-9._ -]{40,80}$/).filter((text) => text.trim() !== '' && !text.startsWith('-')),
  },
);

const labelKey = oneOf('team', 'example.com/team', 'A_b.c', 'cost', 'version', 'spark-app', 'x', 'y', 'z.w');
const labelValue = oneOf(
  '',
  'data',
  'Data_Platform.v2',
  '0',
  'true',
  '{{APP_ID}}',
  '{{EXECUTOR_ID}}',
  'a'.repeat(63),
  '{{NO_SUCH}}',
);
const annotationKey = oneOf('note', 'example.com/link', 'prometheus.io/scrape', 'team');
const annotationValue = oneOf(
  'x',
  'two words',
  'a=b',
  'https://ui/{{APP_ID}}/{{EXECUTOR_ID}}',
  '{{APP_ID}}{{APP_ID}}',
  '{"json": [1]}',
  'ünï',
  '',
);

/** Labels and annotations of pods and of the driver's Service. */
export const labels = together(
  ofRoles((role) => entries(`spark.kubernetes.${role}.label.`, labelKey, labelValue, 6)),
  ofRoles((role) => entries(`spark.kubernetes.${role}.annotation.`, annotationKey, annotationValue, 3)),
);

/** The driver's Service. */
export const service = together(
  entries('spark.kubernetes.driver.service.label.', labelKey, labelValue, 3),
  entries('spark.kubernetes.driver.service.annotation.', annotationKey, annotationValue, 3),
  some({
    'spark.kubernetes.driver.service.ipFamilyPolicy': rarely(oneOf('SingleStack', 'PreferDualStack', 'RequireDualStack')),
    'spark.kubernetes.driver.service.ipFamilies': rarely(oneOf('IPv4', 'IPv6', 'IPv4,IPv6', 'IPv6,IPv4')),
    'spark.kubernetes.driver.service.deleteOnTermination': rarely(oneOf('true', 'false')),
    'spark.driver.port': rarely(oneOf('7078', '4000', '31000')),
    'spark.driver.blockManager.port': rarely(oneOf('7079', '4001')),
    'spark.blockManager.port': rarely(oneOf('0', '7081')),
    'spark.ui.port': rarely(oneOf('4040', '0', '8080')),
    'spark.ui.enabled': rarely(oneOf('true', 'false')),
    'spark.connect.grpc.binding.port': rarely(oneOf('15002', '15003')),
    'spark.kubernetes.executor.useDriverPodIP': rarely(oneOf('true', 'false')),
  }),
);

/** Names of the pods themselves. */
export const podNames = some({
  'spark.kubernetes.driver.pod.name': rarely(
    oneOf('driver', 'my-driver', 'Not A Name', 'd'.repeat(260), '${spark.app.name}-pod'),
  ),
  'spark.kubernetes.executor.podNamePrefix': rarely(
    oneOf('exec', 'my.dotted.prefix', '0', 'p'.repeat(60), 'a-'.repeat(30).concat('b'), 'q'.repeat(237)),
  ),
  'spark.kubernetes.namespace': rarely(oneOf('spark-jobs', 'x', 'default')),
  'spark.kubernetes.driver.resourceNamePrefix': rarely(oneOf('fixed', 'r'.repeat(61))),
  'spark.kubernetes.driver.master': rarely(oneOf('https://kubernetes.default.svc', 'k8s://https://10.0.0.1:6443')),
});
