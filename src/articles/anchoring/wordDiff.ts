import { editScript, type EditScript } from './editScript';
import { textBetween, type Tokens } from './tokens';

/** A stretch of a text, in code points from its start, half-open. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** A stretch that two texts share, or that only one has; its place in the other is empty then. */
export interface Change {
  readonly kind: 'EQUAL' | 'DELETED' | 'INSERTED';
  readonly text: string;
  readonly before: Place;
  readonly after: Place;
}

/**
 * What changed between two texts, word by word, for showing. What is EQUAL or DELETED joins to the old text, what is EQUAL
 * or INSERTED to the new one; a deletion stands before the insertion that takes its place.
 */
export function wordDiff(before: string, after: string): Change[] {
  return changesOf(editScript(before, after));
}

/** The same from a script at hand. */
export function changesOf({ before, after, kept }: EditScript): Change[] {
  const changes: Change[] = [];
  let old = 0;
  let young = 0;
  const add = (kind: Change['kind'], oldTo: number, youngTo: number): void => {
    const text = kind === 'INSERTED' ? textBetween(after, young, youngTo) : textBetween(before, old, oldTo);
    if (text !== '') {
      changes.push({ kind, text, before: placeOf(before, old, oldTo), after: placeOf(after, young, youngTo) });
    }
    old = oldTo;
    young = youngTo;
  };
  for (const run of [...kept, { before: before.count, after: after.count, length: 0 }]) {
    add('DELETED', run.before, young);
    add('INSERTED', old, run.after);
    add('EQUAL', run.before + run.length, run.after + run.length);
  }
  return changes;
}

function placeOf(tokens: Tokens, from: number, to: number): Place {
  return { start: tokens.starts[from]!, end: tokens.starts[to]! };
}
