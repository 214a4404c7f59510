import { anyChange, type Tag } from '../reading/dependencyTracker';
import { parseSnapshot, sees, seesAllOf, type Snapshot } from './snapshot';

/** What a message of the database tells: see the migration told_changes. */
export interface Invalidation {
  readonly transaction: number;
  /** When it holds, in milliseconds since 1970 by the database's clock; null for at once. */
  readonly at: number | null;
  /** What it touches; null for everything. */
  readonly tags: readonly Tag[] | null;
}

/** Reads a message: "<transaction> <moment or -> <tag> <tag>…". */
export function parseInvalidation(message: string): Invalidation {
  const [transaction, at, ...tags] = message.split(' ');
  return {
    transaction: Number(transaction),
    at: at === '-' ? null : Number(at),
    tags: tags.includes('*') ? null : tags,
  };
}

/** When and on what an answer was made. */
export interface ReadMoment {
  readonly snapshot: Snapshot;
  /** In milliseconds since 1970 by the database's clock. */
  readonly at: number;
}

const notLooked = { after: Infinity, at: -Infinity };

/** Reads what an answer says of its making (momentMark): "<xmin>:<xmax>:<running>:<standby or nothing>:<seconds since 1970>". */
export function parseReadMoment(moment: string): ReadMoment {
  const parts = moment.split(':');
  return {
    snapshot: parseSnapshot(parts.slice(0, 3).join(':'), parts[3] === 'standby'),
    at: Number(parts[4]) * 1000,
  };
}

/** How many transactions are remembered, and how many tags of coming moments. */
const MAX_TRANSACTIONS = 5000;
const MAX_COMING = 200_000;

/**
 * What a node knows of changes: those that were told lately, and those that are still to come because an embargo ends. Whether an
 * answer may be kept, and for how long, follows from it alone.
 */
export class InvalidationHistory {
  /** Null for everything. */
  private readonly recorded = new Map<number, Set<Tag> | null>();
  /** The newest transaction that was forgotten again. */
  private newestForgotten = 0;
  private readonly pending = new Map<Tag, Set<number>>();
  private pendingCount = 0;
  /** From here on, nothing is known of moments. */
  private horizon = Infinity;
  /** The first moment to come after the one that was last asked about. */
  private next = notLooked;

  /** @param since all that is in it was never told to this node */
  constructor(private readonly since: Snapshot) {}

  /** Remembers a change. */
  record({ transaction, at, tags }: Invalidation): void {
    if (at !== null) this.expectAt(at, tags ?? []);
    else if (tags === null) this.recorded.set(transaction, null);
    else {
      const known = this.recorded.get(transaction);
      if (known === null) return;
      this.recorded.set(transaction, new Set([...(known ?? [anyChange]), ...tags]));
    }
    for (const oldest of this.recorded.keys()) {
      if (this.recorded.size <= MAX_TRANSACTIONS) break;
      this.recorded.delete(oldest);
      this.newestForgotten = Math.max(this.newestForgotten, oldest);
    }
  }

  /** Remembers what a coming moment will touch. @param at in milliseconds since 1970 */
  expectAt(at: number, tags: readonly Tag[]): void {
    for (const tag of [...tags, anyChange]) {
      const moments = this.pending.get(tag);
      if (!moments) this.pending.set(tag, new Set([at]));
      else if (moments.has(at)) continue;
      else moments.add(at);
      this.pendingCount += 1;
    }
    if (this.pendingCount > MAX_COMING) this.horizon = Math.min(this.horizon, at);
    this.next = notLooked;
  }

  /** Says that of moments from this one on, not all are known. */
  limitHorizon(moment: number): void {
    this.horizon = Math.min(this.horizon, moment);
    this.next = notLooked;
  }

  /** The first moment after the given one at which anything is touched, or nothing is known any more; Infinity for none. */
  nextAfter(moment: number): number {
    if (moment < this.next.after || moment >= this.next.at) {
      let at = this.horizon;
      for (const coming of this.pending.get(anyChange) ?? []) if (coming > moment) at = Math.min(at, coming);
      this.next = { after: moment, at };
    }
    return this.next.at;
  }

  /** Forgets moments that no answer can be older than, and tells whether it has lost sight of what comes. */
  forgetBefore(now: number): boolean {
    for (const [tag, moments] of this.pending) {
      for (const moment of moments) {
        if (moment >= now) continue;
        moments.delete(moment);
        this.pendingCount -= 1;
      }
      if (moments.size === 0) this.pending.delete(tag);
    }
    return now >= this.horizon;
  }

  /**
   * How long an answer holds: until that many milliseconds since 1970 by the database's clock, or Infinity. Null where a change
   * that it has not seen has touched it, or may have.
   */
  expiryOf(tags: ReadonlySet<Tag>, { snapshot, at }: ReadMoment): number | null {
    if (!seesAllOf(snapshot, this.since) || snapshot.xmin <= this.newestForgotten) return null;
    for (const [transaction, touched] of this.recorded) {
      if (sees(snapshot, transaction)) continue;
      if (touched === null || [...tags].some((tag) => touched.has(tag))) return null;
    }
    let until = this.horizon;
    for (const tag of tags)
      for (const moment of this.pending.get(tag) ?? []) if (moment > at) until = Math.min(until, moment);
    return until > at ? until : null;
  }
}
