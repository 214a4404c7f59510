import type { Client, Notification } from 'pg';
import type { Log } from '../log';
import { type Change, parseChange } from './changes';
import type { Coming } from './coming';
import { isLate } from './isLate';
import { Proofs } from './proofs';
import { parseSnapshot, type Snapshot } from './snapshot';
import { Tokens } from './tokens';

// All in milliseconds: how often the listener proves itself alive; how long a connection may be silent before another one is made,
// and how long before that; how long a writer waits for its own change to be told.
const [beat, givenUp, again, patience] = [40, 3000, 200, 500];

/** Who is told of changes. */
export interface Listener {
  /** What follows for it from hearing of no changes, in words for the log. */
  readonly whileDeaf: string;
  /** From now on every change is told. @param since whatever is in it never will be */
  began(since: Snapshot, coming: readonly Coming[]): void;
  /** Changes may have been missed. */
  lost(): void;
  changed(change: Change): void;
}

/** Hears what other transactions changed, over a connection of its own, and knows whether it hears everything. */
export class Feed {
  private client: Client | null = null;
  private listening = false;
  /** What was told since we listen, until it is known what had been told before. */
  private early: Change[] = [];
  private stopped = false;
  private timer: NodeJS.Timeout | undefined;
  private failing = false;
  private proofs: Proofs | null = null;
  private readonly tokens = new Tokens();
  private nextToken: Promise<void> | null = null;
  private lastToken: Promise<void> = Promise.resolve();

  constructor(
    private readonly newClient: () => Client,
    private readonly listener: Listener,
    private readonly log: Log,
  ) {}

  /** Begins to listen; a database that is away is tried again. */
  start(): Promise<void> {
    return this.connect();
  }

  /** Whether everything that was committed more than the time of one proof ago has been told. @param now by performance.now() */
  isSure(now = performance.now()): boolean {
    return this.listening && this.proofs!.hold(now);
  }

  /** The same, after asking for a proof where it is late: a busy machine would only be busier if all were read from the database. */
  async makeSure(asked: number): Promise<boolean> {
    if (this.listening) await this.proofs!.renew(asked);
    return this.isSure(asked);
  }

  /** The latest that it can be by the database's clock, in milliseconds since 1970. @param now by performance.now() */
  latestAt(now: number): number {
    return this.proofs?.latestAt(now) ?? Infinity;
  }

  /**
   * Waits until everything that was committed before this call has been told, or nothing that was told before is believed any
   * more: a message of our own comes after all that were there before it.
   */
  async caughtUp(): Promise<void> {
    if (!this.listening) return;
    // One serves all who ask while the one before it is on its way.
    this.nextToken ??= this.lastToken.then(() => {
      this.nextToken = null;
      return this.sendToken();
    });
    this.lastToken = this.nextToken;
    if (await isLate(this.nextToken, patience)) this.proofs?.distrust();
  }

  /** Looks anew at what is there, as after a change that touched everything. */
  async lookAgain(): Promise<void> {
    const { client } = this;
    if (!client || !this.listening) return;
    this.listening = false;
    this.listener.lost();
    try {
      await this.look(client);
    } catch (error) {
      this.fail(client, error);
    }
  }

  /** Listens no more. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    const { client } = this;
    this.drop();
    await client?.end().catch(() => {});
  }

  private async connect(): Promise<void> {
    const client = this.newClient();
    this.client = client;
    this.proofs = new Proofs(client);
    client.on('error', (error) => this.fail(client, error));
    client.on('end', () => this.fail(client, undefined));
    client.on('notification', (message) => this.hear(client, message));
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
      this.log.warn({ reason }, `changes are not heard of: ${this.listener.whileDeaf}`);
    this.failing = true;
    this.drop();
    client.end().catch(() => {});
    if (!this.stopped) this.timer = setTimeout(() => void this.connect(), again).unref();
  }

  /** Listens first and looks second: what was committed before the look is in it, and what comes after it is heard. */
  private async listen(client: Client): Promise<void> {
    await client.query('/* listen */ LISTEN verbatim_changes');
    const token = this.tokens.make();
    await client.query('/* prove listening */ SELECT pg_notify($1, $2)', ['verbatim_changes', token.text]);
    await token.heard; // through a pooler that shares connections it never comes
    await this.look(client);
  }

  private async look(client: Client): Promise<void> {
    this.early = [];
    const { rows } = await client.query<{ seen: string }>('/* seen */ SELECT pg_current_snapshot()::text AS seen');
    const { rows: coming } = await client.query<Coming>(
      '/* coming changes */ SELECT extract(epoch FROM at)::float8 * 1000 AS at, tag FROM coming_changes()',
    );
    await this.proofs?.ask();
    if (this.client !== client) return;
    this.listening = true;
    this.listener.began(parseSnapshot(rows[0]!.seen, false), coming);
    for (const change of this.early) this.tell(change);
  }

  private async beat(client: Client): Promise<void> {
    const sent = performance.now();
    try {
      if (await isLate(this.proofs?.ask(), givenUp)) throw new Error('the database does not answer');
      const rest = Math.max(0, sent + beat - performance.now());
      if (this.client === client && !this.stopped) this.timer = setTimeout(() => void this.beat(client), rest).unref();
    } catch (error) {
      this.fail(client, error);
    }
  }

  private hear(client: Client, { payload = '' }: Notification): void {
    if (this.client !== client) return;
    if (!this.tokens.hear(payload)) this.tell(parseChange(payload));
  }

  private tell(change: Change): void {
    if (!this.listening) this.early.push(change);
    else if (change.tags === null) void this.lookAgain();
    else this.listener.changed(change);
  }

  private async sendToken(): Promise<void> {
    if (!this.listening || !this.client) return;
    const { text, heard } = this.tokens.make();
    this.client.query('/* caught up */ SELECT pg_notify($1, $2)', ['verbatim_changes', text]).catch(() => {});
    await heard;
  }

  private drop(): void {
    const wasListening = this.listening;
    this.listening = false;
    this.client = null;
    this.proofs = null;
    if (wasListening) this.listener.lost();
    this.tokens.giveUp();
  }
}
