import type { Pool } from 'pg';
import type { Config } from '../settings/config';
import { BoundedPool, type QueueBounds } from './boundedPool';
import type { Connection } from './connection';

/** What all pools have in common: how many may wait, and how long a connection is kept that nobody needs. */
export function boundsOf(config: Config): QueueBounds & { readonly idleTimeoutMillis: number } {
  return { maxWaiting: config.databaseQueueSize, maxWaitMs: config.databasePoolTimeoutMs, idleTimeoutMillis: 60_000 };
}

/** A pool for the compiled reads. They are prepared once for each connection: planning one again for each set of values would cost more than running it. */
export function openReadPool(session: Connection, config: Config): BoundedPool {
  const options = `${session.options} -c plan_cache_mode=force_generic_plan`;
  return new BoundedPool({ ...session, ...boundsOf(config), options, max: config.databasePoolSize });
}

/** Hears of every session that ends by itself: an unheard error, of one in use too, would end the process. */
export function listenForLoss(pool: Pool, lost: (error: Error) => void): void {
  pool.on('error', lost);
  pool.on('connect', (client) => client.on('error', lost));
}
