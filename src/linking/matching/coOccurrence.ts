import type { KnownEntity } from './known';

/**
 * Which entities are spoken of in the same articles. What is stored is looked up only for those that somebody asked about: a
 * name that decides alone needs none.
 */
export class CoOccurrence {
  /** By id, those who were asked about, and of whom nothing stored was at hand. */
  readonly missing = new Map<string, KnownEntity>();
  private readonly seen = new Map<string, Set<string>>();

  /** @param stored by id, the ids of those that stored articles speak of together with it */
  constructor(private readonly stored: ReadonlyMap<string, ReadonlySet<string>>) {}

  /** Whether one of these was spoken of together with that one. */
  has(one: KnownEntity, others: ReadonlySet<string>): boolean {
    if (others.size === 0) return false;
    const { id } = one;
    const stored = this.stored.get(id);
    if (!stored) this.missing.set(id, one);
    const known = [...(stored ?? []), ...(this.seen.get(id) ?? [])];
    return known.some((other) => other !== id && others.has(other));
  }

  /** Notes that one article speaks of all of these. */
  meet(ids: ReadonlySet<string>): void {
    for (const id of ids) {
      const others = this.seen.get(id) ?? new Set();
      for (const other of ids) others.add(other);
      this.seen.set(id, others);
    }
  }
}
