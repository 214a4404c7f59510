import { isNativeError } from 'node:util/types';
import type { Client, PoolClient, PoolConfig } from 'pg';
import { BoundedPool } from './boundedPool';
import type { QueueBounds } from './poolQueue';

/** The database has been found to say nothing at all, as when its machine is frozen: nobody is kept waiting for it. */
export class DatabaseSilent extends Error {
  override readonly name = 'DatabaseSilent';

  constructor() {
    super('The database says nothing.');
  }
}

/** A pool that lets nobody wait for a database that was found to be silent: see `watchForSilence`. */
export class WatchedPool extends BoundedPool {
  private isSilent = false;
  private readonly inUse = new Set<PoolClient>();
  /** Those for whom a connection is being opened: each gives up its wait when called. */
  private readonly opening = new Set<() => void>();

  constructor(config: PoolConfig & QueueBounds) {
    super(config);
    this.on('connect', () => (this.heardAt = performance.now()));
    this.on('acquire', (client) => this.inUse.add(client));
    this.on('release', (error: Error | undefined, client) => {
      this.inUse.delete(client);
      if (!error) this.heardAt = performance.now();
    });
  }

  /** Ends all waiting, for connections and for answers, and keeps whoever comes from it, until `speak`. */
  fallSilent(): void {
    this.isSilent = true;
    for (const giveUp of this.opening) giveUp();
    for (const { reject } of this.waiters) reject(new DatabaseSilent());
    this.waiters.clear();
    // A statement in hand fails with that; whether it was carried out is not known, as with any connection that is lost.
    for (const client of this.inUse) void (client as unknown as Client).end().catch(() => {});
  }

  /** Lets connections be asked for again. */
  speak(): void {
    this.isSilent = false;
  }

  protected override open(): Promise<PoolClient> {
    if (this.isSilent) return Promise.reject(new DatabaseSilent());
    return new Promise((resolve, reject) => {
      const giveUp = (): void => {
        this.opening.delete(giveUp);
        reject(new DatabaseSilent());
      };
      this.opening.add(giveUp);
      super.open().then(
        (client) => {
          if (this.opening.delete(giveUp)) resolve(client);
          else this.closeLate(client);
        },
        (error: unknown) => {
          this.opening.delete(giveUp);
          reject(isNativeError(error) ? error : new Error(String(error)));
        },
      );
    });
  }

  /** Closes a connection that nobody waits for any more. */
  private closeLate(client: PoolClient): void {
    this.inHand += 1; // its release counts one less
    client.release(true);
  }
}
