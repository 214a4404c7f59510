import type { Span } from '../../text/spans';
import { sameSpans } from './spans';

/** What the record of a quote or a mention is to be. */
export interface Plan<Facts> {
  /** Null for a new one. */
  readonly id: string | null;
  /** Null where only its place changes. */
  readonly facts: Facts | null;
  /** Whether it gets other spans. */
  readonly newSpans: boolean;
  readonly position: number;
}

interface Stored {
  readonly id: string;
  readonly version: number;
  readonly position: number;
  readonly spans: readonly Span[];
}

/**
 * What a record is to be, as a list of one; empty where it stays as it is.
 * @param stored the record that is there; null for a new one
 * @param facts what it says from now on; null where that stays
 * @param isSame whether the record says the same already, its spans aside
 */
export function planOf<Record extends Stored, Facts extends Pick<Stored, 'spans'>>(
  stored: Record | null,
  facts: Facts | null,
  { version, position }: { readonly version: number; readonly position: number },
  isSame: (stored: Record, facts: Facts) => boolean,
): Plan<Facts>[] {
  if (!stored) return [{ id: null, facts, newSpans: true, position }];
  const newSpans = facts !== null && !(stored.version === version && sameSpans(stored.spans, facts.spans));
  const changed = facts !== null && (newSpans || !isSame(stored, facts));
  if (!changed && stored.position === position) return [];
  return [{ id: stored.id, facts: changed ? facts : null, newSpans, position }];
}
