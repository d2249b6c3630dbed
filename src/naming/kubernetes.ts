/** The longest DNS label, and with it the longest label value, Service name and host name. */
export const DNS_LABEL_LENGTH = 63;

/** The longest DNS subdomain: what most Kubernetes objects, pods among them, may be called. */
export const DNS_SUBDOMAIN_LENGTH = 253;

const DNS_LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const DNS_1035_LABEL = /^[a-z]([-a-z0-9]*[a-z0-9])?$/;
const QUALIFIED_NAME = /^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/;
const ENV_VAR_NAME = /^[-._a-zA-Z][-._a-zA-Z0-9]*$/;

/** Why a text is no RFC 1123 label (names of namespaces, containers, ports, volumes), or undefined when it is one. */
export function dnsLabelProblem(text: string): string | undefined {
  return (
    lengthProblem(text, DNS_LABEL_LENGTH) ??
    (DNS_LABEL.test(text) ? undefined : 'may hold lower-case letters, digits and -, and starts and ends with a letter or digit')
  );
}

/** Why a text is no RFC 1035 label (names of Services and of what Services are named after), or undefined when it is one. */
export function dns1035Problem(text: string): string | undefined {
  return (
    lengthProblem(text, DNS_LABEL_LENGTH) ??
    (DNS_1035_LABEL.test(text)
      ? undefined
      : 'may hold lower-case letters, digits and -, starts with a letter and ends with a letter or digit')
  );
}

/** Why a text is no RFC 1123 subdomain (names of most objects), or undefined when it is one. */
export function dnsSubdomainProblem(text: string): string | undefined {
  return (
    lengthProblem(text, DNS_SUBDOMAIN_LENGTH) ??
    (text.split('.').every((part) => DNS_LABEL.test(part))
      ? undefined
      : 'may hold lower-case letters, digits, - and ., and every part between dots starts and ends with a letter or digit')
  );
}

/** Why a text is no label value, or undefined when it is one; the empty value is one. */
export function labelValueProblem(text: string): string | undefined {
  return text === '' ? undefined : qualifiedNameProblem(text);
}

/** Why a text is no label or annotation key (`name` or `prefix/name`), or undefined when it is one. */
export function labelKeyProblem(text: string): string | undefined {
  const slash = text.indexOf('/');
  if (slash < 0) return qualifiedNameProblem(text);
  const prefixProblem = dnsSubdomainProblem(text.slice(0, slash));
  if (prefixProblem !== undefined) return `the part before / ${prefixProblem}`;
  const nameProblem = qualifiedNameProblem(text.slice(slash + 1));
  return nameProblem === undefined ? undefined : `the part after / ${nameProblem}`;
}

/**
 * Why a text is no name of an environment variable, or undefined when it is one.
 *
 * The rule of Kubernetes up to 1.33; 1.34 allows more, but manifests have to work on older clusters too.
 */
export function envVarNameProblem(text: string): string | undefined {
  if (text === '') return 'is empty';
  if (!ENV_VAR_NAME.test(text)) return 'may hold letters, digits, _, - and ., and does not start with a digit';
  return text === '.' || text.startsWith('..') ? 'may not be . and may not start with ..' : undefined;
}

function qualifiedNameProblem(text: string): string | undefined {
  return (
    lengthProblem(text, DNS_LABEL_LENGTH) ??
    (QUALIFIED_NAME.test(text) ? undefined : 'may hold letters, digits, -, _ and ., and starts and ends with a letter or digit')
  );
}

function lengthProblem(text: string, longest: number): string | undefined {
  if (text === '') return 'is empty';
  return text.length > longest ? `has ${text.length} characters, at most ${longest} fit` : undefined;
}
