import { anyChange, type Tag } from '../reading/trace';
import type { Change } from './changes';
import { type Coming, knownUntil } from './coming';
import type { Listener } from './feed';
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
export class Purges implements Listener {
  readonly whileDeaf = 'nothing is purged until they are heard of again, and then everything';
  private readonly pending = new Set<Tag>();
  private readonly coming = new Map<number, Set<Tag>>();
  private comingCount = 0;
  private horizon = Infinity;
  private timer: NodeJS.Timeout | undefined;

  /** @param tell called for each purge */
  constructor(private readonly tell: (purge: Purge) => void) {}

  /** Whatever was changed before may have been missed. */
  began(_: unknown, coming: readonly Coming[]): void {
    this.forget();
    this.horizon = knownUntil(coming);
    for (const { at, tag } of coming) this.expect(at, [tag]);
    this.tell({ everything: true });
  }

  lost(): void {
    this.forget();
  }

  changed({ at, tags }: Change): void {
    if (at === null) this.touch(tags ?? []);
    else this.expect(at, tags ?? []);
  }

  /**
   * Tells what the moments have touched that are over.
   * @param now by the database's clock, in milliseconds since 1970
   * @returns false where it has lost sight of what comes, and must look anew
   */
  passed(now: number): boolean {
    for (const [at, tags] of this.coming) {
      if (at + clockDoubt > now) continue;
      this.touch(tags);
      this.comingCount -= tags.size;
      this.coming.delete(at);
    }
    return now < this.horizon;
  }

  /** Tells nothing any more. */
  forget(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.pending.clear();
    this.coming.clear();
    this.comingCount = 0;
    this.horizon = Infinity;
  }

  private expect(at: number, tags: readonly Tag[]): void {
    if (this.comingCount > MAX_COMING) {
      this.horizon = Math.min(this.horizon, at);
      return;
    }
    const known = this.coming.get(at) ?? new Set();
    this.comingCount -= known.size;
    for (const tag of tags) known.add(tag);
    this.comingCount += known.size;
    this.coming.set(at, known);
  }

  private touch(tags: Iterable<Tag>): void {
    for (const tag of tags) this.pending.add(tag);
    this.timer ??= setTimeout(() => this.flush(), gathering);
  }

  private flush(): void {
    const keys = [...this.pending].map(purgeKeyOf);
    this.pending.clear();
    this.timer = undefined;
    if (keys.length > MAX_AT_ONCE) this.tell({ everything: true });
    // Whatever has no key of its own depends on every change.
    else
      for (let i = 0; i < keys.length; i += MAX_KEYS)
        this.tell({ keys: [purgeKeyOf(anyChange), ...keys.slice(i, i + MAX_KEYS)] });
  }
}
