import type pg from 'pg';
import type { Log } from '../log';

/** How long the answer to a named call is kept; a call under the same name that comes later is a new one. */
const keptDays = 30;
/** How many are cleared in one statement: short enough for nobody to wait behind it. */
const batch = 1000;
const everyMs = 3_600_000;

/**
 * Clears answers to calls that are older than thirty days, a batch at a time, by the database's clock. Rows that another node is
 * clearing are left to it.
 * @returns how many were cleared
 */
export async function purgeIdempotencyKeys(pool: pg.Pool): Promise<number> {
  let forgotten = 0;
  for (;;) {
    const { rowCount } = await pool.query(
      `/* forget calls */ delete from answered_call where (caller, key) in (
        select caller, key from answered_call where at < now() - make_interval(days => $1)
        order by at limit $2 for update skip locked)`,
      [keptDays, batch],
    );
    forgotten += rowCount ?? 0;
    if ((rowCount ?? 0) < batch) return forgotten;
  }
}

/** Clears old answers every hour. A database that is away is asked again an hour later. */
export function idempotencyKeyPurge(pool: pg.Pool, log: Log): { start(): void; stop(): void } {
  let timer: NodeJS.Timeout | undefined;
  const look = (): void => {
    purgeIdempotencyKeys(pool).catch((error: unknown) =>
      log.warn({ err: error }, 'old answers to calls can not be cleared now'),
    );
  };
  return {
    start() {
      timer = setInterval(look, everyMs).unref();
    },
    stop: () => clearInterval(timer),
  };
}
