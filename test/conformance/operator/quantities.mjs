import fc from 'fast-check';
import { differences } from './compare.mjs';

const number = fc.oneof(
  fc.integer({ min: 0, max: 2 ** 31 }).map(String),
  fc.integer({ min: 0, max: 5000 }).map((value) => String(value * 1024)),
  fc.tuple(fc.nat(9999), fc.stringMatching(/^\d{1,4}$/)).map((parts) => parts.join('.')),
  fc.constantFrom('.5', '0.0', '1.', '00012', '1000', '1000000'),
);
const suffix = fc.constantFrom('', 'n', 'u', 'm', 'k', 'M', 'G', 'T', 'Ki', 'Mi', 'Gi', 'Ti', 'e3', 'E2', 'e-3', 'e0', 'e9');

/** Random quantities as the API server prints them: the operator prints a volume's size limit in the same way. */
export async function quantities(checks, cluster, { canonicalQuantity }, seed) {
  const texts = fc.sample(
    fc.tuple(number, suffix).map((parts) => parts.join('')),
    { numRuns: 500, seed },
  );
  const volumes = texts.map((sizeLimit, index) => ({ name: `v${index}`, emptyDir: { sizeLimit } }));
  const pod = { metadata: { name: 'quantities' }, spec: { containers: [{ name: 'c', image: 'i' }], volumes } };
  const { spec } = await cluster.api.ok('POST', '/api/v1/namespaces/default/pods?dryRun=All', pod);
  const predicted = Object.fromEntries(texts.map((text) => [text, canonicalQuantity(text)]));
  const real = Object.fromEntries(texts.map((text, index) => [text, spec.volumes[index].emptyDir.sizeLimit]));
  checks.none(`${texts.length} quantities are printed as by Kubernetes, seed ${seed}`, differences(predicted, real));
}
