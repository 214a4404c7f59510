import type { Client, Notification } from 'pg';
import type { Log } from '../log';
import { type Invalidation, parseInvalidation } from './invalidations';
import type { PendingEmbargo } from './pendingEmbargoes';
import { timesOut } from '../data/timesOut';
import { ListenerHeartbeat } from './listenerHeartbeat';
import { parseSnapshot, type Snapshot } from './snapshot';
import { Barriers } from './barriers';

// All in milliseconds: how often the listener proves itself alive; how long a connection may be silent before another one is made,
// and how long before that; how long a writer waits for its own change to be told.
const [beat, givenUp, again, patience] = [40, 3000, 200, 500];

/** Who is told of changes. */
export interface InvalidationHandler {
  /** What follows for it from hearing of no changes, in words for the log. */
  readonly whileDisconnected: string;
  /** From now on every change is told. @param since whatever is in it never will be */
  listeningSince(since: Snapshot, coming: readonly PendingEmbargo[]): void;
  /** Changes may have been missed. */
  connectionLost(): void;
  invalidate(change: Invalidation): void;
}

/** Hears what other transactions changed, over a connection of its own, and knows whether it hears everything. */
export class InvalidationListener {
  private client: Client | null = null;
  private listening = false;
  /** What was told since we listen, until it is known what had been told before. */
  private undelivered: Invalidation[] = [];
  private stopped = false;
  private timer: NodeJS.Timeout | undefined;
  private failing = false;
  private heartbeat: ListenerHeartbeat | null = null;
  private readonly barriers = new Barriers();
  private nextBarrier: Promise<void> | null = null;
  private lastBarrier: Promise<void> = Promise.resolve();

  constructor(
    private readonly newClient: () => Client,
    private readonly handler: InvalidationHandler,
    private readonly log: Log,
  ) {}

  /** Begins to listen; a database that is away is tried again. */
  start(): Promise<void> {
    return this.connect();
  }

  /** Whether everything that was committed more than the time of one proof ago has been told. @param now by performance.now() */
  isCurrent(now = performance.now()): boolean {
    return this.listening && this.heartbeat!.isFresh(now);
  }

  /** The same, after asking for a proof where it is late: a busy machine would only be busier if all were read from the database. */
  async ensureCurrent(asked: number): Promise<boolean> {
    if (this.listening) await this.heartbeat!.refresh(asked);
    return this.isCurrent(asked);
  }

  /** The latest that it can be by the database's clock, in milliseconds since 1970. @param now by performance.now() */
  latestAt(now: number): number {
    return this.heartbeat?.latestAt(now) ?? Infinity;
  }

  /**
   * Waits until everything that was committed before this call has been told, or nothing that was told before is believed any
   * more: a message of our own comes after all that were there before it.
   */
  async waitForInvalidations(): Promise<void> {
    if (!this.listening) return;
    // One serves all who ask while the one before it is on its way.
    this.nextBarrier ??= this.lastBarrier.then(() => {
      this.nextBarrier = null;
      return this.sendBarrier();
    });
    this.lastBarrier = this.nextBarrier;
    if (await timesOut(this.nextBarrier, patience)) this.heartbeat?.expire();
  }

  /** Looks anew at what is there, as after a change that touched everything. */
  async resync(): Promise<void> {
    const { client } = this;
    if (!client || !this.listening) return;
    this.listening = false;
    this.handler.connectionLost();
    try {
      await this.sync(client);
    } catch (error) {
      this.fail(client, error);
    }
  }

  /** What an embargo hid until a moment ago may be hidden again: nothing that was made by then holds. */
  private clockSetBack(): void {
    this.log.warn("the database's clock was set back: what is known by it is looked at anew");
    void this.resync();
  }

  /** Listens no more. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    const { client } = this;
    this.disconnect();
    await client?.end().catch(() => {});
  }

  private async connect(): Promise<void> {
    const client = this.newClient();
    this.client = client;
    this.heartbeat = new ListenerHeartbeat(client, () => this.clockSetBack());
    client.on('error', (error) => this.fail(client, error));
    client.on('end', () => this.fail(client, undefined));
    client.on('notification', (message) => this.receive(client, message));
    try {
      await client.connect();
      await this.listen(client);
      if (this.client !== client) return;
      if (this.failing) this.log.info('changes are heard of again');
      this.failing = false;
      this.timer = setTimeout(() => void this.beat(client), beat).unref();
    } catch (error) {
      this.fail(client, error);
    }
  }

  private fail(client: Client, error: unknown): void {
    if (this.client !== client) return;
    const reason = error instanceof Error ? error.message : 'the connection ended';
    if (!this.failing && !this.stopped)
      this.log.warn({ reason }, `changes are not heard of: ${this.handler.whileDisconnected}`);
    this.failing = true;
    this.disconnect();
    client.end().catch(() => {});
    if (!this.stopped) this.timer = setTimeout(() => void this.connect(), again).unref();
  }

  /** Listens first and looks second: what was committed before the look is in it, and what comes after it is heard. */
  private async listen(client: Client): Promise<void> {
    await client.query('/* listen */ LISTEN verbatim_changes');
    const token = this.barriers.create();
    await client.query('/* prove listening */ SELECT pg_notify($1, $2)', ['verbatim_changes', token.text]);
    await token.heard; // through a pooler that shares connections it never comes
    await this.sync(client);
  }

  private async sync(client: Client): Promise<void> {
    this.undelivered = [];
    const { rows } = await client.query<{ seen: string }>('/* seen */ SELECT pg_current_snapshot()::text AS seen');
    const { rows: coming } = await client.query<PendingEmbargo>(
      '/* coming changes */ SELECT extract(epoch FROM at)::float8 * 1000 AS at, tag FROM coming_changes()',
    );
    await this.heartbeat?.beat();
    if (this.client !== client) return;
    this.listening = true;
    this.handler.listeningSince(parseSnapshot(rows[0]!.seen, false), coming);
    for (const change of this.undelivered) this.deliver(change);
  }

  private async beat(client: Client): Promise<void> {
    const sent = performance.now();
    try {
      if (await timesOut(this.heartbeat?.beat(), givenUp)) throw new Error('the database does not answer');
      const rest = Math.max(0, sent + beat - performance.now());
      if (this.client === client && !this.stopped) this.timer = setTimeout(() => void this.beat(client), rest).unref();
    } catch (error) {
      this.fail(client, error);
    }
  }

  private receive(client: Client, { payload = '' }: Notification): void {
    if (this.client !== client) return;
    if (!this.barriers.release(payload)) this.deliver(parseInvalidation(payload));
  }

  private deliver(change: Invalidation): void {
    if (!this.listening) this.undelivered.push(change);
    else if (change.tags === null) void this.resync();
    else this.handler.invalidate(change);
  }

  private async sendBarrier(): Promise<void> {
    if (!this.listening || !this.client) return;
    const { text, heard } = this.barriers.create();
    this.client.query('/* caught up */ SELECT pg_notify($1, $2)', ['verbatim_changes', text]).catch(() => {});
    await heard;
  }

  private disconnect(): void {
    const wasListening = this.listening;
    this.listening = false;
    this.client = null;
    this.heartbeat = null;
    if (wasListening) this.handler.connectionLost();
    this.barriers.releaseAll();
  }
}
