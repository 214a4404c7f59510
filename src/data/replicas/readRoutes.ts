import { isLostConnection } from '../databaseFault';
import type { BoundedPool } from '../boundedPool';

/**
 * How new a read must be. `lag` lets it be as old as the configuration allows; `position` wants everything before that place in
 * the primary's log (as `pg_lsn` prints it); `newest` is the primary's alone to answer.
 */
export type Freshness = 'lag' | 'newest' | { readonly position: string };

/** The ways that queries take to the database. */
export interface ReadRoutes {
  /**
   * Runs work that only reads, on a server that is new enough for it. A server that goes away in the middle is left out, and the
   * work is done once more elsewhere.
   * @throws what the work throws, and the database's error when no server is left
   */
  read<T>(freshness: Freshness, work: (pool: BoundedPool) => Promise<T>): Promise<T>;
  /** Whether readers can be answered without the primary, at this moment. */
  doWithoutPrimary(): boolean;
  /** From now on no read of this process is older than this moment: for whoever has heard of a change. */
  noOlderThanNow(): void;
  close(): Promise<void>;
}

/** Reads without replicas: all from the primary. A connection that was lost in the middle is replaced, once. */
export function primaryOnly(pool: BoundedPool): ReadRoutes {
  return {
    async read(_, work) {
      try {
        return await work(pool);
      } catch (error) {
        if (!isLostConnection(error)) throw error;
        return await work(pool);
      }
    },
    doWithoutPrimary: () => false,
    noOlderThanNow() {},
    async close() {},
  };
}
