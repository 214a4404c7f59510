import { setTimeout as pause } from 'node:timers/promises';
import { Pool, type QueryResultRow } from 'pg';
import type { Connection } from './connection';

/** How long a server may take to answer, in milliseconds. */
const patienceMs = 2000;

const ready = '/* ready */ SELECT 1';

/** A session of its own for short questions about a server: however busy the pools are, it doesn't stand in their queue. */
export interface Probe {
  /** Asks one statement; throws the database's error, after two seconds at the latest. */
  ask<Row extends QueryResultRow>(text: string): Promise<Row>;
  /** Whether the server answers now; never throws, never waits longer than two seconds. */
  answers(): Promise<boolean>;
  /** Whether it has a session that has answered and is free: a question on it needs nothing but an answer. */
  hasSession(): boolean;
  close(): Promise<void>;
}

/** Makes a probe of a server; it connects with the first question, and again whenever its session was lost. */
export function openProbe(session: Connection): Probe {
  const pool = new Pool({
    ...session,
    max: 1,
    idleTimeoutMillis: 0,
    connectionTimeoutMillis: patienceMs,
    statement_timeout: patienceMs,
    query_timeout: patienceMs,
  });
  pool.on('error', () => {}); // shows in the next answer
  pool.on('connect', (client) => client.on('error', () => {}));

  /** A session that failed once is not asked again. */
  async function ask<Row extends QueryResultRow>(text: string): Promise<Row> {
    const client = await pool.connect();
    let failed = true;
    try {
      const { rows } = await client.query<Row>(text);
      failed = false;
      return rows[0]!;
    } finally {
      client.release(failed);
    }
  }

  let answering: Promise<boolean> | undefined;
  /** Asks twice: the first question may have met a session that had just died. */
  async function look(): Promise<boolean> {
    const answer = ask(ready).catch(() => ask(ready));
    const tooLate = pause(patienceMs, false, { ref: false });
    return Promise.race([answer.then(() => true).catch(() => false), tooLate]);
  }
  return {
    ask,
    // Those who ask together get one answer.
    answers: () => (answering ??= look().finally(() => (answering = undefined))),
    hasSession: () => pool.idleCount > 0,
    close: () => pool.end(),
  };
}
