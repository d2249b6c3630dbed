import fc from 'fast-check';
import { ofRoles, oneOf, rarely, some, sometimes, together } from './kit.mjs';

const memory = fc.oneof(
  oneOf('512m', '1g', '2g', '4g', '1536m', '2048', '3G', '1073741824b', '1048576k', '900MB', '2gb', '16g', '450m', '1t', '1024K'),
  fc.integer({ min: 450, max: 20_000 }).map((mebibytes) => `${mebibytes}m`),
  fc.integer({ min: 500_000, max: 9_000_000 }).map((kibibytes) => `${kibibytes}k`),
);
const overhead = fc.oneof(memory, oneOf('1m', '384m', '100', '385m', '0'));
const factor = oneOf('0.1', '0.4', '0.05', '0.25', '0.333', '1.0', '1.5', '2', '1e-1', '.3');
const cpu = oneOf('1', '2', '500m', '0.5', '1500m', '1.5', '100m', '0.1', '3', '2000m', '0.1234', '1k');
const cores = oneOf('1', '2', '4', '8', '16');

/** Memory and everything that adds to it. */
export const memories = together(
  ofRoles((role) =>
    some({
      [`spark.${role}.memory`]: sometimes(memory),
      [`spark.${role}.memoryOverhead`]: rarely(overhead),
      [`spark.${role}.memoryOverheadFactor`]: rarely(factor),
      [`spark.${role}.minMemoryOverhead`]: rarely(oneOf('1m', '512m', '1g', '400', '0')),
    }),
  ),
  some({
    'spark.kubernetes.memoryOverheadFactor': rarely(fc.oneof(factor, oneOf('0'))),
    'spark.memory.offHeap.size': rarely(oneOf('512m', '1g', '268435456', '300000k', '1', '1048577')),
    'spark.executor.pyspark.memory': rarely(oneOf('512m', '1g', '700', '0')),
  }),
  rarely(oneOf('512m', '1g', '268435456', '300000k')).map((size) =>
    size === undefined ? {} : { 'spark.memory.offHeap.enabled': 'true', 'spark.memory.offHeap.size': size },
  ),
);

/** Cores, as Spark counts them and as Kubernetes is asked for them. */
export const cpus = together(
  ofRoles((role) =>
    some({
      [`spark.${role}.cores`]: sometimes(cores),
      [`spark.kubernetes.${role}.request.cores`]: rarely(cpu),
      // mostly above what is asked for: since 4.2 Spark refuses less
      [`spark.kubernetes.${role}.limit.cores`]: rarely(
        fc.oneof({ weight: 5, arbitrary: oneOf('16', '16.5', '20000m', '32') }, { weight: 1, arbitrary: cpu }),
      ),
    }),
  ),
  some({ 'spark.task.cpus': rarely(oneOf('1', '2')) }),
);

const device = (role, name) =>
  fc
    .record({
      amount: oneOf('1', '2', '4', '0'),
      vendor: oneOf('nvidia.com', 'amd.com', 'example.org'),
      discoveryScript: rarely(oneOf('/opt/getGpus.sh', '${spark.app.name}.sh')),
    })
    .map(({ amount, vendor, discoveryScript }) => ({
      [`spark.${role}.resource.${name}.amount`]: amount,
      [`spark.${role}.resource.${name}.vendor`]: vendor,
      ...(discoveryScript ? { [`spark.${role}.resource.${name}.discoveryScript`]: discoveryScript } : {}),
    }));

/** GPUs and other devices. */
export const devices = ofRoles((role) =>
  fc
    .tuple(...['gpu', 'fpga'].map((name) => rarely(device(role, name))))
    .map((parts) => Object.assign({}, ...parts.map((part) => part ?? {}))),
);
