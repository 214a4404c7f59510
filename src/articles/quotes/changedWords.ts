import { type EditScript, keptAt } from '../anchoring/editScript';
import { textBetween, tokenAt, wordsBetween } from '../anchoring/tokens';
import { codePointCount, type Span } from '../../text/spans';

/**
 * The words that stand in the new text where the given ones stood in the old. Null where that is not certain: on either side the
 * first, or last, word must be kept, or the sign next to it, such as a quotation mark. What an editor confirms must have clear
 * borders.
 */
export function changedWords(script: EditScript, span: Span): Span | null {
  const { before, after } = script;
  const first = tokenAt(before, span.start);
  const last = tokenAt(before, span.end - 1);
  const from = keptAt(script, first) ?? next(first === 0 ? -1 : keptAt(script, first - 1));
  const to = next(keptAt(script, last)) ?? (last === before.count - 1 ? after.count : keptAt(script, last + 1));
  if (from === undefined || to === undefined || from >= to || wordsBetween(after, from, to) === 0) return null;
  const printed = textBetween(after, from, to);
  const text = printed.trim();
  const start = after.starts[from]! + codePointCount(printed.slice(0, printed.length - printed.trimStart().length));
  return { start, end: start + codePointCount(text), text };
}

function next(at: number | undefined): number | undefined {
  return at === undefined ? undefined : at + 1;
}

/** The same for all stretches of a quote, in the order of the text; null where one of them is not certain. */
export function allChangedWords(script: EditScript, spans: readonly Span[]): Span[] | null {
  const changed = spans.flatMap((span) => changedWords(script, span) ?? []);
  const inOrder = changed.every((span, i) => i === 0 || changed[i - 1]!.end <= span.start);
  return changed.length === spans.length && inOrder ? changed : null;
}
