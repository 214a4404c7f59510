import type { Client } from 'pg';
import type { Log } from '../log';
import type { TrackedAnswer } from '../reading/reader';
import { anyChange, type Tag } from '../reading/dependencyTracker';
import { ResponseStore } from './responseStore';
import { type Invalidation, InvalidationHistory, parseReadMoment } from './invalidations';
import { type PendingEmbargo, embargoesKnownUntil } from './pendingEmbargoes';
import { InvalidationListener, type InvalidationHandler } from './invalidationListener';
import { purgeKeysOf } from './purgeKeys';
import { CachedResponse } from './cachedResponse';
import { SharedSignal } from './sharedSignal';
import type { Snapshot } from './snapshot';

/** How often ended embargoes are forgotten, in milliseconds. */
const forgetEveryMs = 10_000;

/** What the log says of the operation of a response. */
type Operation = CachedResponse['operation'];

/** One response that is being made for all requests that ask for it meanwhile. */
interface SingleFlight {
  /** The cache's generation when it began: a request that comes after an invalidation must not share it. */
  readonly generation: number;
  readonly waiters: SharedSignal;
  readonly response: Promise<string | CachedResponse>;
}

export interface ResponseCacheDependencies {
  /** How many bytes the responses may take. */
  readonly maxBytes: number;
  /** Separates the purge keys of a response; undefined where responses carry none. */
  readonly purgeKeySeparator?: string | undefined;
  /** Makes a connection to the server that is written to. */
  readonly newClient: () => Client;
  /** Called at each invalidation: what is read from now on must include the change. */
  readonly onChange?: () => void;
  readonly log: Log;
}

/**
 * Responses for readers, each cached until something that it shows, counts, orders or hides changes: see
 * docs/decisions/response-cache.md. Ours, because a cache that knows only time or addresses would serve a withdrawn
 * article.
 */
export class ResponseCache implements InvalidationHandler {
  readonly whileDisconnected = 'responses are not cached';
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
    }, forgetEveryMs).unref();
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

  /** The cached response to a raw request, by the request's digest. */
  getByAlias(alias: string): CachedResponse | undefined {
    const answer = this.store.byAliasOf(alias);
    return answer && this.get(answer.key);
  }

  /** Remembers the digest of a raw request that a response answers. */
  addAlias(alias: string, answer: CachedResponse): void {
    this.store.alias(alias, answer);
  }

  /** Whether within so many milliseconds neither the response expires nor any embargo ends. */
  isQuietFor(milliseconds: number, answer: CachedResponse): boolean {
    const now = performance.now();
    if (!this.history || !this.listener.isCurrent(now)) return false;
    const moment = this.listener.latestAt(now);
    return Math.min(answer.expiresAt, this.history.nextAfter(moment)) > moment + milliseconds;
  }

  /**
   * The response of that key: cached, or being made for another request, or new.
   * @param create makes it; its signal aborts when no request waits for the response any more
   * @param signal aborts when this request is abandoned
   * @returns the text alone where it can't be cached
   * @throws what `create` throws
   */
  async getOrCreate(
    key: string,
    operation: Operation,
    create: (signal: AbortSignal | undefined) => Promise<TrackedAnswer>,
    signal?: AbortSignal,
  ): Promise<string | CachedResponse> {
    const asked = performance.now();
    if (!(await this.listener.ensureCurrent(asked))) return (await create(signal)).text;
    const cached = this.get(key, asked);
    if (cached) return cached;
    const running = this.inFlight.get(key);
    if (running?.generation === this.generation && !running.waiters.signal.aborted) {
      running.waiters.join(signal);
      return running.response;
    }
    const waiters = new SharedSignal();
    waiters.join(signal);
    const response = this.create(key, operation, () => create(waiters.signal));
    const flight: SingleFlight = { generation: this.generation, waiters, response };
    this.inFlight.set(key, flight);
    try {
      return await response;
    } finally {
      waiters.dispose();
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

  private async create(
    key: string,
    operation: Operation,
    read: () => Promise<TrackedAnswer>,
  ): Promise<string | CachedResponse> {
    const { text, tags, moment } = await read();
    const expiresAt = this.expiryOf(tags, moment);
    if (expiresAt === null) return text;
    const separator = this.purgeKeySeparator;
    const purgeKeys = separator === undefined ? undefined : purgeKeysOf(tags).join(separator);
    const response = new CachedResponse({ key, text, tags, purgeKeys, expiresAt, operation, onGrow: this.onGrow });
    return this.store.add(response) ? response : text;
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
