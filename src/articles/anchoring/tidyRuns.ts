import { type Run } from './keptRuns';
import { textBetween, type Tokens, wordsBetween } from './tokens';

/**
 * Leaves out the runs that an edit kept by accident: a comma or a "the" that two different passages have in common. A run
 * goes where it has fewer words than what changed on either side of it; a blank line between paragraphs stays.
 */
export function tidyRuns(before: Tokens, after: Tokens, runs: readonly Run[]): Run[] {
  const tidy: Run[] = [];
  runs.forEach((run, index) => {
    const last = tidy.at(-1);
    const next = runs[index + 1] ?? { before: before.count, after: after.count };
    const ahead = changedWords(before, after, endOf(last), run);
    const behind = changedWords(before, after, endOf(run), next);
    const words = wordsBetween(before, run.before, run.before + run.length);
    const accident = words < ahead && words < behind;
    if (!accident || textBetween(before, run.before, run.before + run.length).includes('\n\n')) tidy.push(run);
  });
  return tidy;
}

interface Place {
  readonly before: number;
  readonly after: number;
}

function endOf(run: Run | undefined): Place {
  return run ? { before: run.before + run.length, after: run.after + run.length } : { before: 0, after: 0 };
}

function changedWords(before: Tokens, after: Tokens, from: Place, to: Place): number {
  return Math.max(wordsBetween(before, from.before, to.before), wordsBetween(after, from.after, to.after));
}
