import fc from 'fast-check';
import { entries, ofRoles, oneOf, rarely, some, sometimes } from './kit.mjs';

const mount = {
  path: oneOf('/data', '/mnt/a', '/mnt/b', '/var/lib/x', '/tmp/one', '/tmp/two', '/v/c', '/v/d', '/v/e'),
  subPath: rarely(oneOf('sub', 'a/b', 'x/{{APP_ID}}', '$(POD)')),
  subPathExpr: rarely(oneOf('$(SPARK_EXECUTOR_ID)')),
  readOnly: rarely(oneOf('true', 'false')),
};

const hostPath = some({ path: oneOf('/host', '/host/dir'), type: rarely(oneOf('', 'Directory', 'DirectoryOrCreate')) });
const emptyDir = some({ medium: rarely(oneOf('Memory', '')), sizeLimit: rarely(oneOf('1Gi', '500M', '5G')) });
const nfs = some({ server: oneOf('nfs.example', '10.0.0.1'), path: oneOf('/', '/export') });
const claim = fc.oneof(
  some({
    claimName: oneOf('OnDemand', 'onDemand', 'ONDEMAND'),
    storageClass: sometimes(oneOf('gp3', 'standard')),
    sizeLimit: oneOf('10Gi', '500M'),
  }),
  some({ claimName: oneOf('claim-SPARK_EXECUTOR_ID', 'SPARK_EXECUTOR_ID', 'pre-SPARK_EXECUTOR_ID-post') }),
  some({ claimName: oneOf('OnDemand'), sizeLimit: oneOf('1Ti'), storageClass: oneOf('fast') }),
);

const named = (type, options, names) => fc.record({ type: fc.constant(type), name: oneOf(...names), options });
const NAMES = ['data', 'checkpoint', 'v1', 'spark-local-dir-1', 'spark-local-dir-x', 'ivy', 'work', 'logs', 'cache', 'v2'];

const volume = (role) =>
  fc
    .record({
      volume: fc.oneof(
        named('hostPath', hostPath, NAMES),
        named('emptyDir', emptyDir, NAMES),
        named('nfs', nfs, NAMES),
        named('persistentVolumeClaim', claim, NAMES),
      ),
      mount: some(mount),
      labels: rarely(entries('label.', oneOf('team', 'tier'), oneOf('a', 'b'), 2)),
      annotations: rarely(entries('annotation.', oneOf('note', 'x.y/z'), oneOf('1', 'two words'), 2)),
    })
    .map(({ volume: { type, name, options }, mount: mounted, labels, annotations }) => {
      const prefix = `spark.kubernetes.${role}.volumes.${type}.${name}.`;
      const subPath = mounted.subPath === undefined ? mounted : { ...mounted, subPathExpr: undefined };
      const keys = [
        ...Object.entries(subPath).map(([key, value]) => [`mount.${key}`, value]),
        ...Object.entries(options).map(([key, value]) => [`options.${key}`, value]),
        ...Object.entries({ ...labels, ...annotations }),
      ];
      return {
        name,
        path: mounted.path,
        conf: Object.fromEntries(keys.filter(([, value]) => value !== undefined).map(([key, value]) => [prefix + key, value])),
      };
    });

/** Volumes of every type that Spark has a key for; nearly always with different names and paths, as Spark wants them. */
export const volumes = ofRoles((role) =>
  fc
    .uniqueArray(volume(role), {
      maxLength: 8,
      size: 'max',
      selector: ({ name, path }) => `${name} ${path}`,
      comparator: (one, other) => {
        const [name, path] = one.split(' ');
        const [otherName, otherPath] = other.split(' ');
        return name === otherName || path === otherPath;
      },
    })
    .map((found) => Object.assign({}, ...found.map(({ conf }) => conf))),
);

/** Scratch folders. */
export const scratch = some({
  'spark.local.dir': sometimes(
    oneOf('/tmp/a', '/tmp/a,/tmp/b', '/tmp/a,/tmp/b,/mnt/c', '/tmp/x y', 'relative', '/tmp/a, /tmp/b'),
  ),
  'spark.kubernetes.local.dirs.tmpfs': sometimes(oneOf('true', 'false')),
  'spark.kubernetes.legacy.useReadWriteOnceAccessMode': rarely(oneOf('true', 'false')),
  'spark.kubernetes.driver.ownPersistentVolumeClaim': rarely(oneOf('true', 'false')),
  'spark.kubernetes.driver.reusePersistentVolumeClaim': rarely(oneOf('true', 'false')),
});
