import type { PoolClient } from 'pg';

/** A request that waits for a connection. */
export interface Waiter {
  readonly resolve: (client: PoolClient) => void;
  readonly reject: (error: Error) => void;
  /** Until when, by performance.now(). */
  readonly until: number;
}

/** How many may wait in a queue, and how long, in milliseconds. */
export interface QueueBounds {
  readonly maxWaiting: number;
  readonly maxWaitMs: number;
}
