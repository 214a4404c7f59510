import { anyChange, type Tag } from '../reading/dependencyTracker';
import type { Invalidation } from './invalidations';
import { type PendingEmbargo, embargoesKnownUntil } from './pendingEmbargoes';
import type { InvalidationHandler } from './invalidationListener';
import { MAX_KEYS, purgeKeyOf } from './purgeKeys';

/** What a shared cache is to forget: answers under any of these keys, or all of them. */
export type Purge = { readonly keys: readonly string[] } | { readonly everything: true };

/** How long messages are gathered, so that what one transaction tells in several goes out together; in milliseconds. */
const gathering = 10;
/** Beyond so many keys at once, everything is purged; and so many moments are remembered. */
const MAX_AT_ONCE = 5000;
const MAX_COMING = 200_000;
/** How much later than the end of an embargo it is told, in milliseconds: the clock of the database is known to a few. */
const clockDoubt = 200;

/** Turns what a node hears of changes into what shared caches are to forget: at once, and when an embargo ends. */
export class Purges implements InvalidationHandler {
  readonly whileDisconnected = 'nothing is purged until they are heard of again, and then everything';
  private readonly pending = new Set<Tag>();
  private readonly embargoes = new Map<number, Set<Tag>>();
  private embargoedTags = 0;
  private horizon = Infinity;
  private timer: NodeJS.Timeout | undefined;

  /** @param send called for each purge */
  constructor(private readonly send: (purge: Purge) => void) {}

  /** Whatever was changed before may have been missed. */
  listeningSince(_: unknown, coming: readonly PendingEmbargo[]): void {
    this.reset();
    this.horizon = embargoesKnownUntil(coming);
    for (const { at, tag } of coming) this.expectAt(at, [tag]);
    this.send({ everything: true });
  }

  connectionLost(): void {
    this.reset();
  }

  invalidate({ at, tags }: Invalidation): void {
    if (at === null) this.gather(tags ?? []);
    else this.expectAt(at, tags ?? []);
  }

  /**
   * Tells what the moments have touched that are over.
   * @param now by the database's clock, in milliseconds since 1970
   * @returns false where it has lost sight of what comes, and must look anew
   */
  purgeUntil(now: number): boolean {
    for (const [at, tags] of this.embargoes) {
      if (at + clockDoubt > now) continue;
      this.gather(tags);
      this.embargoedTags -= tags.size;
      this.embargoes.delete(at);
    }
    return now < this.horizon;
  }

  /** Tells nothing any more. */
  reset(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.pending.clear();
    this.embargoes.clear();
    this.embargoedTags = 0;
    this.horizon = Infinity;
  }

  private expectAt(at: number, tags: readonly Tag[]): void {
    if (this.embargoedTags > MAX_COMING) {
      this.horizon = Math.min(this.horizon, at);
      return;
    }
    const known = this.embargoes.get(at) ?? new Set();
    this.embargoedTags -= known.size;
    for (const tag of tags) known.add(tag);
    this.embargoedTags += known.size;
    this.embargoes.set(at, known);
  }

  private gather(tags: Iterable<Tag>): void {
    for (const tag of tags) this.pending.add(tag);
    this.timer ??= setTimeout(() => this.flush(), gathering);
  }

  private flush(): void {
    const keys = [...this.pending].map(purgeKeyOf);
    this.pending.clear();
    this.timer = undefined;
    if (keys.length > MAX_AT_ONCE) this.send({ everything: true });
    // Whatever has no key of its own depends on every change.
    else
      for (let i = 0; i < keys.length; i += MAX_KEYS)
        this.send({ keys: [purgeKeyOf(anyChange), ...keys.slice(i, i + MAX_KEYS)] });
  }
}
