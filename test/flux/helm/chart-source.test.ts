import { ChartSource, ChartSourceKind } from '../../../src/flux/helm';

test('addresses of the wrong kind are refused with the right factory', () => {
  expect(() => ChartSource.helmRepository({ url: 'oci://ghcr.io/x/y' })).toThrow('write ChartSource.ociRepository');
  expect(() => ChartSource.ociRepository({ url: 'https://x.example.com' })).toThrow('ChartSource.helmRepository for https');
});

test('all that is wrong with a source is said at once', () => {
  expect(() => ChartSource.helmRepository({ url: 'ftp://x', name: 'No Name' })).toThrow('2 problems');
  expect(() => ChartSource.existing(ChartSourceKind.HELM_REPOSITORY, 'A', 'B')).toThrow('2 problems');
});
