import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import type { Log } from '../log';

/** How long to wait at the most before looking again, in milliseconds: others set times too. */
const longestPause = 1000;
const longestStop = 2000;

/** Publishes articles at their times. */
export interface Publishing {
  start(): void;
  /** Ends after the look in hand, or two seconds. */
  stop(): Promise<void>;
}

/**
 * Publishes what is due, by the database's clock: articles and their lines in the audit trail in one statement. Rows that
 * another node has in hand are left to it; when it dies, PostgreSQL lets go of them, and the next look finds them.
 * @returns how many milliseconds from now the next one is due; null where none is scheduled
 */
export async function publishDue(pool: pg.Pool): Promise<number | null> {
  await pool.query(`
    /* publish due */ with due as (
      select id from article where status = 'SCHEDULED' and scheduled_for <= now()
      order by scheduled_for limit 100 for update skip locked
    ), published as (
      update article a set status = 'PUBLISHED', published_at = coalesce(published_at, scheduled_for), scheduled_for = null
      from due where a.id = due.id returning a.id, a.version
    )
    insert into audit_entry (actor, action, record_kind, record_id, from_version, to_version)
    select 'scheduler', 'publishArticle', 'article', id, version, version from published`);
  const { rows } = await pool.query<{ ms: number | null }>(`
    /* next due */ select (extract(epoch from min(scheduled_for) - clock_timestamp()) * 1000)::float8 as ms
    from article where status = 'SCHEDULED'`);
  return rows[0]?.ms ?? null;
}

/** Looks for due articles at the times they have, and every second. A database that is away is asked again. */
export function publishing(pool: pg.Pool, log: Log): Publishing {
  let timer: NodeJS.Timeout | undefined;
  let look = Promise.resolve();
  let stopped = false;
  let failing = false;

  async function lookNow(): Promise<void> {
    let pause = longestPause;
    try {
      const ms = await publishDue(pool);
      if (ms !== null) pause = Math.min(longestPause, Math.max(10, Math.ceil(ms)));
      failing = false;
    } catch (error) {
      if (!failing && !stopped) log.warn({ err: error }, 'scheduled articles can not be published now');
      failing = true;
    }
    if (!stopped) timer = setTimeout(again, pause).unref();
  }
  function again(): void {
    look = lookNow();
  }
  return {
    start: again,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      // A database that no longer answers holds nobody up: what it did not finish, it takes back.
      await Promise.race([look, sleep(longestStop, undefined, { ref: false })]);
    },
  };
}
