import { answer } from '../../../src/spark/prediction';

const VOLUMES: Readonly<Record<string, string>> = {
  'emptyDir.v0.mount.path': '/v0',
  'emptyDir.v1.mount.path': '/v1',
  'emptyDir.v1.options.sizeLimit': '1Gi',
  'emptyDir.v1.options.medium': 'Memory',
  'hostPath.v2.mount.path': '/v2',
  'hostPath.v2.options.path': '/host',
  'nfs.v3.mount.path': '/v3',
  'nfs.v3.options.server': 'nfs.example',
  'nfs.v3.options.path': '/x',
  'persistentVolumeClaim.v4.mount.path': '/v4',
  'persistentVolumeClaim.v4.options.claimName': 'OnDemand',
  'persistentVolumeClaim.v4.options.storageClass': 'gp3',
  'persistentVolumeClaim.v4.options.sizeLimit': '1Gi',
  'persistentVolumeClaim.v4.label.team': 'a',
  'persistentVolumeClaim.v4.label.tier': 'b',
  'persistentVolumeClaim.v5.mount.path': '/v5',
  'persistentVolumeClaim.v5.options.claimName': 'OnDemand',
  'persistentVolumeClaim.v5.options.storageClass': 'gp3',
  'persistentVolumeClaim.v5.options.sizeLimit': '2Gi',
  'persistentVolumeClaim.v5.annotation.note': 'x',
};

// The orders that Spark's own builders gave.
test.each([
  ['3.5.9', 'v3 v0 v2 v5 v1 v4'],
  ['4.2.1', 'v3 v1 v4 v2 v5 v0'],
])('Spark %s puts more than four volumes in the order of their hashes', (sparkVersion, expected) => {
  const volumes = Object.entries(VOLUMES).map(([key, value]) => [`spark.kubernetes.executor.volumes.${key}`, value]);
  const conf = { 'spark.kubernetes.container.image': 'i', ...Object.fromEntries(volumes) };
  const question = { args: ['--class', 'a.B', 'local:///a.jar'], conf, sparkVersion };
  const { executors = [] } = answer(question, () => undefined);
  const { volumes: found } = executors[0].pod.spec as { volumes: { name: string }[] };
  expect(
    found
      .map(({ name }) => name)
      .filter((name) => /^v\d$/.test(name))
      .join(' '),
  ).toBe(expected);
});
