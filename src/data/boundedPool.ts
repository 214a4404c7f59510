import { Pool, type PoolClient, type PoolConfig } from 'pg';

/** Too many wait for a connection already: whoever comes now is told at once, and not after waiting in vain. */
export class PoolFull extends Error {
  override readonly name = 'PoolFull';
}

/** Who waited for a connection has gone away meanwhile. */
export class NobodyWaits extends Error {
  override readonly name = 'NobodyWaits';
}

/** What pg says to those who waited for a connection until their time was over, and so do we. */
export const waitedInVain = 'timeout exceeded when trying to connect';

/** Whether somebody still waits for what is asked. */
export type Wanted = () => boolean;

type Callback = (
  error: Error | undefined,
  client: PoolClient | undefined,
  release: (release?: unknown) => void,
) => void;

interface Waiter {
  readonly wanted: Wanted;
  readonly resolve: (client: PoolClient) => void;
  readonly reject: (error: Error) => void;
  readonly deadline: NodeJS.Timeout;
}

/**
 * A pool with a queue of its own in front of it: first come, first served, each for `connectionTimeoutMillis` at the longest. pg's
 * own queue has no end, so under more load than the database can take it would grow, and with it everybody's wait; and nobody can
 * leave it. All ways to a connection lead through `connect`, those of `query` and of Prisma's adapter too.
 */
export class BoundedPool extends Pool {
  private readonly maxWaiting: number;
  private readonly waiters = new Set<Waiter>();
  private inHand = 0;

  /** @param maxWaiting how many may wait for a connection when all are in use */
  constructor({ maxWaiting, ...config }: PoolConfig & { readonly maxWaiting: number }) {
    super(config);
    this.maxWaiting = maxWaiting;
    this.on('release', () => this.leave());
  }

  /** How many connections are in use or asked for, those that wait for one included. */
  get load(): number {
    return this.inHand + this.waiters.size;
  }

  /** Gives a connection. @throws PoolFull at once when the queue is full; pg's own error at the deadline */
  override connect(): Promise<PoolClient>;
  override connect(callback: Callback): void;
  override connect(callback?: Callback): Promise<PoolClient> | void {
    const connected = this.connectWhile(() => true);
    if (!callback) return connected;
    connected.then(
      (client) => callback(undefined, client, (error) => client.release(error as Error | undefined)),
      (error: unknown) => callback(error as Error, undefined, () => {}),
    );
  }

  /**
   * The same for those who may go away: they lose their place then.
   * @param wanted asked when a connection is free, and when the queue is full
   * @throws NobodyWaits too
   */
  connectWhile(wanted: Wanted): Promise<PoolClient> {
    if (this.inHand < this.options.max) return this.enter();
    if (this.waiters.size >= this.maxWaiting) this.sendAway();
    if (this.waiters.size >= this.maxWaiting)
      return Promise.reject(new PoolFull(`${this.waiters.size} wait for a connection already`));
    return new Promise((resolve, reject) => {
      const deadline = setTimeout(() => {
        this.waiters.delete(waiter);
        reject(new Error(waitedInVain));
      }, this.options.connectionTimeoutMillis).unref();
      const waiter: Waiter = { wanted, resolve, reject, deadline };
      this.waiters.add(waiter);
    });
  }

  private async enter(): Promise<PoolClient> {
    this.inHand += 1;
    try {
      return await super.connect();
    } catch (error) {
      this.leave();
      throw error;
    }
  }

  private leave(): void {
    this.inHand -= 1;
    for (const waiter of this.waiters) {
      if (this.inHand >= this.options.max) return;
      this.dismiss(waiter);
      if (waiter.wanted()) this.enter().then(waiter.resolve, waiter.reject);
      else waiter.reject(new NobodyWaits());
    }
  }

  /** Sends those away who wait for nobody. */
  private sendAway(): void {
    for (const waiter of this.waiters) {
      if (waiter.wanted()) continue;
      this.dismiss(waiter);
      waiter.reject(new NobodyWaits());
    }
  }

  private dismiss(waiter: Waiter): void {
    this.waiters.delete(waiter);
    clearTimeout(waiter.deadline);
  }
}
