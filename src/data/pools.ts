import type { Pool, PoolConfig } from 'pg';
import type { Config } from '../settings/config';
import type { QueueBounds } from './poolQueue';
import type { Connection } from './connection';
import { WatchedPool } from './watchedPool';

/** How long opening a connection may take at the most, in milliseconds: a server that is frozen takes it, and says nothing. */
const longestOpeningMs = 2000;

/** What all pools have in common: how many may wait, how long, and how long a connection is kept that nobody needs. */
export function boundsOf(
  config: Config,
): QueueBounds & Pick<PoolConfig, 'idleTimeoutMillis' | 'connectionTimeoutMillis'> {
  return {
    maxWaiting: config.databaseQueueSize,
    maxWaitMs: config.databasePoolTimeoutMs,
    idleTimeoutMillis: 60_000,
    connectionTimeoutMillis: Math.min(config.databasePoolTimeoutMs, longestOpeningMs),
  };
}

/** A pool for the compiled reads. They are prepared once for each connection: planning one again for each set of values would cost more than running it. */
export function openReadPool(session: Connection, config: Config): WatchedPool {
  const options = `${session.options} -c plan_cache_mode=force_generic_plan`;
  return new WatchedPool({ ...session, ...boundsOf(config), options, max: config.databasePoolSize });
}

/** Hears of every session that ends by itself: an unheard error, of one in use too, would end the process. */
export function listenForLoss(pool: Pool, lost: (error: Error) => void): void {
  pool.on('error', lost);
  pool.on('connect', (client) => client.on('error', lost));
}
