import type { Problem } from '../../problem';
import type { Verdict } from './look-up';

/** Kyuubi's settings for one user: `___bob___.…`. */
const USER_PREFIX = /^___.+?___\./;

/**
 * Why a session cannot set a key that its engine knows; undefined when it can. In a running application Spark refuses `SET`
 * of such keys, and Kyuubi passes over them with no more than a line in the log of the engine.
 */
export function sessionProblem(key: string, verdict: Verdict): Problem | undefined {
  const entry = 'entry' in verdict ? verdict.entry : verdict.kind === 'family' ? verdict.member.entry : undefined;
  if (entry === undefined) return undefined;
  if (entry.flags.includes('server')) {
    return {
      message: `${key} is a setting of the server, which drops it when a session sends it`,
      fix: 'write it into kyuubi-defaults.conf',
    };
  }
  const plain = key.replace(USER_PREFIX, '');
  if (!plain.startsWith('spark.')) return undefined;
  if (entry.flags.includes('static')) {
    return {
      message: `${key} is static: it acts only when the application is launched, a session cannot set it`,
      fix: 'write it where the application is launched: its conf, or kyuubi-defaults.conf',
    };
  }
  const isOfSession = plain.startsWith('spark.sql.') || entry.flags.includes('session');
  if (isOfSession) return undefined;
  return {
    message: `${key} acts only when the application is launched: a session that joins a running one does not get it`,
    fix: 'write it where the application is launched: its conf, or kyuubi-defaults.conf',
  };
}
