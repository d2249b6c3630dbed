import { Chart, Testing } from 'cdk8s';
import { Construct } from 'constructs';
import { ENVIRONMENT_METADATA } from '../../../src/registry/metadata';
import { SparkServiceAccounts, SparkSource } from '../../../src/spark';
import { application, emitted, refusal } from './sample';

/** Two units of one environment with one namespace, as the platform makes them. */
function units(): [Chart, Chart] {
  const environment = new Construct(Testing.app(), 'dev');
  environment.node.addMetadata(ENVIRONMENT_METADATA, { name: 'dev' });
  const unit = (id: string) => new Chart(environment, id, { namespace: 'jobs', disableResourceNameHashes: true });
  return [unit('one'), unit('two')];
}
const kinds = (unit: Chart) => Testing.synth(unit).map(({ kind }) => kind);

const variable = '${S3_ENDPOINT}';
const withVariable = {
  environment: { S3_ENDPOINT: variable },
  conf: { 'spark.hadoop.fs.s3a.endpoint': variable },
  source: SparkSource.python({ file: 'local:///a.py', arguments: ['--endpoint', variable] }),
};

describe('variables', () => {
  test('stand in environment, conf and arguments of an application in an environment', () => {
    const [unit] = units();
    application(withVariable, undefined, unit);
    const { spec } = Testing.synth(unit).find(({ kind }) => kind === 'SparkApplication');
    expect(spec.arguments).toEqual(['--endpoint', variable]);
    expect(spec.sparkConf).toMatchObject({
      'spark.executorEnv.S3_ENDPOINT': variable,
      'spark.hadoop.fs.s3a.endpoint': variable,
    });
  });

  test('are refused in a plain App, where nobody replaces them', () => {
    expect(refusal(() => emitted(withVariable))).toMatch(
      /3 problems\n.*source\.arguments hold .*\n.*\n.*environment S3_ENDPOINT is .*\n.*\n.*conf spark\.hadoop\.fs\.s3a\.endpoint/,
    );
  });

  test('do not make a secret of a plain value', () => {
    const [unit] = units();
    expect(refusal(() => application({ environment: { S3_SECRET_KEY: '${KEY}' } }, undefined, unit))).toMatch(
      /environment S3_SECRET_KEY looks like a secret/,
    );
    expect(refusal(() => application({ conf: { 'spark.hadoop.fs.s3a.secret.key': '${KEY}' } }, 'b', unit))).toMatch(
      /looks like a secret/,
    );
  });
});

describe('two units with one namespace', () => {
  const apiServer = { cidrs: ['10.0.0.1/32'] };
  const shared = ['ServiceAccount', 'ServiceAccount', 'Role', 'RoleBinding', 'NetworkPolicy', 'NetworkPolicy'];

  test('share what is once per namespace: the first holds it', () => {
    const [one, two] = units();
    application({ apiServer }, 'a', one);
    application({ apiServer }, 'b', two);
    expect(kinds(one)).toEqual(['SparkApplication', ...shared]);
    expect(kinds(two)).toEqual(['SparkApplication']);
  });

  test('have two addresses of the API server refused', () => {
    const [one, two] = units();
    application({ apiServer }, 'a', one);
    expect(refusal(() => application({ apiServer: { cidrs: ['10.9.9.9/32'] } }, 'b', two))).toMatch(/two addresses/);
  });

  test('and two namespaces share nothing', () => {
    const [one, two] = units();
    application({}, 'a', one);
    application({ namespace: 'other' }, 'b', two);
    expect(kinds(two).filter((kind) => kind === 'ServiceAccount')).toHaveLength(2);
  });

  test('take the names of accounts that are there already', () => {
    const [one, two] = units();
    new SparkServiceAccounts(one, 'accounts', { driverName: 'd', executorName: 'e' });
    application({}, 'b', two);
    expect(Testing.synth(two)).toMatchObject([{ spec: { driver: { serviceAccount: 'd' }, executor: { serviceAccount: 'e' } } }]);
  });
});
