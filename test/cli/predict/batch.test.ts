import fc from 'fast-check';
import { run } from '../../../src/cli/main';
import { linesOf, predict } from './call';

const IMAGE = { 'spark.kubernetes.container.image': 'r.example.com/spark:1' };

/** A question as a line of JSON. */
const line = (question: object): string => `${JSON.stringify(question)}\n`;

const asked = (extra: object): object => ({
  args: ['--class', 'org.example.Job', 'local:///opt/job.jar'],
  conf: { 'spark.app.name': 'job', ...IMAGE },
  sparkVersion: '3.5.9',
  ...extra,
});

async function answersTo(stdin: readonly string[], args: readonly string[] = []) {
  const { code, stdout, stderr } = await predict(['--batch', ...args], { stdin });
  return { code, stderr, answers: linesOf(stdout).map((text) => JSON.parse(text)) };
}

test('an answer has the pods and all that is created beside them', async () => {
  const { code, stderr, answers } = await answersTo([line(asked({ id: 7, executors: 2, driverUid: 'abc' }))]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const [answer] = answers;
  expect(Object.keys(answer)).toEqual(['id', 'driver', 'driverPreResources', 'driverResources', 'driverProperties', 'executors']);
  expect(answer.id).toBe(7);
  expect(answer.driver.kind).toBe('Pod');
  expect(answer.driverResources.map(({ kind }: { kind: string }) => kind).sort()).toEqual(['ConfigMap', 'Service']);
  expect(answer.driverProperties['spark.app.name']).toBe('job');
  expect(answer.executors.map(({ pod }: { pod: { metadata: { name: string } } }) => pod.metadata.name)).toEqual([
    'job-0000000000000000-exec-1',
    'job-0000000000000000-exec-2',
  ]);
  expect(answer.executors[0].pod.metadata.ownerReferences[0].uid).toBe('abc');
});

test('lines that are no questions are answered too, and the next one comes', async () => {
  const { code, answers } = await answersTo([
    '{"id": 1, oops}\n',
    '[]\n',
    '"text"\n',
    '\n',
    line({ id: 'a', args: 'x', conf: { k: {} }, executors: -1, driverUid: 1, user: [], submitterVersion: '9.9.9' }),
    line(asked({ id: null })),
    line(asked({ id: { any: ['thing'] }, sparkVersion: '3.5' })),
  ]);
  expect(code).toBe(1);
  expect(answers.map(({ errorAt }) => errorAt)).toEqual(['question', 'question', 'question', 'question', undefined, 'question']);
  expect(answers[0].error).toContain('the line is no JSON');
  expect(answers[3]).toMatchObject({ id: 'a' });
  expect(answers[3].error.split('; ')).toEqual([
    'args is not a list of texts',
    'in conf, k is no text',
    'executors is -1, not a whole number from 0 to 1000',
    'driverUid is not a text',
    'user is not a text',
    'sparkVersion is missing',
    "submitterVersion is '9.9.9': known are the releases of 3.5, 4.0, 4.1, 4.2",
  ]);
  expect(answers[4].id).toBeNull();
  expect(answers[5].id).toEqual({ any: ['thing'] });
});

test('numbers, true, false and null are taken as they are written', async () => {
  const conf = { 'spark.kubernetes.container.image': 'i', 'spark.a': 1, 'spark.b': true, 'spark.c': null };
  const { code, answers } = await answersTo([line({ sparkVersion: '4.1.4', conf, args: ['local:///a.py', 5] })]);
  expect(code).toBe(0);
  expect(answers[0].driverProperties).toMatchObject({ 'spark.a': '1', 'spark.b': 'true', 'spark.c': 'null' });
  expect(answers[0].driver.spec.containers[0].args.at(-1)).toBe('5');
});

test('what Spark refuses is an answer', async () => {
  const { code, answers } = await answersTo([line({ ...asked({ id: 1 }), conf: {} }), line(asked({ id: 2 }))]);
  expect(code).toBe(0);
  expect(answers[0]).toEqual({ id: 1, error: expect.stringContaining('image'), errorAt: 'driver' });
  expect(answers[1].driver).toBeDefined();
});

test('questions may leave versions and the user to the options', async () => {
  const { sparkVersion: _, ...question } = asked({}) as { sparkVersion: string };
  const versions = ['--spark-version', '3.5.9', '--submitter-version', '4.0.4'];
  const userOf = ({ driver }: { driver: { spec: { containers: [{ env: { name: string; value: string }[] }] } } }) =>
    driver.spec.containers[0].env.find(({ name }) => name === 'SPARK_USER')?.value;
  const { answers } = await answersTo([line(question), line({ ...question, user: 'bob', submitterVersion: '3.5.9' })], versions);
  expect(answers.map(({ driver }) => driver.metadata.labels['spark-version'])).toEqual(['4.0.4', '3.5.9']);
  expect(answers.map(({ executors: [{ pod }] }) => pod.metadata.labels['spark-version'])).toEqual(['3.5.9', '3.5.9']);
  expect(answers.map(userOf)).toEqual(['ann', 'bob']);
  const [{ driver }] = (await answersTo([line(question)], [...versions, '--user', 'eve'])).answers;
  expect(userOf({ driver })).toBe('eve');
});

test('a byte order mark, CRLF and a missing last line end are no mistakes', async () => {
  const { code, answers } = await answersTo([`\uFEFF${JSON.stringify(asked({ id: 1 }))}\r\n`, JSON.stringify(asked({ id: 2 }))]);
  expect(code).toBe(0);
  expect(answers.map(({ id }) => id)).toEqual([1, 2]);
});

test('templates are read from the paths in the configuration', async () => {
  const key = 'spark.kubernetes.driver.podTemplateFile';
  const question = asked({ id: 1, conf: { ...IMAGE, [key]: 'driver.yaml' } });
  const files = { 'driver.yaml': 'apiVersion: v1\nkind: Pod\nmetadata:\n  labels:\n    team: data\nspec: {}\n' };
  const { stdout } = await predict(['--batch'], { stdin: [line(question)], files });
  expect(JSON.parse(stdout).driver.metadata.labels.team).toBe('data');
  const missing = await predict(['--batch'], { stdin: [line(question)] });
  expect(JSON.parse(missing.stdout)).toMatchObject({ id: 1, error: expect.stringContaining('driver.yaml') });
});

test('no question is read while answers wait to be taken', async () => {
  const seen: string[] = [];
  async function* stdin(): AsyncIterable<string> {
    for (const id of [1, 2]) {
      seen.push(`asked ${id}`);
      yield line(asked({ id }));
    }
  }
  await run(['predict', '--batch'], {
    stdout: (text) => {
      seen.push(`answered ${JSON.parse(text).id}`);
    },
    stderr: () => {},
    readFile: () => '',
    stdin: stdin(),
    drained: async () => {
      await new Promise((resolve) => setTimeout(resolve, 10));
      seen.push('taken');
    },
  });
  expect(seen).toEqual(['asked 1', 'answered 1', 'taken', 'asked 2', 'answered 2', 'taken']);
});

test('every line is answered, whatever it is', async () => {
  const field = fc.constantFrom('args', 'conf', 'executors', 'driverUid', 'sparkVersion', 'submitterVersion', 'user', 'id');
  const likely = fc.oneof(
    fc.jsonValue(),
    fc.constantFrom('3.5.9', '4.0.5', ['--class', 'A', 'local:///a.jar'], ['a.py'], IMAGE, 2),
    fc.dictionary(fc.constantFrom('spark.app.name', 'spark.kubernetes.container.image', 'spark.driver.memory'), fc.string()),
    fc.array(fc.oneof(fc.string(), fc.constantFrom('--conf', '--name', '--properties-file', '--jars', 'spark.jars=x'))),
  );
  const question = fc.dictionary(field, likely).map((fields) => JSON.stringify({ ...asked({}), ...fields }));
  const text = fc.string().map((content) => `x${content.replaceAll(/[\n\r]/g, '')}`);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(question, text), { maxLength: 20 }), async (lines) => {
      const { code, stdout, stderr } = await predict(['--batch'], { stdin: lines.map((content) => `${content}\n`), files: {} });
      const answers = linesOf(stdout).map((content) => JSON.parse(content));
      expect(answers).toHaveLength(lines.length);
      for (const answer of answers) expect('error' in answer).toBe(!('driver' in answer));
      // A mistake of the program itself would be told by this sentence.
      expect(answers.filter(({ error }) => error?.startsWith('no answer'))).toEqual([]);
      expect(stderr).toBe('');
      expect(code).toBe(answers.some(({ errorAt }) => errorAt === 'question') ? 1 : 0);
    }),
    { numRuns: 100 },
  );
});
