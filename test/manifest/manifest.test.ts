import { ApiObject, App, Chart, JsonPatch, Testing } from 'cdk8s';
import * as fc from 'fast-check';
import { fromYaml, type JsonObject, Manifest, mergeAt, splitPath, toYaml } from '../../src/manifest';

const configMap = (chart: Chart, data: () => JsonObject): Manifest =>
  new Manifest(chart, 'object', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'settings' } }, () => ({
    data: data(),
  }));

test('the body is rendered at synth: what was added until then is seen', () => {
  const data: JsonObject = {};
  const chart = Testing.chart();
  configMap(chart, () => data);
  data['late'] = 'yes';
  expect(Testing.synth(chart)[0]).toMatchObject({ data: { late: 'yes' } });
});

test('the chart gives namespace and labels, but no namespace to a kind that has none', () => {
  const chart = new Chart(Testing.app(), 'c', { namespace: 'n', labels: { team: 'data' } });
  configMap(chart, () => ({}));
  new Manifest(
    chart,
    'role',
    { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRole', metadata: { name: 'r' } },
    () => ({}),
  );
  const [first, second] = Testing.synth(chart);
  expect(first.metadata).toEqual({ name: 'settings', namespace: 'n', labels: { team: 'data' } });
  expect(second.metadata).toEqual({ name: 'r', labels: { team: 'data' } });
});

test('overrides create parents, keep their siblings, know dots in keys and fields that no type knows', () => {
  const chart = Testing.chart();
  const manifest = configMap(chart, () => ({ a: '1' }));
  manifest.addOverride('spec.unknown.deep', true);
  manifest.addOverride('metadata.annotations.example\\.com/x', 'y');
  manifest.addOverride('data.b', '2');
  manifest.addJsonPatch(JsonPatch.add('/data/c', '3'));
  expect(Testing.synth(chart)[0]).toMatchObject({
    spec: { unknown: { deep: true } },
    metadata: { name: 'settings', annotations: { 'example.com/x': 'y' } },
    data: { a: '1', b: '2', c: '3' },
  });
});

test('an object with its own __proto__ key stays data', () => {
  const merged = mergeAt({}, 'data.__proto__.polluted', 'yes');
  expect(({} as { polluted?: string }).polluted).toBeUndefined();
  expect(JSON.stringify(merged)).toBe('{"data":{"__proto__":{"polluted":"yes"}}}');
});

test('Manifest.isManifest tells ours from other ApiObjects', () => {
  const chart = new Chart(new App(), 'c');
  expect(Manifest.isManifest(configMap(chart, () => ({})))).toBe(true);
  expect(Manifest.isManifest(new ApiObject(chart, 'x', { apiVersion: 'v1', kind: 'Pod' }))).toBe(false);
});

test('YAML reads back as it was written, whatever the strings', () => {
  fc.assert(
    fc.property(
      fc.dictionary(
        fc.string(),
        fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('on', 'no', '0775', '12:30', '1e3', '~', '', '2g')),
      ),
      (data) => {
        const object = JSON.parse(JSON.stringify({ data })) as JsonObject;
        expect(fromYaml(toYaml(object))).toEqual(object);
      },
    ),
  );
});

test('the braces of other template languages are read without a warning', () => {
  const warning = jest.spyOn(process, 'emitWarning').mockImplementation();
  expect(fromYaml('day: {{ ds }}')).toEqual({ day: { '{ ds }': null } });
  expect(warning).not.toHaveBeenCalled();
  warning.mockRestore();
});

test('paths split at their dots', () => {
  expect(splitPath('a.b\\.c/d.e')).toEqual(['a', 'b.c/d', 'e']);
});
