import fc from 'fast-check';
import { entries, ofRoles, oneOf, rarely, some, together } from './kit.mjs';

/** Any text that can stand on a command line. */
export const anyText = fc.oneof(
  fc.string({ maxLength: 20 }),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  fc
    .array(
      oneOf(
        'a',
        'B',
        ' ',
        '\n',
        '\t',
        '\\',
        '"',
        "'",
        '=',
        ':',
        '#',
        '!',
        '$',
        '{',
        '}',
        ',',
        '/',
        'ü',
        '{{APP_ID}}',
        '${spark.app.name}',
      ),
      {
        maxLength: 12,
      },
    )
    .map((parts) => parts.join('')),
);

const word = fc.stringMatching(/^[a-zA-Z][a-zA-Z0-9_.-]{0,12}$/);

/** Any text wherever Spark passes one on, and keys that Spark does not know. */
export const texts = together(
  entries(
    'spark.custom.',
    fc.oneof(
      word,
      fc.string({ minLength: 1, maxLength: 8 }).filter((key) => !key.includes('=')),
    ),
    anyText,
    3,
  ),
  ofRoles((role) =>
    together(
      entries(`spark.kubernetes.${role}.annotation.`, word, anyText, 2),
      entries(role === 'driver' ? 'spark.kubernetes.driverEnv.' : 'spark.executorEnv.', word, anyText, 2),
      some({
        [`spark.${role}.extraJavaOptions`]: rarely(anyText),
        [`spark.${role}.extraClassPath`]: rarely(anyText),
      }),
    ),
  ),
  some({
    'spark.app.name': rarely(anyText.filter((text) => text.trim() !== '')),
    'spark.kubernetes.driver.pod.name': rarely(anyText),
  }),
);

/** Keys that decide what an executor has to know before it reads its configuration, and others that only look so. */
export const startup = some({
  'spark.rpc.message.maxSize': rarely(oneOf('128')),
  'spark.rpc.io.mode': rarely(oneOf('NIO')),
  'spark.network.crypto.enabled': rarely(oneOf('true')),
  'spark.network.timeoutInterval': rarely(oneOf('60s')),
  'spark.port.maxRetries': rarely(oneOf('8')),
  'spark.history.ui.port': rarely(oneOf('18081')),
  'spark.shuffle.service.port': rarely(oneOf('7337')),
  'spark.authenticate.secret': rarely(oneOf('hidden')),
  'spark.authenticate.enableSaslEncryption': rarely(oneOf('true')),
  'spark.authenticate.secret.file': rarely(oneOf('@FILES@/client.key')),
  'spark.auth.custom': rarely(oneOf('x y')),
  'spark.ssl.enabled': rarely(oneOf('true')),
  'spark.ssl.rpc.enabled': rarely(oneOf('true', 'false')),
  'spark.ssl.port': rarely(oneOf('0', '4441', '99999')),
  'spark.ssl.needClientAuth': rarely(oneOf('true')),
  'spark.ssl.openSslEnabled': rarely(oneOf('false')),
  'spark.ssl.trustStoreReloadIntervalMs': rarely(oneOf('10000')),
  'spark.acls.enable': rarely(oneOf('true', ' false')),
  'spark.buffer.size': rarely(oneOf('65536', ' 1 ')),
  'spark.yarn.dist.files': rarely(oneOf('/a,/b/../c d', 'local:///e#f', '/opt/x,hdfs://nn/y')),
  'spark.kubernetes.allocation.recoveryMode.enabled': rarely(oneOf('true', 'false')),
  'spark.ssl.ui.port': rarely(oneOf('4440')),
  'spark.ssl.keyPassword': rarely(oneOf('k')),
  'spark.ssl.rpc.trustStorePassword': rarely(oneOf('t')),
  'spark.eventLog.enabled': rarely(oneOf('true')),
  'spark.io.encryption.enabled': rarely(oneOf('true')),
  'spark.driver.userClassPathFirst': rarely(oneOf('true')),
  'spark.driver.allowMultipleContexts': rarely(oneOf('true')),
  'spark.shuffle.unsafe.file.output.buffer': rarely(oneOf('64k')),
  'spark.executor.plugins': rarely(oneOf('a.B')),
  'spark.yarn.am.port': rarely(oneOf('5')),
  'spark.plugins': rarely(oneOf('org.apache.spark.sql.connect.SparkConnectPlugin')),
  'spark.app.id': rarely(oneOf('my-id')),
  'spark.executor.id': rarely(oneOf('7')),
  'spark.kubernetes.resource.type': rarely(oneOf('java', 'python')),
  'spark.master.rest.enabled': rarely(oneOf('true')),
  'spark.kubernetes.pyspark.pythonVersion': rarely(oneOf('3')),
  'spark.kubernetes.submitInDriver': rarely(oneOf('false')),
  'spark.kubernetes.executor.hostNetwork': rarely(oneOf('true')),
  'spark.kubernetes.driver.volumes.type': rarely(oneOf('x')),
});

/** Lines as people write them into a properties file, and what java.util.Properties makes of them. */
export const propertiesLines = fc
  .uniqueArray(
    oneOf(
      '# a comment',
      '! another',
      '',
      '   ',
      'spark.long.value = one \\\n    two',
      'spark.twice 1\nspark.twice 2',
      'not.spark x',
      'spark.no.value',
      'spark.empty=',
      'spark.code \\u0041\\u00fc',
      'spark.key\\ with\\ blank v',
      '  spark.indented : v',
      '\tspark.tab\tv\tw',
      'spark.trailing v   ',
      'spark.colon=a:b=c',
      'spark.back C:\\\\x\\q',
      'spark.crlf v\r',
      'spark.hash a # b',
      'spark.equals==x',
      'spark.executor.memory 5g',
      'spark.executorEnv.FROM_FILE yes',
      'spark.utf ü',
    ),
    { maxLength: 4 },
  )
  .map((lines) => lines.map((line) => `${line}\n`).join(''));
