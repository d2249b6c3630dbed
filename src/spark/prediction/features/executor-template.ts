import { add } from '../pod';
import { type DriverContext, FEATURES, type Feature } from './feature';

const KEY = 'spark.kubernetes.executor.podTemplateFile';
const VOLUME = 'pod-template-volume';
const ITEM = 'podspec-configmap-key';
const FOLDER = '/opt/spark/pod-template';
const FILE = 'pod-spec-template.yml';

/** The executors' template, which the driver gets in a ConfigMap. */
export function executorTemplate({ settings, namePrefix, executorTemplate: text }: DriverContext): Feature {
  const has = settings.has(KEY);
  const name = `${namePrefix}-driver-podspec-conf-map`;
  return {
    name: `${FEATURES}.PodTemplateConfigMapStep`,
    configure: (pod) => {
      if (!has) return;
      add(pod, {
        volumes: [{ configMap: { items: [{ key: ITEM, path: FILE }], name }, name: VOLUME }],
        mounts: [{ mountPath: FOLDER, name: VOLUME }],
      });
    },
    properties: () => (has ? [[KEY, `${FOLDER}/${FILE}`]] : []),
    resources: () =>
      has ? [{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, data: { [ITEM]: text ?? '' }, immutable: true }] : [],
  };
}
