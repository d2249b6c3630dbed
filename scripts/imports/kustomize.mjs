const strings = { type: 'array', items: { type: 'string' } };
const stringMap = { type: 'object', additionalProperties: { type: 'string' } };
const object = (properties, required = []) => ({ type: 'object', additionalProperties: false, properties, required });
const list = (items) => ({ type: 'array', items });
const ref = (name) => ({ $ref: `#/definitions/${name}` });
const string = { type: 'string' };
const boolean = { type: 'boolean' };

/**
 * The file that lists a folder's manifests. Kustomize has no CRD; these are the fields of its current API
 * (api/types/kustomization.go) without the deprecated ones and without those that run plugins or fetch charts.
 */
export const KUSTOMIZATION_FILE = {
  kinds: [
    {
      apiVersion: 'kustomize.config.k8s.io/v1beta1',
      kind: 'Kustomization',
      schema: object(
        {
          apiVersion: { type: 'string', enum: ['kustomize.config.k8s.io/v1beta1'] },
          kind: { type: 'string', enum: ['Kustomization'] },
          metadata: object({ name: string, namespace: string, labels: stringMap, annotations: stringMap }),
          resources: strings,
          components: strings,
          crds: strings,
          configurations: strings,
          namespace: string,
          namePrefix: string,
          nameSuffix: string,
          commonAnnotations: stringMap,
          labels: list(ref('LabelRule')),
          images: list(ref('ImageRule')),
          replicas: list(ref('ReplicaRule')),
          patches: list(ref('PatchRule')),
          configMapGenerator: list(ref('MapGenerator')),
          secretGenerator: list(ref('MapGenerator')),
          generatorOptions: ref('GeneratorOptions'),
          buildMetadata: list({ type: 'string', enum: ['managedByLabel', 'originAnnotations', 'transformerAnnotations'] }),
        },
        ['apiVersion', 'kind'],
      ),
    },
  ],
  definitions: {
    GeneratorOptions: object({ annotations: stringMap, disableNameSuffixHash: boolean, immutable: boolean, labels: stringMap }),
    ImageRule: object({ name: string, newName: string, newTag: string, digest: string, tagSuffix: string }, ['name']),
    LabelRule: object({ pairs: stringMap, includeSelectors: boolean, includeTemplates: boolean }, ['pairs']),
    MapGenerator: object(
      {
        name: string,
        namespace: string,
        behavior: { type: 'string', enum: ['create', 'merge', 'replace'] },
        type: string,
        files: strings,
        literals: strings,
        envs: strings,
        options: ref('GeneratorOptions'),
      },
      ['name'],
    ),
    PatchRule: object({
      path: string,
      patch: string,
      target: ref('Selector'),
      options: { type: 'object', additionalProperties: boolean },
    }),
    ReplicaRule: object({ name: string, count: { type: 'integer', minimum: 0 } }, ['name', 'count']),
    Selector: object({
      group: string,
      version: string,
      kind: string,
      name: string,
      namespace: string,
      labelSelector: string,
      annotationSelector: string,
    }),
  },
};
