import { Pool, type PoolClient, type PoolConfig } from 'pg';

/** Too many wait for a connection already: whoever comes now is told at once, and not after waiting in vain. */
export class PoolFull extends Error {
  override readonly name = 'PoolFull';
}

type Callback = (
  error: Error | undefined,
  client: PoolClient | undefined,
  release: (release?: unknown) => void,
) => void;

/**
 * A pool with a bounded queue in front of it. pg's own queue has the deadline (`connectionTimeoutMillis`) and the order (first
 * come, first served) but no end: under more load than the database can take it would grow, and with it everybody's wait.
 * All ways to a connection lead through `connect`, those of `query` and of Prisma's adapter too.
 */
export class BoundedPool extends Pool {
  private readonly maxWaiting: number;

  /** @param maxWaiting how many may wait for a connection when all are in use */
  constructor({ maxWaiting, ...config }: PoolConfig & { readonly maxWaiting: number }) {
    super(config);
    this.maxWaiting = maxWaiting;
  }

  /** Gives a connection. @throws PoolFull at once when the queue is full; pg's own error at the deadline */
  override connect(): Promise<PoolClient>;
  override connect(callback: Callback): void;
  override connect(callback?: Callback): Promise<PoolClient> | void {
    const isFull = this.idleCount === 0 && this.totalCount >= this.options.max && this.waitingCount >= this.maxWaiting;
    if (!isFull) {
      if (!callback) return super.connect();
      super.connect(callback);
      return;
    }
    const error = new PoolFull(`${this.waitingCount} wait for a connection already`);
    if (!callback) return Promise.reject(error);
    callback(error, undefined, () => {});
  }
}
