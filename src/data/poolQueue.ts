import type { PoolClient } from 'pg';

/** Whether somebody still waits for what is asked. */
export type Wanted = () => boolean;

/** Somebody waits as long as it takes. */
export const always: Wanted = () => true;

/** One who waits for a connection. */
export interface Waiter {
  readonly wanted: Wanted;
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
