import type { Span } from '../../extraction/extraction';

/** Whether two lists of stretches are the same places. */
export function sameSpans(some: readonly Span[], others: readonly Span[]): boolean {
  return (
    some.length === others.length &&
    some.every(({ start, end }, i) => others[i]!.start === start && others[i]!.end === end)
  );
}

/** Whether a stretch shares a code point with one of the others. */
export function overlapsSome({ start, end }: Span, others: readonly Span[]): boolean {
  return others.some((other) => start < other.end && other.start < end);
}
