import { type JsonObject, podResources } from '../../src/manifest';

const MI = 1024 * 1024;
const container = (cpu: string, memory: string, more: JsonObject = {}): JsonObject => ({
  name: 'c',
  image: 'example.com/c:1',
  resources: { requests: { cpu, memory }, limits: { memory } },
  ...more,
});

test('a pod asks for its containers and sidecars, or for its largest init container', () => {
  // 500m + 100m sidecar = 600m < init 800m + the sidecar that started before it = 900m; memory 256 + 64 = 320Mi > 128 + 64.
  const spec = {
    containers: [container('500m', '256Mi')],
    initContainers: [container('100m', '64Mi', { restartPolicy: 'Always' }), container('800m', '128Mi')],
  };
  expect(podResources(spec)).toMatchObject({ cpuMillis: 900, memoryBytes: 320 * MI, memoryLimitBytes: 320 * MI });
});

test('a limit without a request is the request', () => {
  expect(
    podResources({ containers: [{ name: 'c', image: 'x:1', resources: { limits: { cpu: '1', memory: '1Gi' } } }] }),
  ).toMatchObject({
    cpuMillis: 1000,
    memoryBytes: 1024 * MI,
  });
});

test('a CPU limit holds only where every container has one', () => {
  const limited = { name: 'a', image: 'x:1', resources: { limits: { cpu: '1500m' } } };
  expect(podResources({ containers: [limited, { ...limited, name: 'b' }] }).cpuLimitMillis).toBe(3000);
  expect(podResources({ containers: [limited, container('1', '1Gi')] }).cpuLimitMillis).toBeUndefined();
});

test('an amount that is no quantity is refused', () => {
  expect(() => podResources({ containers: [container('half', '1Gi')] })).toThrow(
    "container c: cpu 'half' is no Kubernetes quantity",
  );
});
