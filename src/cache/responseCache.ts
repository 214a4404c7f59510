import type { Client } from 'pg';
import { always, type Wanted } from '../data/poolQueue';
import type { Log } from '../log';
import type { ToldAnswer } from '../reading/reader';
import { anyChange, type Tag } from '../reading/trace';
import { ResponseStore } from './responseStore';
import { type Invalidation, InvalidationHistory, parseReadMoment } from './invalidations';
import { type PendingEmbargo, embargoesKnownUntil } from './pendingEmbargoes';
import { InvalidationListener, type InvalidationHandler } from './invalidationListener';
import { purgeKeysOf } from './purgeKeys';
import { CachedResponse } from './cachedResponse';
import type { Snapshot } from './snapshot';

/** How often it is looked whether moments have passed, in milliseconds. */
const lookEvery = 10_000;

/** What the log tells of the operation of an answer. */
type Operation = CachedResponse['operation'];

interface SingleFlight {
  /** How many changes had been told when it began. */
  readonly since: number;
  /** Whether they still wait, of all who share it. */
  readonly waiters: Wanted[];
  readonly response: Promise<string | CachedResponse>;
}

export interface ResponseCacheDependencies {
  /** How many bytes they may take. */
  readonly maxBytes: number;
  /** What stands between the keys that shared caches are told; undefined where they are told none. */
  readonly purgeKeySeparator?: string | undefined;
  /** Makes a connection to the server that is written to. */
  readonly newClient: () => Client;
  /** Called when a change is heard of: what is read from now on must have it. */
  readonly onChange?: () => void;
  readonly log: Log;
}

/**
 * The answers that are kept for readers, each until something that it shows, counts, orders or hides changes: see
 * docs/decisions/ready-answers.md.
 */
export class ResponseCache implements InvalidationHandler {
  readonly whileDisconnected = 'answers are not kept';
  private readonly listener: InvalidationListener;
  private readonly store: ResponseStore;
  private readonly inFlight = new Map<string, SingleFlight>();
  private readonly timer: NodeJS.Timeout;
  private readonly onChange: (() => void) | undefined;
  private readonly purgeKeySeparator: string | undefined;
  /** Null while changes may have been missed. */
  private history: InvalidationHistory | null = null;
  private generation = 0;
  private readonly onGrow = (getOrCreate: CachedResponse): void => this.store.resize(getOrCreate);

  constructor({ maxBytes, purgeKeySeparator, newClient, onChange, log }: ResponseCacheDependencies) {
    this.onChange = onChange;
    this.purgeKeySeparator = purgeKeySeparator;
    this.listener = new InvalidationListener(newClient, this, log);
    this.store = new ResponseStore(maxBytes);
    this.timer = setInterval(() => {
      if (this.history?.forgetBefore(this.listener.latestAt(performance.now()))) void this.listener.resync();
    }, lookEvery).unref();
  }

  /** Begins to listen for changes; until then nothing is kept. */
  start(): Promise<void> {
    return this.listener.start();
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.listener.stop();
  }

  /** How many answers are kept, and how many bytes they take. */
  get stats(): ResponseStore['stats'] {
    return this.store.stats;
  }

  /** Waits until whatever was committed before this call is heard of: nothing older is served after it. */
  waitForInvalidations(): Promise<void> {
    return this.listener.waitForInvalidations();
  }

  /** The answer that the raw request of that digest is known to ask for, if it is ready. */
  getByAlias(alias: string): CachedResponse | undefined {
    const answer = this.store.byAliasOf(alias);
    return answer && this.get(answer.key);
  }

  /** Remembers that the raw request of that digest asks for an answer, whoever sends it. */
  addAlias(alias: string, answer: CachedResponse): void {
    this.store.alias(alias, answer);
  }

  /** Whether within so many milliseconds neither the answer ends nor anything else is known to change by itself: no embargo ends. */
  isQuietFor(milliseconds: number, answer: CachedResponse): boolean {
    const now = performance.now();
    if (!this.history || !this.listener.isCurrent(now)) return false;
    const moment = this.listener.latestAt(now);
    return Math.min(answer.expiresAt, this.history.nextAfter(moment)) > moment + milliseconds;
  }

  /**
   * The answer of that key: the kept one, or the one that is being made for somebody else, or a new one.
   * @param create makes it, as long as anybody who asked for it waits
   * @param wanted whether this one still waits
   * @returns the text alone where it can't be kept
   * @throws what `make` throws
   */
  async answer(
    key: string,
    operation: Operation,
    create: (wanted: Wanted) => Promise<ToldAnswer>,
    wanted: Wanted = always,
  ): Promise<string | CachedResponse> {
    const asked = performance.now();
    if (!(await this.listener.ensureCurrent(asked))) return (await create(wanted)).text;
    const cached = this.get(key, asked);
    if (cached) return cached;
    // Whoever comes after a change must not be given what was begun before it.
    const running = this.inFlight.get(key);
    if (running?.since === this.generation) {
      running.waiters.push(wanted);
      return running.response;
    }
    const waiters = [wanted];
    const anyoneWaits = (): boolean => waiters.some((isWaiting) => isWaiting());
    const flight: SingleFlight = {
      since: this.generation,
      waiters,
      response: this.make(key, operation, () => create(anyoneWaits)),
    };
    this.inFlight.set(key, flight);
    try {
      return await flight.response;
    } finally {
      if (this.inFlight.get(key) === flight) this.inFlight.delete(key);
    }
  }

  listeningSince(since: Snapshot, coming: readonly PendingEmbargo[]): void {
    this.clear();
    this.history = new InvalidationHistory(since);
    for (const { at, tag } of coming) this.history.expectAt(at, [tag]);
    this.history.limitHorizon(embargoesKnownUntil(coming));
  }

  connectionLost(): void {
    this.history = null;
    this.clear();
  }

  invalidate(change: Invalidation): void {
    this.generation += 1;
    this.onChange?.();
    this.history?.record(change);
    if (change.at !== null) return;
    for (const tag of [...(change.tags ?? []), anyChange]) this.store.invalidate(tag);
  }

  private get(key: string, asked?: number): CachedResponse | undefined {
    const now = performance.now();
    if (!this.listener.isCurrent(asked ?? now)) return undefined;
    const answer = this.store.get(key);
    if (!answer || answer.expiresAt === Infinity || answer.expiresAt > this.listener.latestAt(now)) return answer;
    this.store.delete(key);
    return undefined;
  }

  private async make(
    key: string,
    operation: Operation,
    make: () => Promise<ToldAnswer>,
  ): Promise<string | CachedResponse> {
    const { text, tags, moment } = await make();
    const until = this.expiryOf(tags, moment);
    if (until === null) return text;
    const separator = this.purgeKeySeparator;
    const purgeKeys = separator === undefined ? undefined : purgeKeysOf(tags).join(separator);
    const answer = new CachedResponse({ key, text, tags, purgeKeys, expiresAt: until, operation, onGrow: this.onGrow });
    return this.store.add(answer) ? answer : text;
  }

  private expiryOf(tags: ReadonlySet<Tag>, moment: string | undefined): number | null {
    if (!this.history) return null;
    return moment === undefined ? Infinity : this.history.expiryOf(tags, parseReadMoment(moment));
  }

  private clear(): void {
    this.generation += 1;
    this.onChange?.();
    this.store.clear();
    this.inFlight.clear();
  }
}
