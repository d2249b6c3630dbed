import type { Problem } from '../../problem';
import { entryProblem, launchProblem, lookUp, readerLine, sessionSettingProblem, versionRegistry } from '../../registry/lookup';
import type { SettingRule } from '../../spark/conf/launch-rules';

/** The versions that read a configuration of Kyuubi. */
export interface KyuubiReaders {
  readonly kyuubi: string;
  /** The Spark of the engines. */
  readonly spark: string;
}

/** Settings for one user: `___bob___.…`. */
const USER_PREFIX = /^___.+?___\./;
const PROFILE = 'kyuubi.session.conf.profile';

/** kyuubi-defaults.conf: what the server reads, and what engines are launched with. */
export const serverRule =
  (readers: KyuubiReaders): SettingRule =>
  (key, value) => {
    const plain = key.replace(USER_PREFIX, '');
    if (plain === PROFILE) {
      return {
        message: `${key} has no effect here: only what the client sends is looked at`,
        fix: 'let the client send it when it opens the session',
      };
    }
    if (plain !== key && isOfServer(plain, readers)) {
      return { message: `${key} is a setting of the whole server, which no user can have for himself`, fix: `write ${plain}` };
    }
    return engineProblem(key, plain, value, readers);
  };

/** kyuubi-session-<profile>.conf: laid over what a client sends, before an engine is looked for. */
export const profileRule =
  (readers: KyuubiReaders): SettingRule =>
  (key, value) => {
    if (USER_PREFIX.test(key)) return userProblem(key);
    if (isOfServer(key, readers)) {
      return {
        message: `${key} is a setting of the server, which drops it when a session sets it`,
        fix: 'write it into kyuubi-defaults.conf',
      };
    }
    return engineProblem(key, key, value, readers);
  };

/** What clients send when they open a session (`server_side_parameters` of dbt): the engine may be running already. */
export const sessionRule =
  (readers: KyuubiReaders): SettingRule =>
  (key, value) => {
    if (USER_PREFIX.test(key)) return userProblem(key);
    if (value.includes('${')) return undefined;
    return strangerProblem(key, key, readers) ?? sessionSettingProblem(key, value, readers);
  };

function userProblem(key: string): Problem {
  return { message: `${key} is read from kyuubi-defaults.conf only`, fix: 'leave out ___…___.: a session belongs to one user' };
}

function isOfServer(key: string, { kyuubi }: KyuubiReaders): boolean {
  return versionRegistry('kyuubi', readerLine('kyuubi', { kyuubi })).get(key)?.flags.includes('server') === true;
}

function engineProblem(key: string, plain: string, value: string, readers: KyuubiReaders): Problem | undefined {
  if (value.includes('${')) return undefined;
  const stranger = strangerProblem(key, plain, readers);
  if (stranger !== undefined) return stranger;
  if (!plain.startsWith('spark.')) return entryProblem(key, value, lookUp(key, readers));
  const problem = launchProblem(plain, value, { submitter: readers.spark, application: readers.spark });
  return problem === undefined ? undefined : { ...problem, message: key + problem.message.slice(plain.length) };
}

/** Kyuubi hands what it does not know to Spark behind `spark.`: keys of Hadoop and Iceberg then mean nothing. */
function strangerProblem(key: string, plain: string, readers: KyuubiReaders): Problem | undefined {
  const verdict = lookUp(plain, readers);
  const engine = 'entry' in verdict ? verdict.entry.engine : verdict.kind === 'family' ? verdict.member.entry.engine : undefined;
  if (plain.startsWith('spark.') || (engine !== 'hadoop' && engine !== 'iceberg')) return undefined;
  return {
    message: `${key} reaches Spark as spark.${plain}, which nothing reads`,
    fix: engine === 'hadoop' ? `write spark.hadoop.${plain}` : `write spark.sql.catalog.<catalog>.${plain}`,
  };
}
