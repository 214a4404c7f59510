import type { Client } from 'pg';
import { DatabaseClock } from './databaseClock';
import { timesOut } from '../data/timesOut';

/** For how long a proof is believed, and how long a reader waits for one that is late, both in milliseconds. */
const [believed, patience] = [100, 1000];

/**
 * Proofs that one listening connection has heard of everything: PostgreSQL sends what was told before it answers a question, so an
 * answer proves it for all that was committed before the question was sent.
 */
export class ListenerHeartbeat {
  private readonly clock = new DatabaseClock();
  private beating: Promise<void> | null = null;
  /** Whether a proof that was waited for did not come; until one does, nobody else waits. */
  private silent = false;

  /** @param onSetBack called when the database's clock was set back, before anything else is believed */
  constructor(
    private readonly client: Client,
    private readonly onSetBack: () => void,
  ) {}

  /** Whether everything that was committed more than the time of one proof ago has been heard of. @param now by performance.now() */
  isFresh(now: number): boolean {
    return now < this.clock.freshUntil(believed);
  }

  /** The latest that it can be by the database's clock, in milliseconds since 1970. @param now by performance.now() */
  latestAt(now: number): number {
    return this.clock.latestAt(now);
  }

  /** Takes no answer for a proof that was asked for before now. */
  expire(): void {
    this.clock.expire();
  }

  /** Asks for one; those who ask together get the same. @throws the database's error */
  beat(): Promise<void> {
    return (this.beating ??= this.query().finally(() => (this.beating = null)));
  }

  /** Waits for one, for a moment, where the last does not hold for a request of that time by performance.now(). */
  async refresh(asked: number): Promise<void> {
    if (this.isFresh(asked) || this.silent) return;
    // One that is on its way may have been asked for too early. Whoever beats notices an error, too.
    const answered = this.beat()
      .then(() => (this.isFresh(asked) ? undefined : this.beat()))
      .catch(() => {});
    if (await timesOut(answered, patience)) this.silent = true;
  }

  private async query(): Promise<void> {
    const sent = performance.now();
    const { rows } = await this.client.query<{ now: number }>(
      '/* heartbeat */ SELECT extract(epoch FROM clock_timestamp())::float8 * 1000 AS now',
    );
    this.silent = false;
    if (this.clock.sync(rows[0]!.now, sent, performance.now())) this.onSetBack();
  }
}
