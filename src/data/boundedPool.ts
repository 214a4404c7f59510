import { Pool, type PoolClient, type PoolConfig } from 'pg';
import type { QueueBounds, Waiter } from './poolQueue';

/** Too many requests wait for a connection already: a new one fails at once, and not after waiting in vain. */
export class PoolFull extends Error {
  override readonly name = 'PoolFull';
}

/** The message of pg's own timeout, and of this queue's. */
export const acquireTimeoutMessage = 'timeout exceeded when trying to connect';

type Callback = (
  error: Error | undefined,
  client: PoolClient | undefined,
  release: (release?: unknown) => void,
) => void;

/**
 * A pool with a queue of its own in front of it: first come, first served, each waiter for `maxWaitMs` at the longest.
 * The queue is ours because pg's own is unbounded and no waiter can leave it: under overload it grows, and every request
 * waits longer. All ways to a connection lead through `connect`, those of `query` and of Prisma's adapter too. `use`
 * passes a connection to the next waiter directly, without returning it to pg's pool.
 */
export class BoundedPool extends Pool {
  private readonly maxWaiting: number;
  private readonly maxWaitMs: number;
  protected readonly waiters = new Set<Waiter>();
  /** When a connection was last used with success, by performance.now(). */
  heardAt = -Infinity;
  /** How many connections are in use, or being opened. */
  protected inHand = 0;
  /** Connections for the next calls of `connect`. */
  private readonly lent: PoolClient[] = [];
  /** Fires at the deadline of the first waiter, or earlier. */
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
    const connected = lent ? Promise.resolve(lent) : this.acquire();
    if (!callback) return connected;
    connected.then(
      (client) => callback(undefined, client, (error) => client.release(error as Error | undefined)),
      (error: unknown) => callback(error as Error, undefined, () => {}),
    );
  }

  /**
   * The same for a request that may be abandoned: an aborted signal gives up the place in the queue.
   * @throws AbortError too
   */
  acquire(signal?: AbortSignal): Promise<PoolClient> {
    if (this.inHand < this.options.max) return this.enter();
    if (signal?.aborted) return Promise.reject(signal.reason as Error);
    if (this.waiters.size >= this.maxWaiting)
      return Promise.reject(new PoolFull(`${this.waiters.size} wait for a connection already`));
    return new Promise((resolve, reject) => {
      const giveUp = (): void => {
        this.waiters.delete(waiter);
        reject(signal!.reason as Error);
      };
      const waiter: Waiter = {
        resolve(client) {
          signal?.removeEventListener('abort', giveUp);
          resolve(client);
        },
        reject(error) {
          signal?.removeEventListener('abort', giveUp);
          reject(error);
        },
        until: performance.now() + this.maxWaitMs,
      };
      this.waiters.add(waiter);
      signal?.addEventListener('abort', giveUp, { once: true });
      this.timer ??= this.timeOutAfter(this.maxWaitMs);
    });
  }

  /**
   * Works with a connection that nobody else has meanwhile. It is closed if the work fails.
   * @param signal as for acquire
   * @param isSpent whether the connection is to be closed though the work was done
   * @throws what acquire throws, and the work
   */
  async use<T>(
    signal: AbortSignal | undefined,
    work: (client: PoolClient) => Promise<T>,
    isSpent: (client: PoolClient) => boolean,
  ): Promise<T> {
    const client = await this.acquire(signal);
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
   * Lends a connection to work that asks for one through a library, which takes no signal.
   * @param signal as for acquire
   * @throws what acquire throws, and the work
   */
  async lend<T>(signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T> {
    const client = await this.acquire(signal);
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

  /** Takes the request that has waited longest out of the queue. */
  private next(): Waiter | undefined {
    const [waiter] = this.waiters;
    if (waiter) this.waiters.delete(waiter);
    return waiter;
  }

  private timeOutAfter(milliseconds: number): NodeJS.Timeout {
    return setTimeout(() => this.rejectOverdue(performance.now()), milliseconds).unref();
  }

  /** All requests may wait equally long, so the first of the queue is the first to be overdue. */
  private rejectOverdue(now: number): void {
    this.timer = undefined;
    for (const waiter of this.waiters) {
      if (waiter.until > now) {
        this.timer = this.timeOutAfter(Math.ceil(waiter.until - now));
        return;
      }
      this.waiters.delete(waiter);
      waiter.reject(new Error(acquireTimeoutMessage));
    }
  }
}
