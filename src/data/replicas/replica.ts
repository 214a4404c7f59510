import type { BoundedPool } from '../boundedPool';
import type { Probe } from '../probe';
import type { SilenceWatch } from '../silence';
import { clockDifference, type ClockLook } from './clockDifference';
import { parseWalPosition, type WalPosition } from './walPosition';

/** How far a replica's clock may be off the primary's, in milliseconds: embargoes end by the clock of the server that answers. */
const mostClockDifferenceMs = 1000;

/** What a replica says of itself. */
interface ReplicaLook {
  /** Whether it follows a primary; one that was promoted goes its own way. */
  readonly standby: boolean;
  /** The end of what it has replayed; null on a server that never was a replica. */
  readonly replayed: string | null;
  /** Its clock, in milliseconds since 1970. */
  readonly clock: number;
}

const look = `/* replica */ SELECT pg_is_in_recovery() AS standby, pg_last_wal_replay_lsn()::text AS replayed,
  (extract(epoch from clock_timestamp()) * 1000)::float8 AS clock`;

/** One replica, and what is known of it. */
export class Replica {
  private seen: { readonly at: number; readonly replayed: WalPosition } | undefined;
  /** Why it is left out; undefined where nothing is known against it. */
  problem: string | undefined;

  /** @param name what the log calls it: host and port */
  constructor(
    readonly name: string,
    readonly pool: BoundedPool,
    private readonly probe: Probe,
    private readonly silence: SilenceWatch,
  ) {}

  /**
   * How far it has replayed at the least; undefined while it is left out, or hasn't said a word since a moment.
   * @param since that moment, in milliseconds of performance.now
   */
  position(since: number): WalPosition | undefined {
    return this.seen && this.seen.at >= since ? this.seen.replayed : undefined;
  }

  /** How many statements it has in hand, those that wait for a connection included. */
  load(): number {
    return this.pool.load;
  }

  /**
   * Asks it where it stands. What goes wrong leaves it out until a later look finds it well.
   * @param primaryClock the last look at the primary's clock
   */
  async look(primaryClock: ClockLook): Promise<void> {
    const sent = performance.now();
    try {
      const { standby, replayed, clock } = await this.probe.ask<ReplicaLook>(look);
      const ahead = clockDifference({ clock, sent, received: performance.now() }, primaryClock);
      if (!standby) this.leaveOut('it follows no primary (pg_is_in_recovery)');
      else if (replayed === null) this.leaveOut('it does not say what it has replayed (pg_last_wal_replay_lsn)');
      else if (Math.abs(ahead) > mostClockDifferenceMs)
        this.leaveOut(`its clock is ${Math.round(ahead)} ms ahead of the primary's`);
      else {
        this.seen = { at: sent, replayed: parseWalPosition(replayed) };
        this.problem = undefined;
      }
    } catch (error) {
      this.leaveOut((error as Error).message);
    }
  }

  /** Uses it no more until a look finds it well again. */
  leaveOut(reason: string): void {
    this.seen = undefined;
    this.problem = reason;
  }

  /** Ends its sessions. */
  async close(): Promise<void> {
    this.silence.stop();
    await Promise.all([this.pool.end(), this.probe.close()]);
  }
}
