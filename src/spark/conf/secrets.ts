const SECRET_KEY =
  /(access[.-]?key([.-]?id)?|secret([.-]?key)?|secret[.-]?access[.-]?key|password|passwd|token|credential|api[.-]?key|auth[.-]digest)$/i;
/** Keys that end in the name of an account or a host. */
const SECRET_FAMILY = /^spark\.hadoop\.fs\.azure\.(account\.key|account\.oauth2\.client\.secret|sas)\./;
/** Endings that are settings about secrets, not secrets. */
const NOT_SECRET = /(provider|enabled|file|path|class|type|interval|timeout|duration)s?$/i;

/** Whether a key's last part says that its value is a secret. */
function looksSecret(key: string): boolean {
  return (SECRET_KEY.test(key) && !NOT_SECRET.test(key)) || SECRET_FAMILY.test(key);
}

/** Whether an environment variable's name says that its value is a secret. */
export function looksSecretVariable(name: string): boolean {
  return /(ACCESS_KEY(_ID)?|SECRET|SECRET_KEY|SECRET_ACCESS_KEY|PASSWORD|PASSWD|TOKEN|CREDENTIALS?|API_KEY|PRIVATE_KEY)$/i.test(
    name,
  );
}

/** What secrets look like wherever they stand, and what they are. */
const SECRET_VALUES: readonly (readonly [RegExp, string])[] = [
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----/, 'a private key'],
  [/\b(AKIA|ASIA)[0-9A-Z]{16}\b/, 'an access key of AWS'],
  [/\bgh[pousr]_[A-Za-z0-9]{36}/, 'a token of GitHub'],
  [/\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]+/, 'a JSON web token'],
  [/:\/\/[^\s/@:]+:[^\s/@]+@/, 'a password in an address'],
  [/(^|[\s?&;.-]|-D[\w.]*)(password|passwd|pwd)=[^\s&;]/i, 'a password'],
];

/** What a setting shows that should be secret; undefined when nothing does. The sentence follows the key. */
export function secretReason(key: string, value: string): string | undefined {
  // A switch is none, whatever it is called (kyuubi.engine.jdbc.connection.propagateCredential).
  if (looksSecret(key) && !/^(true|false)$/i.test(value)) return 'looks like a secret';
  const found = SECRET_VALUES.find(([pattern]) => pattern.test(value))?.[1];
  return found === undefined ? undefined : `holds what looks like ${found}`;
}
