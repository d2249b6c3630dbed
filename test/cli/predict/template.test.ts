import { predict } from './call';

const POD = `apiVersion: v1
kind: Pod
metadata: {labels: {team: data}}
spec:
  serviceAccountName: batch
  containers:
  - name: main
    resources: {limits: {cpu: "3"}}
  - name: sidecar
    image: r.example.com/proxy:1
    resources: {requests: {cpu: 100m, memory: 64Mi}}
`;
const ARGS = ['--spark-version', '3.5.9', '--conf', 'spark.kubernetes.container.image=r.example.com/spark:3.5.9'];

test('a template of an option counts as one of the configuration', async () => {
  const { code, stdout, stderr } = await predict([...ARGS, '--driver-template', 'pod.yaml'], { files: { 'pod.yaml': POD } });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/cpu +1, limit 3 +1, limit none\n/);
  expect(stdout).toMatch(/service account +batch +default\n/);
  expect(stdout).toMatch(/beside Spark +sidecar 100m, 64Mi +none\n/);
});

test('what the template decides is said', async () => {
  const { stdout } = await predict([...ARGS, '--driver-template', 'pod.yaml', '--explain'], { files: { 'pod.yaml': POD } });
  expect(stdout).toContain('  cpu limit        3 = the pod template\n');
  expect(stdout).toContain('  service account  batch = the pod template\n');
});

test('other resources of the template', async () => {
  const file = POD.replace('{cpu: "3"}', '{cpu: "3", ephemeral-storage: 20Gi}');
  const args = [...ARGS, '--driver-template', 'pod.yaml'];
  const { stdout } = await predict(args, { files: { 'pod.yaml': file } });
  expect(stdout).toMatch(/also needs +ephemeral-storage 20Gi +none\n/);
  expect((await predict([...args, '--explain'], { files: { 'pod.yaml': file } })).stdout).toContain(
    `  ephemeral-storage  20Gi = the pod template
  whole pod        cpu 1100m, memory 1472Mi = with sidecar 100m, 64Mi of the pod template
`,
  );
});

test('the file of the option stands for the one that lies where spark-submit runs', async () => {
  const key = 'spark.kubernetes.executor.podTemplateFile';
  const args = [...ARGS, '--conf', `${key}=/opt/templates/executor.yaml`];
  const missing = await predict(args);
  expect({ code: missing.code, stdout: missing.stdout }).toEqual({ code: 1, stdout: '' });
  expect(missing.stderr).toContain('/opt/templates/executor.yaml');
  expect(missing.stderr).toContain('--executor-template');
  const { code, stdout } = await predict([...args, '--executor-template', 'pod.yaml', '--json'], { files: { 'pod.yaml': POD } });
  expect(code).toBe(0);
  expect(JSON.parse(stdout).executors[0].pod.metadata.labels.team).toBe('data');
  const address = [...ARGS, '--conf', `${key}=file:///opt/templates/executor.yaml`, '--executor-template', 'pod.yaml', '--json'];
  const byAddress = await predict(address, { files: { 'pod.yaml': POD } });
  expect(JSON.parse(byAddress.stdout).executors[0].pod.metadata.labels.team).toBe('data');
});

test('two files that are no templates', async () => {
  const args = [...ARGS, '--driver-template', 'a', '--executor-template', 'b', '--json'];
  const { code, stdout } = await predict(args, { files: { a: '- 1\n', b: '' } });
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toEqual({
    error: expect.stringMatching(/^a: holds no object\n.*\nb: is empty\n/),
    errorAt: 'submit',
  });
});

test.each<[string, string, string]>([
  ['bad YAML', 'a: [1,\nb: 2\n', 'is no YAML that can be read'],
  ['no kind', 'spec: {}\n', 'holds no kind, but a pod template is a Pod'],
  ['a ConfigMap', 'apiVersion: v1\nkind: ConfigMap\n', 'give the file that the ConfigMap holds'],
  ['two Pods', `${POD}---\n${POD}`, 'holds 2 documents, but a pod template is one Pod'],
  ['nothing', '', 'is empty'],
  ['a list', '- a\n', 'holds no object'],
])('%s is no template', async (_what, text, message) => {
  const args = [...ARGS, '--driver-template', 't.yaml'];
  const { code, stdout, stderr } = await predict(args, { files: { 't.yaml': text } });
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toContain('t.yaml');
  expect(stderr).toContain(message);
  const json = await predict([...args, '--json'], { files: { 't.yaml': text } });
  expect(JSON.parse(json.stdout)).toEqual({ error: expect.stringContaining(message), errorAt: 'submit' });
});
