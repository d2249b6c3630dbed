import { Testing } from 'cdk8s';
import { API_SERVER_METADATA } from '../../../src/registry/metadata';
import { NetworkDestination, SparkNetworkPolicies } from '../../../src/spark';
import { application, chart, manifests, refusal } from './sample';

const apiServer = { cidrs: ['10.0.0.1/32'], port: 6443 };
const launched = { 'sparkoperator.k8s.io/launched-by-spark-operator': 'true' };
// biome-ignore lint/suspicious/noExplicitAny: manifests are read freely in tests
const policies = (all: any[]) =>
  Object.fromEntries(all.filter(({ kind }) => kind === 'NetworkPolicy').map(({ metadata, spec }) => [metadata.name, spec]));

test('a plain App without an address has no policies', () => expect(policies(manifests())).toEqual({}));

test('drivers reach the API server, and Spark pods each other', () => {
  const found = policies(manifests({ apiServer }));
  expect(found).toEqual({
    'spark-driver-to-api-server': {
      podSelector: { matchLabels: { ...launched, 'spark-role': 'driver' } },
      policyTypes: ['Egress'],
      egress: [{ to: [{ ipBlock: { cidr: '10.0.0.1/32' } }], ports: [{ port: 6443, protocol: 'TCP' }] }],
    },
    'spark-driver-and-executors': {
      podSelector: { matchLabels: launched },
      policyTypes: ['Egress', 'Ingress'],
      egress: [{ to: [{ podSelector: { matchLabels: launched } }] }],
      ingress: [{ from: [{ podSelector: { matchLabels: launched } }] }],
    },
  });
});

test('an ancestor states the address; policies are made once, destinations for each application', () => {
  const scope = chart();
  scope.node.addMetadata(API_SERVER_METADATA, apiServer);
  const destinations = [NetworkDestination.cidr('10.1.0.0/16', 9083), NetworkDestination.namespace('hive', 9083, 9084)];
  application({ destinations }, 'one', scope);
  application({}, 'two', scope);
  const found = policies(Testing.synth(scope));
  expect(Object.keys(found).sort()).toEqual(['one-destinations', 'spark-driver-and-executors', 'spark-driver-to-api-server']);
  expect(found['one-destinations']).toEqual({
    podSelector: { matchLabels: { 'sparkoperator.k8s.io/app-name': 'one' } },
    policyTypes: ['Egress'],
    egress: [
      { to: [{ ipBlock: { cidr: '10.1.0.0/16' } }], ports: [{ port: 9083, protocol: 'TCP' }] },
      {
        to: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'hive' } } }],
        ports: [
          { port: 9083, protocol: 'TCP' },
          { port: 9084, protocol: 'TCP' },
        ],
      },
    ],
  });
});

test.each([
  [() => NetworkDestination.cidr('10.0.0.0', 1), /not an address range/],
  [() => NetworkDestination.cidr('10.0.0.300/8', 1), /not an address range/],
  [() => NetworkDestination.cidr('10.0.0.0/8'), /no port is given/],
  [() => NetworkDestination.namespace('Hive', 70000), /2 problems/],
  [() => new SparkNetworkPolicies(chart(), 'x', { apiServer: { cidrs: [], port: 0 } }), /2 problems[\s\S]*is empty/],
  [() => new SparkNetworkPolicies(chart(), 'x', { apiServer: { cidrs: ['x'] } }), /holds 'x'/],
  [
    () => {
      const scope = chart();
      application({ apiServer }, 'one', scope);
      application({ apiServer: { cidrs: ['10.9.9.9/32'] } }, 'two', scope);
    },
    /two addresses of the API server/,
  ],
])('refuses case %#', (make, text) => expect(refusal(make)).toMatch(text));

test('an IPv6 range is one', () => expect(NetworkDestination.cidr('fd00::/64', 443)).toBeDefined());
