import { anyChange, type Tag } from '../reading/trace';
import { parseSnapshot, sees, seesAllOf, type Snapshot } from './snapshot';

/** What a message of the database tells: see the migration told_changes. */
export interface Change {
  readonly transaction: number;
  /** When it holds, in milliseconds since 1970 by the database's clock; null for at once. */
  readonly at: number | null;
  /** What it touches; null for everything. */
  readonly tags: readonly Tag[] | null;
}

/** Reads a message: "<transaction> <moment or -> <tag> <tag>…". */
export function parseChange(message: string): Change {
  const [transaction, at, ...tags] = message.split(' ');
  return {
    transaction: Number(transaction),
    at: at === '-' ? null : Number(at),
    tags: tags.includes('*') ? null : tags,
  };
}

/** When and on what an answer was made. */
export interface Made {
  readonly snapshot: Snapshot;
  /** In milliseconds since 1970 by the database's clock. */
  readonly at: number;
}

const notLooked = { after: Infinity, at: -Infinity };

/** Reads what an answer says of its making (momentMark): "<xmin>:<xmax>:<running>:<standby or nothing>:<seconds since 1970>". */
export function parseMoment(moment: string): Made {
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
export class Changes {
  /** Null for everything. */
  private readonly told = new Map<number, Set<Tag> | null>();
  /** The newest transaction that was forgotten again. */
  private forgotten = 0;
  private readonly coming = new Map<Tag, Set<number>>();
  private comingCount = 0;
  /** From here on, nothing is known of moments. */
  private horizon = Infinity;
  /** The first moment to come after the one that was last asked about. */
  private next = notLooked;

  /** @param since all that is in it was never told to this node */
  constructor(private readonly since: Snapshot) {}

  /** Remembers a change. */
  note({ transaction, at, tags }: Change): void {
    if (at !== null) this.expect(at, tags ?? []);
    else if (tags === null) this.told.set(transaction, null);
    else {
      const known = this.told.get(transaction);
      if (known === null) return;
      this.told.set(transaction, new Set([...(known ?? [anyChange]), ...tags]));
    }
    for (const oldest of this.told.keys()) {
      if (this.told.size <= MAX_TRANSACTIONS) break;
      this.told.delete(oldest);
      this.forgotten = Math.max(this.forgotten, oldest);
    }
  }

  /** Remembers what a coming moment will touch. @param at in milliseconds since 1970 */
  expect(at: number, tags: readonly Tag[]): void {
    for (const tag of [...tags, anyChange]) {
      const moments = this.coming.get(tag);
      if (!moments) this.coming.set(tag, new Set([at]));
      else if (moments.has(at)) continue;
      else moments.add(at);
      this.comingCount += 1;
    }
    if (this.comingCount > MAX_COMING) this.horizon = Math.min(this.horizon, at);
    this.next = notLooked;
  }

  /** Says that of moments from this one on, not all are known. */
  knowsUntil(moment: number): void {
    this.horizon = Math.min(this.horizon, moment);
    this.next = notLooked;
  }

  /** The first moment after the given one at which anything is touched, or nothing is known any more; Infinity for none. */
  nextAfter(moment: number): number {
    if (moment < this.next.after || moment >= this.next.at) {
      let at = this.horizon;
      for (const coming of this.coming.get(anyChange) ?? []) if (coming > moment) at = Math.min(at, coming);
      this.next = { after: moment, at };
    }
    return this.next.at;
  }

  /** Forgets moments that no answer can be older than, and tells whether it has lost sight of what comes. */
  passed(now: number): boolean {
    for (const [tag, moments] of this.coming) {
      for (const moment of moments) {
        if (moment >= now) continue;
        moments.delete(moment);
        this.comingCount -= 1;
      }
      if (moments.size === 0) this.coming.delete(tag);
    }
    return now >= this.horizon;
  }

  /**
   * How long an answer holds: until that many milliseconds since 1970 by the database's clock, or Infinity. Null where a change
   * that it has not seen has touched it, or may have.
   */
  lifeOf(tags: ReadonlySet<Tag>, { snapshot, at }: Made): number | null {
    if (!seesAllOf(snapshot, this.since) || snapshot.xmin <= this.forgotten) return null;
    for (const [transaction, touched] of this.told) {
      if (sees(snapshot, transaction)) continue;
      if (touched === null || [...tags].some((tag) => touched.has(tag))) return null;
    }
    let until = this.horizon;
    for (const tag of tags)
      for (const moment of this.coming.get(tag) ?? []) if (moment > at) until = Math.min(until, moment);
    return until > at ? until : null;
  }
}
