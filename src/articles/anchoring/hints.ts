import { type Span } from '../../text/spans';
import { type EditScript, keptAt } from './editScript';
import { occurrencesOf } from './occurrences';
import { textBetween } from './tokens';
import { type Range } from './units';

const mostHints = 5;

/**
 * Where words that could not be carried may be found in the new text: the places where they stand to the letter, else the
 * stretch from the first to the last of them that the edit kept. Nothing where nothing is left.
 */
export function hintsFor(script: EditScript, words: Range): Span[] {
  const { before, after } = script;
  const length = words.to - words.from;
  const places = occurrencesOf(before.ids.subarray(words.from, words.to), after, mostHints);
  if (places.length > 0) return places.map((at) => spanOf(script, at, at + length));
  const kept: number[] = [];
  for (let i = words.from; i < words.to; i += 1) {
    const at = keptAt(script, i);
    if (at !== undefined) kept.push(at);
  }
  return kept.length > 0 ? [spanOf(script, kept[0]!, kept.at(-1)! + 1)] : [];
}

function spanOf({ after }: EditScript, from: number, to: number): Span {
  return { start: after.starts[from]!, end: after.starts[to]!, text: textBetween(after, from, to) };
}
