import { versionLine, versionRegistry } from '../../../registry/lookup';

/** Keys of engines that spark-submit does not load. */
const OTHERS = /^spark\.(?:sql|connect|streaming)\./;

/** The default of a key of Spark as Spark prints it; `<value of other.key>` stands for that of another one. */
export function defaultText(key: string, version: string): string | undefined {
  const line = versionLine('spark', version);
  if (line === undefined || OTHERS.test(key)) return undefined;
  const text = versionRegistry('spark', line).get(key)?.default;
  if (text === '<computed>') return undefined;
  return text === '""' ? '' : text;
}
