import { keptRuns, type Run } from './keptRuns';
import { tidyRuns } from './tidyRuns';
import { type Tokens, tokensOf, type Vocabulary } from './tokens';

/** What became of a text, word by word. Make it once for two versions; all quotes are carried through the same one. */
export interface EditScript {
  readonly before: Tokens;
  readonly after: Tokens;
  /** What was kept, in order; all else was deleted or inserted. */
  readonly kept: readonly Run[];
}

/**
 * Compares two texts (NFC, paragraphs joined by a blank line). The same texts always give the same script, in a time that
 * grows with their length; passages that have too little in common count as replaced.
 */
export function editScript(before: string, after: string): EditScript {
  const vocabulary: Vocabulary = new Map();
  const old = tokensOf(before, vocabulary);
  const young = tokensOf(after, vocabulary);
  return { before: old, after: young, kept: tidyRuns(old, young, keptRuns(old, young)) };
}

/** Where the script keeps token `at` of the old text: its place in the new one; nothing where it was deleted. */
export function keptAt({ kept }: EditScript, at: number): number | undefined {
  let low = 0;
  let high = kept.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (kept[middle]!.before <= at) low = middle + 1;
    else high = middle;
  }
  const run = kept[low - 1];
  return run && at < run.before + run.length ? run.after + at - run.before : undefined;
}
