import fc from 'fast-check';
import { manifest, maybe, size } from './kit.mjs';

const LOCAL = ['spark-local-dir-1', 'spark-local-dir-x', 'spark-local-dir-2'];
const OTHER = ['data', 'settings', 'cache'];

const emptyDir = manifest({ sizeLimit: maybe(size), medium: maybe(fc.constantFrom('', 'Memory')) }).map((emptyDir) => ({
  emptyDir,
}));
const hostPath = manifest({ path: fc.constantFrom('/mnt/disk', '/data'), type: maybe(fc.constantFrom('', 'Directory')) }).map(
  (hostPath) => ({ hostPath }),
);
const nfs = manifest({ server: fc.constant('nfs.example.com'), path: fc.constant('/export'), readOnly: maybe(fc.boolean()) }).map(
  (nfs) => ({ nfs }),
);
const claim = manifest({ claimName: fc.constantFrom('scratch', 'OnDemand'), readOnly: maybe(fc.boolean()) }).map(
  (persistentVolumeClaim) => ({ persistentVolumeClaim }),
);
const other = fc.constantFrom(
  { configMap: { name: 'settings', defaultMode: 420, items: [{ key: 'a', path: 'b' }] } },
  { secret: { secretName: 'credentials', optional: true } },
  { projected: { sources: [{ downwardAPI: { items: [{ path: 'name', fieldRef: { fieldPath: 'metadata.name' } }] } }] } },
  { csi: { driver: 'secrets-store.csi.k8s.io', readOnly: true } },
);

const volumeOf = (names, source) =>
  fc.uniqueArray(fc.record({ name: fc.constantFrom(...names), source }), { selector: ({ name }) => name, maxLength: 3 });

/** Volumes of an application, those for Spark's local directories and others. */
export const volumes = fc
  .record({
    local: volumeOf(LOCAL, fc.oneof(emptyDir, hostPath, nfs, claim)),
    others: volumeOf(OTHER, fc.oneof(emptyDir, hostPath, claim, other)),
    wrong: maybe(fc.constant({ name: 'spark-local-dir-1', source: { configMap: { name: 'settings' } } }), 60),
  })
  .map(({ local, others, wrong }) => [...others, ...(wrong ? [wrong] : local)].map(({ name, source }) => ({ name, ...source })));

const mount = (name) =>
  manifest({
    name: fc.constant(name),
    mountPath: fc.constantFrom(`/mnt/${name}`, `/var/${name}/x`),
    subPath: maybe(fc.constantFrom('', 'a/b'), 3),
    readOnly: maybe(fc.boolean()),
  });

/** Mounts of those volumes, sometimes the same one twice, seldom one that does not exist. */
export const mountsOf = (names) =>
  fc
    .array(
      fc.oneof(...(names.length === 0 ? [] : [{ weight: 60, arbitrary: fc.constantFrom(...names).chain(mount) }]), {
        weight: 1,
        arbitrary: fc.constantFrom('missing', 'spark-local-dir-missing').chain(mount),
      }),
      { maxLength: names.length === 0 ? 0 : 4 },
    )
    .map((mounts) => mounts.filter(({ mountPath }, index) => mounts.findIndex((each) => each.mountPath === mountPath) === index));
