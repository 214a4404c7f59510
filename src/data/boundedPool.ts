import { Pool, type PoolClient, type PoolConfig } from 'pg';
import { always, type QueueBounds, type Waiter, type Wanted } from './poolQueue';

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

type Callback = (
  error: Error | undefined,
  client: PoolClient | undefined,
  release: (release?: unknown) => void,
) => void;

/**
 * A pool with a queue of its own in front of it: first come, first served, each for `maxWaitMs` at the longest. pg's
 * own queue has no end, so under more load than the database can take it would grow, and with it everybody's wait; and nobody can
 * leave it. All ways to a connection lead through `connect`, those of `query` and of Prisma's adapter too; `use` passes a
 * connection on to who waits for one, without the way back into pg's pool and out again.
 */
export class BoundedPool extends Pool {
  private readonly maxWaiting: number;
  private readonly maxWaitMs: number;
  protected readonly waiters = new Set<Waiter>();
  /** When something last went well on a connection, by performance.now(). */
  heardAt = -Infinity;
  /** How many connections are in use, or being opened. */
  protected inHand = 0;
  /** Connections for those who ask next. */
  private readonly lent: PoolClient[] = [];
  /** At the deadline of the first who waits, or earlier. */
  private timer: NodeJS.Timeout | undefined;

  /**
   * @param maxWaiting how many may wait for a connection when all are in use
   * @param maxWaitMs and how long, in milliseconds
   */
  constructor({ maxWaiting, maxWaitMs, ...config }: PoolConfig & QueueBounds) {
    super(config);
    this.maxWaiting = maxWaiting;
    this.maxWaitMs = maxWaitMs;
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
    const lent = this.lent.shift();
    const connected = lent ? Promise.resolve(lent) : this.connectWhile(always);
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
      this.waiters.add({ wanted, resolve, reject, until: performance.now() + this.maxWaitMs });
      this.timer ??= this.lookAfter(this.maxWaitMs);
    });
  }

  /**
   * Works with a connection that nobody else has meanwhile. It is closed if the work fails.
   * @param wanted as for connectWhile
   * @param isSpent whether the connection is to be closed though the work was done
   * @throws what connectWhile throws, and the work
   */
  async use<T>(
    wanted: Wanted,
    work: (client: PoolClient) => Promise<T>,
    isSpent: (client: PoolClient) => boolean,
  ): Promise<T> {
    const client = await this.connectWhile(wanted);
    let failed = true;
    try {
      const result = await work(client);
      this.heardAt = performance.now();
      failed = isSpent(client);
      return result;
    } finally {
      const next = failed || this.ending ? undefined : this.next();
      if (next) next.resolve(client);
      else client.release(failed);
    }
  }

  /**
   * Has a connection ready for work that asks for one by itself, through a library that knows nothing of who waits for it.
   * @param wanted as for connectWhile
   * @throws what connectWhile throws, and the work
   */
  async lend<T>(wanted: Wanted, work: () => Promise<T>): Promise<T> {
    const client = await this.connectWhile(wanted);
    this.lent.push(client);
    try {
      return await work();
    } finally {
      const at = this.lent.indexOf(client);
      if (at >= 0) {
        this.lent.splice(at, 1); // nobody asked
        client.release();
      }
    }
  }

  /** Opens a connection, or gives one that is idle. @throws pg's error */
  protected open(): Promise<PoolClient> {
    return super.connect();
  }

  private async enter(): Promise<PoolClient> {
    this.inHand += 1;
    try {
      return await this.open();
    } catch (error) {
      this.leave();
      throw error;
    }
  }

  private leave(): void {
    this.inHand -= 1;
    while (this.inHand < this.options.max) {
      const next = this.next();
      if (!next) return;
      this.enter().then(next.resolve, next.reject);
    }
  }

  /** Who has waited longest, and still does. */
  private next(): Waiter | undefined {
    for (const waiter of this.waiters) {
      this.waiters.delete(waiter);
      if (waiter.wanted()) return waiter;
      waiter.reject(new NobodyWaits());
    }
    return undefined;
  }

  /** Sends those away who wait for nobody. */
  private sendAway(): void {
    for (const waiter of this.waiters) {
      if (waiter.wanted()) continue;
      this.waiters.delete(waiter);
      waiter.reject(new NobodyWaits());
    }
  }

  private lookAfter(milliseconds: number): NodeJS.Timeout {
    return setTimeout(() => this.sendAwayAtDeadline(performance.now()), milliseconds).unref();
  }

  /** All wait equally long, so those who came first stand first. */
  private sendAwayAtDeadline(now: number): void {
    this.timer = undefined;
    for (const waiter of this.waiters) {
      if (waiter.until > now) {
        this.timer = this.lookAfter(Math.ceil(waiter.until - now));
        return;
      }
      this.waiters.delete(waiter);
      waiter.reject(new Error(waitedInVain));
    }
  }
}
