import type { JsonObject } from '../../src/manifest';
import { settleVariables, usesVariables } from '../../src/platform/variables';

const variables = new Map<string, string | undefined>([['REGION', undefined]]);
const object = (kind: string, data: JsonObject): JsonObject => ({
  apiVersion: 'v1',
  kind,
  metadata: { name: 'x', namespace: 'n' },
  data,
});

test('registered variables stay', () => {
  const service = object('Service', { a: '${REGION}', b: '${REGION:=eu}' });
  expect(settleVariables(service, variables)).toEqual({ object: service, problems: [] });
  expect(usesVariables(service, variables)).toBe(true);
});

test('a ConfigMap with text of its own is exempt from substitution', () => {
  const { object: settled, problems } = settleVariables(
    object('ConfigMap', { 'log4j2.properties': 'x=${sys:user.home}' }),
    variables,
  );
  expect(problems).toEqual([]);
  expect(settled['metadata']).toMatchObject({ annotations: { 'kustomize.toolkit.fluxcd.io/substitute': 'disabled' } });
});

test('a ConfigMap that needs both is refused: it is substituted as a whole or not at all', () => {
  const { problems } = settleVariables(object('ConfigMap', { script: 'echo ${HOME} ${REGION}' }), variables);
  expect(problems.map(({ message }) => message)).toEqual([expect.stringContaining('${HOME}')]);
});

test('the S3 keys of a common form, ${S3_ACCESS_KEY} in sparkConf, end in an error that names both fixes', () => {
  const { problems } = settleVariables(
    object('SparkApplication', { 'spark.hadoop.fs.s3a.access.key': '${S3_ACCESS_KEY}' }),
    variables,
  );
  expect(problems).toEqual([
    {
      message:
        'SparkApplication n/x holds ${S3_ACCESS_KEY}, which nobody expands: neither Kubernetes nor the operator does, and Flux refuses a variable without a value',
      fix: "write environment.variable('S3_ACCESS_KEY') for a value that Flux puts in, and a Secret reference (secretEnvironment) for a credential",
    },
  ]);
});
