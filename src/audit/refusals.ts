import type { Pool } from 'pg';
import { RefusedByRole } from '../auth/access';
import { RequestErrors } from '../errors/requestError';
import type { Log } from '../log';

/** One line for each key and field in a minute: a program that tries again and again fills no table. The record is the key. */
const statement = `/* note refusal */ INSERT INTO audit_entry (actor, api_key_id, action, record_kind, record_id)
  SELECT $1, $2, $3, 'key', $2 WHERE NOT EXISTS (
    SELECT FROM audit_entry WHERE record_id = $2 AND action = $3 AND at > now() - interval '1 minute')`;

/** What stands before the name of a field that was refused, in the audit trail. */
export const refusedPrefix = 'refused: ';

/**
 * Makes what notes in the audit trail, and in the log, that a key was used for what its role does not allow.
 * @returns takes whatever a request failed by, and looks whether it is that; never throws
 */
export function refusalNotes(pool: Pool, log: Log): (error: unknown, requestId: string) => Promise<void> {
  return async (error, requestId) => {
    const errors = error instanceof RequestErrors ? error.errors : [error];
    for (const refusal of errors) {
      if (!(refusal instanceof RefusedByRole)) continue;
      const { field, viewer } = refusal;
      log.warn({ requestId, key: viewer.name, role: viewer.role, field }, 'refused by role');
      if (viewer.keyId === undefined) continue;
      await pool.query(statement, [viewer.name, viewer.keyId, refusedPrefix + field]).catch((err: unknown) => {
        log.warn({ requestId, err }, 'a refusal could not be noted in the audit trail');
      });
    }
  };
}
