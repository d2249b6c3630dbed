import { ChartSource, ChartSourceKind } from '../../../src/flux/helm';

test('addresses of the wrong kind are refused with the right factory', () => {
  expect(() => ChartSource.helmRepository({ url: 'oci://ghcr.io/x/y' })).toThrow('write ChartSource.ociRepository');
  expect(() => ChartSource.ociRepository({ url: 'https://x.example.com' })).toThrow('ChartSource.helmRepository for https');
});

test('all that is wrong with a source is said at once', () => {
  expect(() => ChartSource.helmRepository({ url: 'ftp://x', name: 'No Name' })).toThrow('2 problems');
  expect(() => ChartSource.existing(ChartSourceKind.HELM_REPOSITORY, 'A', 'B')).toThrow('2 problems');
});

test.each<[string, () => unknown]>([
  ['options are "oci://x/y", expected a map', () => ChartSource.ociRepository('oci://x/y' as never)],
  ['options are null, expected a map', () => ChartSource.helmRepository(null as never)],
  ['url is 5, expected https://…', () => ChartSource.helmRepository({ url: 5 } as never)],
  ['name is 5, expected a text', () => ChartSource.ociRepository({ name: 5 } as never)],
  [
    'kind is "HelmRepo", allowed are HelmRepository, OCIRepository',
    () => ChartSource.existing('HelmRepo' as never, 'kubeflow', 'flux-system'),
  ],
  ['namespace is "a.b": may hold', () => ChartSource.existing(ChartSourceKind.HELM_REPOSITORY, 'kubeflow', 'a.b')],
])('%s', (message, make) => {
  expect(make).toThrow(message);
  expect(make).toThrow(': 1 problem\n');
});
