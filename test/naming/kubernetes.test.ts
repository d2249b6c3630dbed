import {
  dns1035Problem,
  dnsLabelProblem,
  dnsSubdomainProblem,
  envVarNameProblem,
  labelKeyProblem,
  labelValueProblem,
} from '../../src/naming';

type Rule = (text: string) => string | undefined;

function accepts(rule: Rule, texts: readonly string[]): void {
  test.each(texts)('takes %j', (text) => {
    expect(rule(text)).toBeUndefined();
  });
}

function refuses(rule: Rule, texts: readonly string[]): void {
  test.each(texts)('refuses %j', (text) => {
    expect(rule(text)).toMatch(/^(is|has|may|the) /);
  });
}

describe('DNS label', () => {
  accepts(dnsLabelProblem, ['a', '0', 'a-b', '3d', 'a--b', 'a'.repeat(63)]);
  refuses(dnsLabelProblem, ['', 'A', 'a_b', 'a.b', '-a', 'a-', 'é', 'a b', 'a\n', 'a'.repeat(64)]);

  test('says how long is too long', () => {
    expect(dnsLabelProblem('a'.repeat(70))).toBe('has 70 characters, at most 63 fit');
  });
});

describe('RFC 1035 label', () => {
  accepts(dns1035Problem, ['a', 'a-1', 'spark-pi', 'a'.repeat(63)]);
  refuses(dns1035Problem, ['', '3d', '-a', 'a-', 'a.b', 'A', 'a'.repeat(64)]);
});

describe('DNS subdomain', () => {
  // Kubernetes limits the whole, not its parts.
  accepts(dnsSubdomainProblem, ['a', 'a.b', '0.1-2.c', 'a'.repeat(64), `a${'.b'.repeat(126)}`]);
  refuses(dnsSubdomainProblem, ['', 'a..b', '.a', 'a.', 'a.-b', 'A.b', 'a_b', `a${'.b'.repeat(127)}`]);
});

describe('label value', () => {
  accepts(labelValueProblem, ['', 'a', 'A_b.c-D', 'analytics_pipeline_v2', '3.5.9', 'a'.repeat(63)]);
  refuses(labelValueProblem, ['-8284b98fe', '_a', 'a.', 'a b', 'a/b', 'é', 'a'.repeat(64)]);
});

describe('label key', () => {
  accepts(labelKeyProblem, ['app', 'dag_id', 'app.kubernetes.io/name', 'sparkoperator.k8s.io/app-name']);
  refuses(labelKeyProblem, ['', '/a', 'a/', 'a/b/c', 'A.io/name', 'a_b.io/name', `a/${'b'.repeat(64)}`]);
});

describe('environment variable', () => {
  accepts(envVarNameProblem, ['A', '_', 'SPARK_CONF_DIR', 'a.b-c', 'x9']);
  refuses(envVarNameProblem, ['', '9A', 'A B', 'A=B', '.', '..', '..A', 'É']);
});
